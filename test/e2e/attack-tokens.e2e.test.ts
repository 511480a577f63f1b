import { randomUUID } from "node:crypto";
import { request as httpRequest } from "node:http";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { assertionHeaders, testCaller } from "../support/assertions";
import { ask } from "../support/attempt";
import { startTestGraph, type TestGraph } from "../support/graph";
import { testIssuer, tokenOf } from "../support/identity";

let graph: TestGraph;
beforeAll(async () => {
  graph = await startTestGraph();
});
afterAll(() => graph.stop());

const query = '{ country(code: "JP") { name } }';
const officer = { roles: ["dispatch-officer"] };

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
const claims = async (more: object = {}) => ({
  ...{ iss: (await testIssuer()).url, aud: "personnel-graph", sub: "attacker", ...officer },
  ...{ exp: Math.floor(Date.now() / 1_000) + 600, ...more },
});

/** A token of an attacker's own key, with what its header says of where to find that key. */
async function forged(header: (jwk: object) => object, alg = "ES256"): Promise<string> {
  const { publicKey, privateKey } = await generateKeyPair(alg);
  const jwk = await exportJWK(publicKey);
  return new SignJWT(await claims()).setProtectedHeader({ alg, ...header(jwk) }).sign(privateKey);
}

/** A token of a public caller, with the header or the claims exchanged for others. */
async function edited(change: { header?: object; claims?: object }): Promise<string> {
  const [header = "", payload = "", signature = ""] = (await tokenOf({})).split(".");
  return [
    change.header ? encoded(change.header) : header,
    change.claims ? encoded(change.claims) : payload,
    signature,
  ].join(".");
}

describe("a token that is not the issuer's", () => {
  const kid = async () => (await testIssuer()).publicJwk.kid;
  const elsewhere = "https://attacker.invalid/keys";
  const attacks: Readonly<Record<string, () => Promise<string>>> = {
    "of another key": async () => forged(((id) => () => ({ kid: id }))(await kid())),
    "whose kid is a path": () => forged(() => ({ kid: "../../../../dev/null" })),
    "whose kid is an address": () => forged(() => ({ kid: elsewhere })),
    "whose kid is SQL": () => forged(() => ({ kid: "' UNION SELECT 'key' --" })),
    "that brings its key along": () => forged((jwk) => ({ jwk })),
    "that says where its key is": () => forged(() => ({ jku: elsewhere, x5u: elsewhere })),
    "that brings a certificate": () => forged(() => ({ x5c: ["MIIB"] })),
    "with an extension that must be understood": () =>
      edited({ header: { alg: "ES256", crit: ["x-other"], "x-other": true } }),
    "with other roles than were signed": async () => edited({ claims: await claims() }),
    "without an algorithm": async () => edited({ header: { alg: "none" }, claims: await claims() }),
    "without algorithm and signature": async () =>
      `${encoded({ alg: "none" })}.${encoded(await claims())}.`,
    "signed with the public key": async () => {
      const { publicJwk } = await testIssuer();
      const secret = new TextEncoder().encode(JSON.stringify(publicJwk));
      return new SignJWT(await claims())
        .setProtectedHeader({ alg: "HS256", kid: publicJwk.kid ?? "" })
        .sign(secret);
    },
    "that has expired": () => tokenOf({ ...officer, exp: Math.floor(Date.now() / 1_000) - 60 }),
    "for another audience": () => tokenOf({ ...officer, aud: "another" }),
    "of another issuer": () => tokenOf({ ...officer, iss: "https://issuer.invalid" }),
    "of an app and an officer": () =>
      tokenOf({ roles: ["app", "dispatch-officer"], client_id: "portal" }),
    "of a municipality and an analyst": () =>
      tokenOf({ roles: ["municipality", "analyst"], municipality: "131016" }),
    "of a role nobody has": () => tokenOf({ roles: ["dispatch-officer", "__proto__"] }),
    "of many thousand characters": () => Promise.resolve("a".repeat(9_000)),
  };

  it.each(Object.entries(attacks))("is refused, not taken for none: %s", async (_what, make) => {
    const headers = { authorization: `Bearer ${await make()}` };
    expect(await ask(graph, headers, query)).toMatchObject({
      ...{ status: 401, codes: ["INVALID_TOKEN"], calls: 0 },
    });
  });

  it("is refused beside another one", async () => {
    const bearer = `Bearer ${await tokenOf(officer)}`;
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const sent = httpRequest(`${graph.url}/graphql`, { method: "POST" }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      sent.setHeader("content-type", "application/json");
      sent.setHeader("authorization", [bearer, "Bearer x"]);
      sent.on("error", reject);
      sent.end(JSON.stringify({ query }));
    });
    expect(status).toBe(401);
  });
});

