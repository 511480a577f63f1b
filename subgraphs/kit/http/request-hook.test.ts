import fastify from "fastify";
import { setTimeout as delay } from "node:timers/promises";
import { ApiError } from "../errors";
import { addRequestHook } from "./request-hook";

const app = fastify();
const done: string[] = [];
beforeAll(async () => {
  const refuse = (request: { readonly url: string }, where: string) => {
    if (request.url.includes(where)) throw new ApiError("BAD_REQUEST", where);
  };
  addRequestHook(app, "onRequest", (request) => {
    done.push("first");
    refuse(request, "at-once");
  });
  addRequestHook(app, "onRequest", async (request) => {
    await delay(1);
    done.push("second");
    refuse(request, "later");
  });
  addRequestHook(app, "preHandler", () => void done.push("third"));
  app.get("/*", () => done.splice(0));
  await app.ready();
});
beforeEach(() => done.splice(0));
afterAll(() => app.close());

const ask = (url: string) => app.inject({ url });

describe("hooks of requests", () => {
  it("run one after the other, also where one waits", async () => {
    expect((await ask("/")).json()).toEqual(["first", "second", "third"]);
  });

  it("refuse a request by what they throw, at once or later; the next is not called", async () => {
    for (const [url, called] of [
      ["/at-once", ["first"]],
      ["/later", ["first", "second"]],
    ] as const) {
      const { statusCode, json } = await ask(url);
      expect([statusCode, json<{ message: string }>().message]).toEqual([500, url.slice(1)]);
      expect(done.splice(0)).toEqual(called);
    }
  });
});
