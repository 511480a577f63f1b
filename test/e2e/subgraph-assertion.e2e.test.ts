import { createSecretKey, randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { importJWK, type JWTPayload, SignJWT, UnsecuredJWT } from "jose";
import { assertionHeaders, newTestKeys, testCaller, testKeys } from "../support/assertions";
import { startTestSubgraph, type TestSubgraph } from "../support/subgraph";
import { recruitment } from "../../subgraphs/recruitment/recruitment";
import { assertionHeader, digestOf, signAssertion } from "../../subgraphs/kit/access/assertion";
import { publicKeySet } from "../../subgraphs/kit/access/key-sets";
import { setDate } from "../support/set-date";

const body = '{"query":"{ skillStandard { code } }"}';
const requestId = "request-1";
let subgraph: TestSubgraph;
beforeAll(async () => {
  subgraph = await startTestSubgraph(recruitment);
});
afterEach(() => jest.restoreAllMocks());
afterAll(() => subgraph.stop());

async function post(headers: Readonly<Record<string, string>>, sent: string | null = body) {
  const response = await fetch(`${subgraph.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-request-id": requestId, ...headers },
    body: sent,
  });
  return { status: response.status, body: await response.json() };
}

const refused = (reason: string) => ({
  status: 401,
  body: {
    errors: [
      {
        message: `The gateway's assertion is not accepted: ${reason}.`,
        extensions: { code: "INVALID_ASSERTION" },
      },
    ],
  },
});

const claims = () => ({
  jti: randomUUID(),
  iss: "gateway",
  aud: "recruitment",
  sub: "intruder",
  roles: [],
  scopes: ["published"],
  attributes: {},
  rid: requestId,
  asOf: "2024-03-31",
  sha256: digestOf(body),
  iat: Math.floor(Date.now() / 1_000),
  exp: Math.floor(Date.now() / 1_000) + 30,
});
const typ = "graph-assertion+jwt";
const keyFile = async () => (await testKeys()).files;
const publicJwk = async () => {
  const { keys } = publicKeySet.parse(JSON.parse(await readFile((await keyFile()).public, "utf8")));
  const [key] = keys;
  if (!key) throw new Error("no key");
  return key;
};

/** A token of the gateway's own key. */
async function signed(payload: JWTPayload, header: { readonly typ?: string }): Promise<string> {
  const { keys } = JSON.parse(await readFile((await keyFile()).signing, "utf8")) as {
    keys: [{ kid: string }];
  };
  return new SignJWT(payload)
    .setProtectedHeader({ alg: "EdDSA", kid: keys[0].kid, ...header })
    .sign(await importJWK(keys[0], "EdDSA"));
}

