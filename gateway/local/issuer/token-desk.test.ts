import { mkdtemp, rm } from "node:fs/promises";
import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLocalJWKSet, jwtVerify } from "jose";
import { type IssuerFile, keepIssuer, readIssuer } from "./issuer-file";
import { answerTokenRequest, tokenPath } from "./token-desk";

const gateway = "http://127.0.0.1:4000";
let server: Server;
let kept: IssuerFile;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "token-desk-"));
  server = createServer((incoming, response) => {
    void answerTokenRequest(incoming, kept, gateway).then(({ status, headers, body }) => {
      response.writeHead(status, headers).end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const file = join(folder, "issuer.json");
  await keepIssuer(file, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const read = await readIssuer(file);
  if (!read) throw new Error("no issuer");
  kept = read;
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true });
});

/** Asks as a browser would for a page of the gateway, unless the headers say otherwise; those of nothing are not sent. */
async function ask(
  headers: Readonly<Record<string, string | undefined>> = {},
  body = '{"role":"analyst"}',
  method = "POST",
) {
  const all = { origin: gateway, "content-type": "application/json", ...headers };
  const sent = Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  return new Promise<{ status: number; allowed: unknown; text: string }>((resolve, reject) => {
    const address = `${kept.issuer}${tokenPath}`;
    const asked = request(address, { method, headers: sent, agent: false }, (response) => {
      let text = "";
      response.on("data", (chunk: Buffer) => (text += chunk.toString()));
      response.on("end", () => {
        const allowed = response.headers["access-control-allow-origin"];
        resolve({ status: response.statusCode ?? 0, allowed, text });
      });
    });
    asked.on("error", reject).end(method === "POST" ? body : undefined);
  });
}

describe("the issuer of the local stack", () => {
  it("gives a page of the gateway a token of a role, which the gateway accepts", async () => {
    const { status, allowed, text } = await ask();
    expect([status, allowed]).toEqual([200, gateway]);
    const { token } = JSON.parse(text) as { token: string };
    const { d: _private, ...publicKey } = kept.key;
    const { payload } = await jwtVerify(token, createLocalJWKSet({ keys: [publicKey] }), {
      issuer: kept.issuer,
      audience: "personnel-graph",
    });
    expect(payload).toMatchObject({ sub: "local.analyst", roles: ["analyst"] });
  });

  it("answers the preflight of the gateway's page, for its own origin alone", async () => {
    const { status, allowed, text } = await ask({ "content-type": undefined }, "", "OPTIONS");
    expect([status, allowed, text]).toEqual([204, gateway, ""]);
  });

  it.each([
    ["another site", "https://elsewhere.example"],
    ["another port of this machine", "http://127.0.0.1:3000"],
    ["the gateway's port by another name", "http://localhost:4000"],
    ["the gateway with TLS", "https://127.0.0.1:4000"],
    ["an origin that begins like the gateway's", `${gateway}.elsewhere.example`],
    ["a page without an origin, as in a frame with a sandbox", "null"],
    ["nobody who says where from", undefined],
  ])("refuses %s, before and after a preflight", async (_who, origin) => {
    for (const method of ["POST", "OPTIONS", "GET"]) {
      const { status, allowed, text } = await ask({ origin }, undefined, method);
      expect([status, allowed, text.includes("token")]).toEqual([403, undefined, false]);
    }
  });

  it("refuses a page whose name was made to lead here, even if it says that it is the gateway's", async () => {
    for (const host of [
      "elsewhere.example",
      `localhost:${new URL(kept.issuer).port}`,
      "127.0.0.1",
    ]) {
      const { status, allowed } = await ask({ host });
      expect([status, allowed]).toEqual([403, undefined]);
    }
  });

  it("refuses what a form can send, and what it does not understand", async () => {
    for (const type of ["text/plain", "application/x-www-form-urlencoded", undefined]) {
      expect((await ask({ "content-type": type })).status).toBe(415);
    }
    expect((await ask({}, undefined, "GET")).status).toBe(415);
    for (const body of [
      "",
      "{",
      "null",
      "[]",
      "{}",
      '{"role":1}',
      `{"role":"${"x".repeat(2_000)}"}`,
    ]) {
      expect((await ask({}, body)).status).toBe(400);
    }
    const { status, text } = await ask({}, '{"role":"admin"}');
    expect([status, text]).toEqual([
      400,
      expect.stringContaining("Expected one or more of public"),
    ]);
  });
});