describe("a subgraph of the graph, asked directly", () => {
  const send = async (body: string, headers: Readonly<Record<string, string>>) => {
    const response = await fetch(`${graph.subgraphs.dispatch.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body,
    });
    const { errors = [] } = (await response.json()) as {
      errors?: { extensions: { code: string } }[];
    };
    return [response.status, ...errors.map(({ extensions }) => extensions.code)];
  };
  const body = (text: string, variables?: object) => JSON.stringify({ query: text, variables });
  const officials = body("{ officials(first: 1) { nodes { name } } }");
  const asked = (text: string, more: Parameters<typeof testCaller>[0] = {}) =>
    assertionHeaders("dispatch", text, { requestId: randomUUID(), caller: testCaller(more) });

  it.each([
    officials,
    body("{ _service { sdl } }"),
    body("{ __schema { types { name } } }"),
    body(
      '{ _entities(representations: [{ __typename: "Country", code: "JP" }]) { ... on Country { dispatches { totalCount } } } }',
    ),
  ])("answers nobody but the gateway: %s", async (text) => {
    const token = { authorization: `Bearer ${await tokenOf(officer)}` };
    expect(await send(text, {})).toEqual([401, "INVALID_ASSERTION"]);
    expect(await send(text, token)).toEqual([401, "INVALID_ASSERTION"]);
  });

  it("does not take an assertion that was overheard for anything else", async () => {
    const harmless = body("{ dispatchRegions { code } }");
    for (const other of [officials, `${harmless} `]) {
      expect(await send(other, await asked(harmless))).toEqual([401, "INVALID_ASSERTION"]);
    }
    const overheard = await asked(harmless);
    expect(await send(harmless, overheard)).toEqual([200]);
    for (const again of [overheard, { ...overheard, "x-request-id": randomUUID() }]) {
      expect(await send(harmless, again)).toEqual([401, "INVALID_ASSERTION"]);
      expect(await send(officials, again)).toEqual([401, "INVALID_ASSERTION"]);
    }
  });

  it("refuses again what the gateway should have refused", async () => {
    const scopes = new Set(["published", "dispatch:records", "dispatch:persons"]);
    const analyst = { roles: ["analyst"], scopes: new Set(["published", "dispatch:records"]) };
    const refused = async (text: string, caller: Parameters<typeof testCaller>[0]) =>
      send(text, await asked(text, caller));
    expect(await refused(officials, analyst)).toEqual([403, "FORBIDDEN"]);
    for (const text of [
      body("{ dispatches { nodes { payRatio } } }"),
      body("query ($f: DispatchFilter) { dispatches(filter: $f) { totalCount } }", {
        f: { payRatio: { gte: 1 } },
      }),
    ]) {
      expect(await refused(text, { roles: ["app"], scopes })).toEqual([403, "FORBIDDEN"]);
    }
    for (const text of [
      "{ __schema { queryType { name } } }",
      '{ __type(name: "Dispatch") { name } }',
    ]) {
      expect(await refused(body(text), {})).toEqual([200, "GRAPHQL_VALIDATION_FAILED"]);
    }
    const entities =
      "query ($r: [_Any!]!) { _entities(representations: $r) { ... on Country { dispatches { totalCount } } } }";
    const representations = [{ __typename: "Country", code: "US" }];
    expect(await refused(body(entities, { r: representations }), analyst)).toEqual([
      403,
      "FORBIDDEN",
    ]);
  });
});
