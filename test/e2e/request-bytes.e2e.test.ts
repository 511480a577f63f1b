import { request as rawRequest } from "node:http";
import { connect } from "node:net";
import { gzipSync } from "node:zlib";
import { dispatch, fellowship, recruitment } from "./support/personnel-subgraphs";
import { TestGraph } from "./support/test-graph";

let graph: TestGraph;
beforeAll(async () => {
  graph = await TestGraph.start([recruitment, dispatch, fellowship]);
});
afterAll(() => graph.stop());

interface Reply {
  readonly status: number;
  readonly body: string;
}

/** Sends bytes as they are, which `fetch` would not. */
function send(
  method: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  body?: Uint8Array,
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = rawRequest(graph.url, { method, path, headers }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (part: string) => (text += part));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body: text }));
    });
    sent.on("error", reject).end(body);
  });
}

/** What a server answers to bytes on a connection. */
function talk(text: string): Promise<string> {
  const { hostname, port } = new URL(graph.url);
  return new Promise((resolve, reject) => {
    let received = "";
    const socket = connect(Number(port), hostname, () => socket.write(text, "latin1"));
    socket.setEncoding("utf8").on("data", (part: string) => (received += part));
    socket.on("error", reject).on("close", () => resolve(received));
  });
}

const post = (body: Uint8Array, type: string, more: Readonly<Record<string, string>> = {}) =>
  send("POST", "/graphql", { "content-type": type, ...more }, body);

const json = (name: string) =>
  JSON.stringify({ query: "{ language __typename }", variables: { name } });

/** 架空 in Shift_JIS (CP932), and José in Latin-1, as a JSON string's inside. */
const shiftJis = "\x89\xCB\x8B\xF3";
const latin1 = "Jos\xE9";

describe("a body that is not UTF-8", () => {
  it.each([
    ["Shift_JIS", shiftJis, "application/json", 400],
    ["Latin-1", latin1, "application/json", 400],
    ["Latin-1 that is said to be UTF-8", latin1, "application/json; charset=utf-8", 400],
    ["Shift_JIS that says so", shiftJis, "application/json; charset=Shift_JIS", 415],
    ["Latin-1 that says so", latin1, 'application/json; charset="iso-8859-1"', 415],
    ["UTF-8 that is said to be something else", "A", "application/json;charset=windows-31j", 415],
  ])("is refused: %s", async (_what, text, type, status) => {
    const reply = await post(Buffer.from(json(text), "latin1"), type);
    expect(reply).toMatchObject({ status });
    expect(JSON.parse(reply.body)).toEqual({
      errors: [
        {
          message: expect.stringMatching(/^Expected .*(UTF-8|utf-8), received /),
          extensions: { code: "BAD_REQUEST" },
        },
      ],
    });
  });

  it.each([
    "application/json",
    "application/json; charset=utf-8",
    "application/json;charset=UTF-8",
    'application/json; charset="Utf-8"',
    "application/json; charset=utf8",
  ])("is not one in UTF-8, as %s", async (type) => {
    expect(await post(Buffer.from(json("架空 𠮷")), type)).toMatchObject({ status: 200 });
  });

  it("is not one in UTF-8 that begins with a byte order mark", async () => {
    const body = Buffer.from(`\uFEFF${json("架空")}`);
    expect(await post(body, "application/json")).toMatchObject({ status: 200 });
  });
});

it("refuses a compressed body and says so", async () => {
  for (const coding of ["gzip", "br", "x-unknown"]) {
    const reply = await post(gzipSync(json("A")), "application/json", {
      "content-encoding": coding,
    });
    expect(reply.status).toBe(415);
    expect(reply.body).toContain(
      `Expected a body without content-encoding, received \\"${coding}\\".`,
    );
  }
  const plain = { "content-encoding": "identity" };
  expect(await post(Buffer.from(json("A")), "application/json", plain)).toMatchObject({
    status: 200,
  });
});

it("keeps refusing keys that would change a prototype", async () => {
  const body = Buffer.from('{"query":"{ language }","__proto__":{"a":1}}');
  expect(await post(body, "application/json")).toMatchObject({ status: 400 });
});

describe("an address", () => {
  const get = (variables: string) =>
    send("GET", `/graphql?query=${encodeURIComponent("{ language }")}&variables=${variables}`, {
      "apollo-require-preflight": "1",
    });

  it("is read as UTF-8 and refused where it is not", async () => {
    const asUtf8 = encodeURIComponent('{"name":"架空 100%"}');
    expect(await get(asUtf8)).toMatchObject({ status: 200 });
    for (const name of ["%89%CB%8B%F3", "Jos%E9"]) {
      const reply = await get(`%7B%22name%22:%22${name}%22%7D`);
      expect(reply.status).toBe(400);
      expect(JSON.parse(reply.body).errors).toEqual([
        {
          message: "Expected UTF-8, percent-encoded, in the address, received other bytes.",
          extensions: { code: "BAD_REQUEST" },
        },
      ]);
    }
  });

  it("is refused where its bytes are not encoded", async () => {
    const bytes = Buffer.from("架空").toString("latin1");
    const answer = await talk(
      `GET /graphql?query={language}&a=${bytes} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1.1 400 /);
    expect(answer).toContain("Expected a request as HTTP/1.1 writes it, received one");
  });

  it.each([
    ["Content-Length: 1, 2", "400"],
    ["Content-Length: -1", "400"],
    ["Content-Length: 1\r\nContent-Length: 2", "400"],
    ["Content-Length: 5\r\nTransfer-Encoding: chunked", "400"],
    [`X-Long: ${"a".repeat(20_000)}`, "431"],
  ])("is refused beside %.40s", async (header, status) => {
    const answer = await talk(
      `POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n${header}\r\n\r\n`,
    );
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(JSON.parse(answer.split("\r\n\r\n")[1] ?? "")).toEqual({
      errors: [{ message: expect.any(String), extensions: { code: "BAD_REQUEST" } }],
    });
  });

  it.each([
    ["no Host", "HTTP/1.0\r\n"],
    ["an empty Host", "HTTP/1.1\r\nHost:\r\n"],
    ["a%zz", "HTTP/1.1\r\nHost: a%zz\r\n"],
    ["[::1", "HTTP/1.1\r\nHost: [::1\r\n"],
    ["user@host", "HTTP/1.1\r\nHost: a@b\r\n"],
    ["a path", "HTTP/1.1\r\nHost: a/b\r\n"],
    ["two hosts", "HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n"],
    ["a port that is none", "HTTP/1.1\r\nHost: a:99999\r\n"],
  ])("is refused with %s", async (_what, head) => {
    const answer = await talk(
      `GET /graphql?query={language} ${head}Apollo-Require-Preflight: 1\r\nConnection: close\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1.1 400 /);
    expect(answer).toContain('"code":"BAD_REQUEST"');
  });

  it.each(["localhost", "localhost:4000", "[::1]:4000", "127.0.0.1:1", "graph.example.go.jp"])(
    "is fine at %s",
    async (host) => {
      const answer = await talk(
        `GET /graphql?query={language} HTTP/1.1\r\nHost: ${host}\r\nApollo-Require-Preflight: 1\r\nConnection: close\r\n\r\n`,
      );
      expect(answer).toMatch(/^HTTP\/1.1 200 /);
    },
  );

  it("needs no Host to ask whether the gateway lives", async () => {
    expect(await talk("GET /health HTTP/1.0\r\n\r\n")).toMatch(/^HTTP\/1.1 200 /);
  });
});
