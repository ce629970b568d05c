import "reflect-metadata";
import { All, Controller, Module, Res, UnauthorizedException } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";

const answer = (response) => {
  response.set({ "X-Total-Count": "3", "X-Handler": "ran" }).json([]);
};
class Users {
  users(response) {
    answer(response);
  }
  private(response) {
    answer(response);
  }
  broken() {
    throw new Error("broken on purpose");
  }
}
// Decorators by hand: what TypeScript makes of `@All("users")` and its like.
for (const name of ["users", "private", "broken"]) {
  All(name)(Users.prototype, name, Object.getOwnPropertyDescriptor(Users.prototype, name));
}
Res()(Users.prototype, "users", 0);
Res()(Users.prototype, "private", 0);
Controller()(Users);
class App {}
Module({ controllers: [Users] })(App);

const app = await NestFactory.create(App, { logger: false });
@CODE@

app.useGlobalGuards({
  canActivate(context) {
    const request = context.switchToHttp().getRequest();
    if (request.url === "/private" && !request.headers.authorization) {
      throw new UnauthorizedException();
    }
    return true;
  },
});
await app.listen(@PORT@, "127.0.0.1");
