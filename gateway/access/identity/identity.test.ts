import { exportJWK, exportSPKI, importJWK, SignJWT, UnsecuredJWT, generateKeyPair } from "jose";
import { createSecretKey } from "node:crypto";
import { type IncomingMessage, request } from "node:http";
import { once } from "node:events";
import { TestGraph } from "../../../test/e2e/support/test-graph";
import { recruitment } from "../../../test/e2e/support/personnel-subgraphs";
import {
  testIssuer,
  tokenOf,
  type TestIssuer,
  TestIssuer as Issuer,
} from "../../../test/support/identity";

let graph: TestGraph;
let issuer: TestIssuer;
beforeAll(async () => {
  issuer = await testIssuer();
  graph = await TestGraph.start([recruitment]);
});
beforeEach(() => graph.reset());
afterEach(() => jest.restoreAllMocks());
afterAll(() => graph.stop());

const seconds = (offset: number) => Math.floor(Date.now() / 1_000) + offset;

/** Asks with an authorization header, and gives how the graph answers and how many subgraph calls it made. */
async function asked(authorization: string | undefined, url = graph) {
  const { status, errors, headers, calls, text } = await url.execute("{ language }", {
    headers: { authorization },
  });
  return {
    status,
    code: errors[0]?.extensions?.["code"],
    message: errors[0]?.message,
    authenticate: headers.get("www-authenticate"),
    calls: calls.length + graph.subgraph("recruitment").received.length,
    text,
  };
}

const refused = (reason: string) => ({
  status: 401,
  code: "INVALID_TOKEN",
  message: `The bearer token is not accepted: ${reason}.`,
  authenticate: 'Bearer error="invalid_token"',
  calls: 0,
  text: expect.any(String),
});

describe("a caller", () => {
  it("is public without a token", async () => {
    expect(await asked(undefined)).toMatchObject({ status: 200, calls: 2 });
    expect(lastCaller()).toEqual({ subject: "anonymous", roles: ["public"] });
  });

  it("is who the token says, and the log names them and no token", async () => {
    const token = await tokenOf({ sub: "officer.7", roles: ["dispatch-officer", "analyst"] });
    expect(await asked(`Bearer ${token}`)).toMatchObject({ status: 200, calls: 2 });
    expect(lastCaller()).toEqual({ subject: "officer.7", roles: ["dispatch-officer", "analyst"] });
    expect(await asked(`bearer ${token}`)).toMatchObject({ status: 200 });
    expect(JSON.stringify(graph.log)).not.toContain(token.split(".")[2]);
  });

  it("may be written down in as many audiences as the issuer likes", async () => {
    const token = await tokenOf({ aud: ["another", "personnel-graph"] });
    expect(await asked(`Bearer ${token}`)).toMatchObject({ status: 200 });
  });
});