describe("a subgraph", () => {
  it("answers what the gateway has signed", async () => {
    expect(await post(await assertionHeaders("recruitment", body, { requestId }))).toMatchObject({
      status: 200,
      body: { data: { skillStandard: { code: expect.any(String) } } },
    });
  });

  it("refuses what nobody has signed", async () => {
    expect(await post({})).toEqual(refused("it is missing"));
  });

  it.each(["x", "a.b.c", "Bearer x"])("refuses %j for an assertion", async (given) => {
    expect(await post({ [assertionHeader]: given })).toEqual(refused("it is malformed"));
  });

  it("refuses one that is stale, and one from the future", async () => {
    const headers = await assertionHeaders("recruitment", body, { requestId });
    const now = Date.now();
    setDate(now + 36_000);
    expect(await post(headers)).toEqual(refused("it is stale"));
    jest.setSystemTime(now - 10_000);
    expect(await post(headers)).toEqual(refused("it is from the future"));
    jest.useRealTimers();
    expect(await post(headers)).toMatchObject({ status: 200 });
  });

  it("gives no caller more rights for having the subject of the public", async () => {
    const ofPublic = { ...claims(), sub: "anonymous", roles: ["public"] };
    const asked = async (payload: JWTPayload) =>
      (await post({ [assertionHeader]: await signed({ ...payload, jti: randomUUID() }, { typ }) }))
        .status;
    expect(await asked(ofPublic)).toBe(200);
    for (const forged of [
      { ...ofPublic, roles: ["dispatch-officer"] },
      { ...ofPublic, roles: ["public", "dispatch-officer"] },
      { ...ofPublic, sub: "Anonymous" },
      { ...ofPublic, sub: "anony\u200Bmous" },
    ]) {
      expect([forged.sub, forged.roles, await asked(forged)]).toEqual([
        forged.sub,
        forged.roles,
        401,
      ]);
    }
  });

  it("refuses one for another subgraph or another body", async () => {
    const other = await assertionHeaders("dispatch", body, { requestId });
    expect(await post(other)).toEqual(refused("it is for another subgraph"));
    for (const sent of [`${body} `, null]) {
      const mine = await assertionHeaders("recruitment", body, { requestId });
      expect(await post(mine, sent)).toEqual(refused("it is for another body"));
    }
  });

  it("refuses one that was used, with the same body or another, also where both come at once", async () => {
    const again = refused("it was used before");
    const mine = await assertionHeaders("recruitment", body, { requestId });
    const statuses = await Promise.all([1, 2, 3].map(async () => (await post(mine)).status));
    expect(statuses.sort()).toEqual([200, 401, 401]);
    expect(await post(mine)).toEqual(again);
    expect(await post({ ...mine, "x-request-id": "request-2" })).toEqual(again);
    const spent = await assertionHeaders("recruitment", body, { requestId });
    expect(await post(spent, `${body} `)).toEqual(refused("it is for another body"));
    expect(await post(spent)).toEqual(again);
  });

  it("refuses one without an id", async () => {
    for (const jti of [undefined, "", 1]) {
      const token = await signed({ ...claims(), jti } as JWTPayload, { typ });
      expect(await post({ [assertionHeader]: token })).toEqual(refused("it is malformed"));
    }
  });

  it("refuses one signed with a key that is not the gateway's, whatever it calls it", async () => {
    const caller = testCaller();
    const asked = {
      ...{ id: randomUUID(), subgraph: "recruitment", caller, requestId, asOf: "2024-03-31", body },
    };
    const stranger = await newTestKeys();
    const foreign = signAssertion(asked, await stranger.signing.current());
    expect(await post({ [assertionHeader]: foreign })).toEqual(
      refused("it names no key of the gateway"),
    );
    const { key } = await stranger.signing.current();
    const { kid } = await publicJwk();
    const forged = await new SignJWT(claims())
      .setProtectedHeader({ alg: "EdDSA", kid, typ })
      .sign(key);
    expect(await post({ [assertionHeader]: forged })).toEqual(
      refused("its signature is not valid"),
    );
  });

  it("refuses the algorithm none, and the public key taken for a secret", async () => {
    const unsigned = new UnsecuredJWT(claims()).encode();
    expect(await post({ [assertionHeader]: unsigned })).toEqual(
      refused("its algorithm is not EdDSA"),
    );
    const { kid, x } = await publicJwk();
    const token = await new SignJWT(claims())
      .setProtectedHeader({ alg: "HS256", kid, typ })
      .sign(createSecretKey(Buffer.from(x, "base64url")));
    expect(await post({ [assertionHeader]: token })).toEqual(refused("its algorithm is not EdDSA"));
  });

  it("takes no other kind of token of the same key for an assertion", async () => {
    const token = await signed(claims(), {});
    expect(await post({ [assertionHeader]: token })).toEqual(refused("it is malformed"));
  });

  it("answers as of no day but one that is signed", async () => {
    const as = async (more: object) =>
      post({ [assertionHeader]: await signed({ ...claims(), ...more }, { typ }) });
    expect(await as({})).toMatchObject({ status: 200 });
    for (const asOf of [undefined, null, "", 20240331, "2024-3-31", "2024-02-30", ["2024-03-31"]]) {
      expect([asOf, await as({ asOf })]).toEqual([asOf, refused("it is malformed")]);
    }
  });

  it("takes no query in an address, however it is signed", async () => {
    const headers = await assertionHeaders("recruitment", "", { requestId });
    const address = `${subgraph.url}/graphql?query={skillStandard{code}}`;
    const response = await fetch(address, {
      headers: { ...headers, "apollo-require-preflight": "1" },
    });
    expect(response.status).toBe(405);
    expect((await fetch(address)).status).toBe(401);
    const others = await assertionHeaders("recruitment", body, { requestId });
    const typed = await post({ ...others, "content-type": "text/plain" });
    expect(typed.status).toBe(415);
  });

  it("says without an assertion whether it lives and is ready", async () => {
    expect((await fetch(`${subgraph.url}/health`)).status).toBe(200);
    expect((await fetch(`${subgraph.url}/ready`)).status).toBe(200);
  });

  it("shows nobody its schema", async () => {
    const { errors } = await subgraph.execute("{ __schema { queryType { name } } }");
    expect(errors).toHaveLength(1);
  });
});
