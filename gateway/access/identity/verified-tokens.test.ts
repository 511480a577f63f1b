import { createLocalJWKSet, exportJWK, generateKeyPair, type JWK, SignJWT } from "jose";
import { VerifiedTokens } from "./verified-tokens";

const rules = { issuer: "https://issuer.example", audience: "graph", algorithms: ["ES256"] };
const hour = 3_600;
const now = () => Math.floor(Date.now() / 1_000);

async function signer(kid: string) {
  const { publicKey, privateKey } = await generateKeyPair("ES256");
  const publicJwk = { ...(await exportJWK(publicKey)), kid, alg: "ES256" };
  const sign = (claims: Readonly<Record<string, unknown>> = {}) =>
    new SignJWT({ roles: ["analyst"], sub: "a", exp: now() + hour, ...claims })
      .setProtectedHeader({ alg: "ES256", kid })
      .setIssuer(rules.issuer)
      .setAudience(rules.audience)
      .sign(privateKey);
  return { publicJwk, sign };
}

/** Tokens verified with keys that can be replaced, as if they were fetched again. */
function verifiedWith(keys: JWK[], most?: number) {
  let find = createLocalJWKSet({ keys });
  const tokens = new VerifiedTokens((header, token) => find(header, token), rules, most);
  const fetched = (again: JWK[]) => {
    find = createLocalJWKSet({ keys: again });
  };
  return { tokens, fetched };
}

let signatures: jest.SpyInstance;
beforeEach(() => {
  signatures = jest.spyOn(globalThis.crypto.subtle, "verify");
});
afterEach(() => jest.restoreAllMocks());

const later = (seconds: number) => {
  const start = Date.now();
  jest.spyOn(Date, "now").mockImplementation(() => start + seconds * 1_000);
  jest.useFakeTimers({ now: start + seconds * 1_000, doNotFake: ["nextTick", "setImmediate"] });
};
afterEach(() => jest.useRealTimers());

describe("a token that was found to be right", () => {
  it("is verified once", async () => {
    const { publicJwk, sign } = await signer("one");
    const { tokens } = verifiedWith([publicJwk]);
    const token = await sign();
    const first = await tokens.callerOf(token);
    expect(first).toMatchObject({ subject: "a", roles: ["analyst"] });
    expect(await tokens.callerOf(token)).toBe(first);
    expect(signatures).toHaveBeenCalledTimes(1);
  });

  it("is refused once it has expired", async () => {
    const { publicJwk, sign } = await signer("one");
    const { tokens } = verifiedWith([publicJwk]);
    const token = await sign({ exp: now() + 60 });
    await tokens.callerOf(token);
    later(59 - 1);
    await tokens.callerOf(token);
    expect(signatures).toHaveBeenCalledTimes(1);
    later(10);
    await expect(tokens.callerOf(token)).rejects.toThrow("it has expired");
  });

  it("is refused once its key is gone, also if another has its name", async () => {
    const one = await signer("one");
    const other = await signer("one");
    const { tokens, fetched } = verifiedWith([one.publicJwk]);
    const token = await one.sign();
    await tokens.callerOf(token);
    fetched([other.publicJwk]);
    await expect(tokens.callerOf(token)).rejects.toThrow("its signature is not valid");
    fetched([]);
    await expect(tokens.callerOf(token)).rejects.toThrow("it names no key of the issuer");
    fetched([one.publicJwk]);
    expect(await tokens.callerOf(token)).toMatchObject({ subject: "a" });
  });

  it("is verified again, once, when the same keys were fetched again", async () => {
    const { publicJwk, sign } = await signer("one");
    const { tokens, fetched } = verifiedWith([publicJwk]);
    const token = await sign();
    await tokens.callerOf(token);
    fetched([publicJwk]);
    await tokens.callerOf(token);
    await tokens.callerOf(token);
    expect(signatures).toHaveBeenCalledTimes(2);
  });

  it("is one of a bounded number", async () => {
    const { publicJwk, sign } = await signer("one");
    const { tokens } = verifiedWith([publicJwk], 10);
    const many = await Promise.all(
      Array.from({ length: 50 }, (_none, number) => sign({ sub: `s${number}` })),
    );
    for (const token of many) await tokens.callerOf(token);
    signatures.mockClear();
    const callers = await Promise.all(many.map((token) => tokens.callerOf(token)));
    expect(callers.map(({ subject }) => subject)).toEqual(many.map((_token, n) => `s${n}`));
    expect(signatures.mock.calls.length).toBeGreaterThanOrEqual(40);
  });
});

describe("a token that is not right", () => {
  it("is never kept, nor accepted for one that is", async () => {
    const { publicJwk, sign } = await signer("one");
    const forger = await signer("one");
    const { tokens } = verifiedWith([publicJwk]);
    const token = await sign({ sub: "victim" });
    const forged = await forger.sign({ sub: "victim" });
    const [header = "", payload = "", signature = ""] = token.split(".");
    const officer = Buffer.from(payload, "base64url")
      .toString()
      .replace("analyst", "dispatch-officer");
    const altered = [header, Buffer.from(officer).toString("base64url"), signature].join(".");
    for (let time = 0; time < 3; time += 1) {
      await tokens.callerOf(token);
      for (const wrong of [forged, altered, `${token}A`, token.slice(0, -2)]) {
        await expect(tokens.callerOf(wrong)).rejects.toThrow("The bearer token is not accepted");
      }
    }
    expect(signatures.mock.calls.length).toBeGreaterThanOrEqual(1 + 3 * 2);
  });

  it("is not kept either where its claims are refused", async () => {
    const { publicJwk, sign } = await signer("one");
    const { tokens } = verifiedWith([publicJwk]);
    const token = await sign({ roles: ["emperor"] });
    await expect(tokens.callerOf(token)).rejects.toThrow('the claim "roles"');
    await expect(tokens.callerOf(token)).rejects.toThrow('the claim "roles"');
    expect(signatures).toHaveBeenCalledTimes(2);
  });
});

describe("two callers", () => {
  it("are never mixed, however their requests cross", async () => {
    const { publicJwk, sign } = await signer("one");
    const { tokens } = verifiedWith([publicJwk], 4);
    const people = await Promise.all(
      Array.from({ length: 8 }, async (_none, n) => ({
        sub: `s${n}`,
        token: await sign({ sub: `s${n}` }),
      })),
    );
    const asked = Array.from({ length: 200 }, (_none, n) => people[((n * 7) % 8) ^ (n % 3)]);
    const named = await Promise.all(
      asked.map(async (person) => (await tokens.callerOf(person?.token ?? "")).subject),
    );
    expect(named).toEqual(asked.map((person) => person?.sub));
  });
});