describe("a token is refused before any subgraph is asked", () => {
  it.each([
    ["expired", { exp: seconds(-6) }, "it has expired"],
    ["without an end", { exp: undefined }, 'its claim "exp" is missing or not as it must be'],
    ["not valid yet", { nbf: seconds(60) }, "it is not valid yet"],
    ["of another issuer", { iss: "https://issuer.example" }, "it is of another issuer"],
    ["for another audience", { aud: "payroll" }, "it is for another audience"],
    ["without an audience", { aud: undefined }, 'its claim "aud" is missing or not as it must be'],
    ["of nobody", { sub: undefined }, 'its claim "sub" is missing or not as it must be'],
    ["of a blank", { sub: " " }, 'expected the claim "sub" to be a text of 1–200 characters'],
    [
      "of two lines",
      { sub: "a\nb" },
      'expected the claim "sub" to be a text of 1–200 characters, received one with U+000A at character 2',
    ],
    [
      "of those without one",
      { sub: "Anonymous" },
      'expected the claim "sub" to name somebody; anonymous are those without a token',
    ],
    [
      "of a novel",
      { sub: "a".repeat(201) },
      'expected the claim "sub" to be a text of 1–200 characters',
    ],
    [
      "without roles",
      { roles: undefined },
      'expected the claim "roles" to be an array of at least one role',
    ],
    [
      "with no role",
      { roles: [] },
      'expected the claim "roles" to be an array of at least one role',
    ],
    [
      "with roles in a text",
      { roles: "analyst" },
      'expected the claim "roles" to be an array of at least one role',
    ],
    [
      "with a role nobody knows",
      { roles: ["analyst", "admin"] },
      expect.stringMatching(/^expected the claim "roles" to hold roles of public, .+ only$/),
    ],
    [
      "with a role of every object",
      { roles: ["constructor"] },
      expect.stringMatching(/to hold roles of/),
    ],
    [
      "of an app without a client",
      { roles: ["app"] },
      'expected the claim "client_id" to be a text of 1–200 characters',
    ],
    [
      "of an app with a list of scopes",
      { roles: ["app"], client_id: "a", scope: ["published"] },
      'expected the claim "scope" to be a text of scopes',
    ],
    [
      "of a municipality without a code",
      { roles: ["municipality"] },
      'expected the claim "municipality" to be a code of six digits',
    ],
    [
      "of a municipality by name",
      { roles: ["municipality"], municipality: "千代田区" },
      'expected the claim "municipality" to be a code of six digits',
    ],
    [
      "of an app that is an analyst too",
      { roles: ["analyst", "app"], client_id: "a" },
      "the role app cannot be combined with others",
    ],
    [
      "of a municipality that is an office too",
      { roles: ["municipality", "dispatch-officer"], municipality: "131016" },
      "the role municipality cannot be combined with others",
    ],
  ])("%s", async (_what, claims, reason) => {
    const expected = refused("");
    const answer = await asked(`Bearer ${await tokenOf(claims)}`);
    expect(answer).toMatchObject({ ...expected, message: expect.any(String) });
    expect(answer.message?.replace(/^The bearer token is not accepted: (.*)\.$/, "$1")).toEqual(
      reason,
    );
  });

  it("within what clocks may differ by not", async () => {
    expect(await asked(`Bearer ${await tokenOf({ exp: seconds(-2) })}`)).toMatchObject({
      status: 200,
    });
  });

  const claims = () => ({
    iss: issuer.url,
    aud: "personnel-graph",
    sub: "intruder",
    roles: ["dispatch-officer"],
    iat: seconds(0),
    exp: seconds(600),
  });
  const kid = () => issuer.publicJwk.kid ?? "";

  it("forged with a key of one's own", async () => {
    const { privateKey } = await generateKeyPair("ES256");
    const token = await new SignJWT(claims())
      .setProtectedHeader({ alg: "ES256", kid: kid() })
      .sign(privateKey);
    expect(await asked(`Bearer ${token}`)).toEqual(refused("its signature is not valid"));
  });

  it("forged with a key that the token itself carries", async () => {
    const { privateKey, publicKey } = await generateKeyPair("ES256", { extractable: true });
    const jwk = { kty: "EC", crv: "P-256", x: "", y: "", ...(await exportJWK(publicKey)) };
    const token = await new SignJWT(claims())
      .setProtectedHeader({ alg: "ES256", jwk, kid: "own" })
      .sign(privateKey);
    expect(await asked(`Bearer ${token}`)).toEqual(refused("it names no key of the issuer"));
  });

  it("with claims that were changed afterwards", async () => {
    const [header, , signature] = (await tokenOf({})).split(".");
    const other = Buffer.from(JSON.stringify(claims())).toString("base64url");
    expect(await asked(`Bearer ${header}.${other}.${signature}`)).toEqual(
      refused("its signature is not valid"),
    );
  });

  it("with the algorithm none", async () => {
    const token = new UnsecuredJWT(claims()).encode();
    expect(await asked(`Bearer ${token}`)).toEqual(
      refused("its algorithm is not one that is allowed"),
    );
  });

  it("with the public key taken for a secret", async () => {
    const publicKey = await importJWK(issuer.publicJwk, "ES256", { extractable: true });
    if (publicKey instanceof Uint8Array) throw new Error("no public key");
    const secret = createSecretKey(Buffer.from(await exportSPKI(publicKey)));
    const token = await new SignJWT(claims())
      .setProtectedHeader({ alg: "HS256", kid: kid() })
      .sign(secret);
    expect(await asked(`Bearer ${token}`)).toEqual(
      refused("its algorithm is not one that is allowed"),
    );
  });

  it.each(["", "Bearer", "Bearer ", "Basic dTpw", "token", "Bearer a b", "Bearer ü", "Bearer a,b"])(
    "as the header %p",
    async (header) => {
      expect(await asked(header)).toEqual(
        refused('expected the authorization header to be "Bearer" and a token'),
      );
    },
  );

  it.each(["a", "a.b.c", "....", `${"a".repeat(3_000)}.b.c`])("that is none: %j", async (token) => {
    expect(await asked(`Bearer ${token}`)).toEqual(refused("it is not a signed JSON Web Token"));
  });

  it("that would fill the memory", async () => {
    expect(await asked(`Bearer ${"a".repeat(9_000)}`)).toEqual(
      refused("expected at most 8192 characters, received 9000"),
    );
  });

  it("given twice", async () => {
    const token = await tokenOf({});
    const call = request(`${graph.url}/graphql`, { method: "POST" });
    call.setHeader("content-type", "application/json");
    call.setHeader("authorization", [`Bearer ${token}`, `Bearer ${token}`]);
    call.end('{"query":"{ language }"}');
    const [response] = (await once(call, "response")) as [IncomingMessage];
    response.resume();
    expect(response.statusCode).toBe(401);
    expect(graph.subgraph("recruitment").received).toEqual([]);
  });

  it("whatever else is wrong with the request, and however its path is written", async () => {
    for (const path of ["/graphql", "/graphql?query={language}", "/%67raphql"]) {
      for (const method of ["GET", "POST"]) {
        const response = await fetch(`${graph.url}${path}`, {
          method,
          headers: { authorization: "Bearer x", "apollo-require-preflight": "1" },
        });
        expect([path, method, response.status]).toEqual([path, method, 401]);
      }
    }
  });

  it("without naming it in the answer or the log", async () => {
    const token = await tokenOf({ roles: ["admin"] });
    const { text } = await asked(`Bearer ${token}`);
    const secret = token.split(".")[2] ?? "none";
    expect(text).not.toContain(secret);
    expect(JSON.stringify(graph.log)).not.toContain(secret);
  });

  it("where the graph has no issuer", async () => {
    const plain = await TestGraph.start([recruitment], { OIDC_ISSUER: undefined });
    try {
      const { status, errors } = await plain.execute("{ language }");
      expect([status, errors[0]?.message]).toEqual([
        401,
        "The bearer token is not accepted: this graph has no issuer of tokens.",
      ]);
      expect(
        (await plain.execute("{ language }", { headers: { authorization: undefined } })).status,
      ).toBe(200);
    } finally {
      await plain.stop();
    }
  });
});

