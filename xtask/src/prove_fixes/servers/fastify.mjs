import Fastify from "fastify";

const fastify = Fastify();
@CODE@

// The login is asked for before anything is routed, as plugins do.
fastify.addHook("onRequest", async (request, reply) => {
  if (request.url === "/private" && !request.headers.authorization) {
    return reply.code(401).send("who are you?");
  }
});
const users = async (request, reply) => {
  reply.headers({ "X-Total-Count": "3", "X-Handler": "ran" });
  return [];
};
const method = ["GET", "PUT", "DELETE"];
fastify.route({ method, url: "/users", handler: users });
fastify.route({ method, url: "/private", handler: users });
fastify.route({
  method,
  url: "/broken",
  handler: async () => {
    throw new Error("broken on purpose");
  },
});
await fastify.listen({ port: @PORT@, host: "127.0.0.1" });
