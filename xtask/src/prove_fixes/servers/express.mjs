import express from "express";

const app = express();
@CODE@

const users = (request, response) => {
  response.set({ "X-Total-Count": "3", "X-Handler": "ran" }).json([]);
};
app.all("/users", users);
app.use("/private", (request, response, next) => {
  request.headers.authorization ? next() : response.status(401).send("who are you?");
});
app.all("/private", users);
app.all("/broken", () => {
  throw new Error("broken on purpose");
});
app.listen(@PORT@, "127.0.0.1");