describe("the issuer's keys", () => {
  let own: Issuer;
  let other: TestGraph;
  beforeEach(async () => {
    own = await new Issuer().start();
    other = await TestGraph.start([recruitment], { OIDC_ISSUER: own.url });
  });
  afterEach(async () => {
    await other.stop();
    await own.stop();
  });
  const ask = async () => {
    const { status, errors } = await other.execute("{ language }", {
      headers: { authorization: `Bearer ${await own.token()}` },
    });
    return errors[0]?.extensions?.["code"] ?? status;
  };
  const later = (milliseconds: number) => {
    const now = Date.now();
    jest.spyOn(Date, "now").mockImplementation(() => now + milliseconds);
  };

  it("are fetched once for many tokens", async () => {
    expect(await Promise.all([ask(), ask(), ask()])).toEqual([200, 200, 200]);
    expect(await ask()).toBe(200);
    expect(own.fetches).toBe(1);
  });

  it("are fetched again when a token names one that is not known, but not at once and not each time", async () => {
    expect(await ask()).toBe(200);
    await own.rotate();
    expect(await ask()).toBe("INVALID_TOKEN");
    expect(own.fetches).toBe(1);
    later(11_000);
    expect(await ask()).toBe(200);
    expect(own.fetches).toBe(2);
  });

  it("go on serving while the issuer is away; a key that is not known then is reported as our failure", async () => {
    expect(await ask()).toBe(200);
    const { url } = own;
    await own.stop();
    later(700_000);
    expect(await ask()).toBe(200);
    expect(await ask()).toBe(200);
    await own.rotate();
    expect(await ask()).toBe("IDENTITY_UNAVAILABLE");
    await own.start();
    expect(own.url).toBe(url);
    later(60_000);
    expect(await ask()).toBe(200);
  });

  it("are asked for again once the issuer is back, where there were none", async () => {
    await own.stop();
    const { status, errors, calls } = await other.execute("{ language }", {
      headers: { authorization: `Bearer ${await own.token()}` },
    });
    expect([status, errors[0]?.extensions, calls]).toEqual([
      503,
      { code: "IDENTITY_UNAVAILABLE" },
      [],
    ]);
    expect(JSON.stringify(errors)).not.toContain("127.0.0.1");
    await own.start();
    later(3_000);
    expect(await ask()).toBe(200);
  });
});

function lastCaller(): unknown {
  return graph.log.findLast(({ msg }) => msg === "answered")?.["caller"];
}
