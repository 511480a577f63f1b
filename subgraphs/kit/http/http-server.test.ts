import pino from "pino";
import { createHttpServer } from "./http-server";

const app = createHttpServer({
  logger: pino({ level: "silent" }),
  bodyLimit: 1_024,
  readiness: () => Promise.resolve({ ready: true, details: {} }),
});
afterAll(() => app.close());

describe("a server of the graph", () => {
  it.each(["/%", "/graphql/%ff"])(
    "says of the address %s what it says of any other",
    async (url) => {
      const { statusCode, headers, body } = await app.inject({ url });
      expect(statusCode).toBe(400);
      expect(headers["x-request-id"]).toEqual(expect.any(String));
      expect(JSON.parse(body)).toEqual({
        errors: [
          {
            message: "Expected an address, received one that cannot be read.",
            extensions: { code: "BAD_REQUEST" },
          },
        ],
      });
    },
  );

  it("waits for a request to arrive for a while and no longer", () => {
    expect(app.server.requestTimeout).toBe(30_000);
  });
});
