import { createSecretKey, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { copyFile, readFile, writeFile } from "node:fs/promises";
import fc from "fast-check";
import { jwtVerify, SignJWT } from "jose";
import pino from "pino";
import { newTestKeys, type TestKeys } from "../../../test/support/assertions";
import { setDate } from "../../../test/support/set-date";
import { type AssertedRequest, sealAssertion, unsealAssertion, verifyAssertion } from "./assertion";
import { sealCompact, sharedHeader } from "./compact-jws";
import { secondsNow } from "./gateway-claims";
import { InvalidAssertion } from "./invalid-assertion";
import { KeyFile } from "./key-file";
import { GrantedKeys, grantLifetime, signGrant } from "./key-grant";
import { assertionType, readVerifyingKeys, type SigningKey, type VerifyingKeys } from "./key-sets";
import { KeyShare } from "./key-share";

const subgraph = "recruitment";
let keys: TestKeys;
let signing: SigningKey;
let verifying: KeyFile<VerifyingKeys>;
beforeAll(async () => {
  keys = await newTestKeys();
  signing = await keys.signing.current();
  verifying = await KeyFile.open({
    path: keys.files.public,
    variable: "GATEWAY_KEYS_FILE",
    read: readVerifyingKeys,
    logger: pino({ level: "silent" }),
  });
});
afterEach(() => jest.useRealTimers());

const granted = (name = subgraph) => new GrantedKeys(name, verifying);

/** The gateway's key with a process of a subgraph, and its grant. */
function agreed(of: GrantedKeys, name = subgraph) {
  const own = new KeyShare();
  const agreement = { subgraph: name, gatewayShare: own.text, subgraphShare: of.share };
  return { key: own.keyWith(agreement), grant: signGrant(agreement, signing) };
}

const request: AssertedRequest = {
  id: "request-1",
  subgraph,
  caller: { subject: "s", roles: ["r"], scopes: new Set(["published"]), attributes: { a: "b" } },
  requestId: "request-1",
  asOf: "2024-03-31",
  body: "{}",
};

/** Why something is refused. */
const refusal = (work: () => unknown) =>
  Promise.resolve()
    .then(work)
    .then(
      () => "accepted",
      (error: unknown) => {
        if (error instanceof InvalidAssertion) return /: (.*)\.$/.exec(error.message)?.[1];
        throw error;
      },
    );

/** A grant with any claims, signed with the gateway's own key. */
function grantOf(claims: object, header = signing.grantHeader): string {
  const input = `${header}.${Buffer.from(JSON.stringify(claims)).toString("base64url")}`;
  return `${input}.${sign(null, Buffer.from(input), signing.key).toString("base64url")}`;
}

const claimsOf = (of: GrantedKeys, more: object = {}) => ({
  ...{ gatewayShare: new KeyShare().text, subgraphShare: of.share },
  ...{ iss: "gateway", aud: subgraph, iat: secondsNow(), exp: secondsNow() + grantLifetime },
  ...more,
});

describe("a key that gateway and subgraph share", () => {
  it("opens what was sealed with it, and says what was sealed", async () => {
    const of = granted();
    const { key, grant } = agreed(of);
    // The second time it is kept.
    for (const known of [await of.keyOf(grant), await of.keyOf(grant)]) {
      const { caller, requestId, asOf } = request;
      expect(unsealAssertion(sealAssertion(request, key), subgraph, known)).toMatchObject({
        ...{ caller, requestId, asOf },
      });
    }
  });

  it("is another one for each process of the subgraph and of the gateway", async () => {
    const [one, other] = [granted(), granted()];
    const [first, second] = [agreed(one), agreed(one)];
    expect(await refusal(() => other.keyOf(first.grant))).toBe("its shared key is not known");
    const key = await one.keyOf(second.grant);
    expect(
      await refusal(() => unsealAssertion(sealAssertion(request, first.key), subgraph, key)),
    ).toBe("its code is not valid");
  });

  it("is of no use for another subgraph, also to the one that knows it", async () => {
    const [mine, others] = [granted(), granted("dispatch")];
    const { key, grant } = agreed(mine);
    expect(await refusal(() => others.keyOf(grant))).toBe("it is for another subgraph");
    const named = agreed(others, "dispatch");
    const known = await others.keyOf(named.grant);
    const forged = sealAssertion({ ...request, subgraph: "dispatch" }, key);
    expect(await refusal(() => unsealAssertion(forged, "dispatch", known))).toBe(
      "its code is not valid",
    );
    const asked = sealAssertion(request, named.key);
    expect(await refusal(() => unsealAssertion(asked, "dispatch", known))).toBe(
      "it is for another subgraph",
    );
  });

  it("is not known to whoever reads both shares, or puts a share in the way", async () => {
    const of = granted();
    const intruder = new KeyShare();
    // The gateway was told the intruder's share: the subgraph does not know the key.
    const own = new KeyShare();
    const told = { subgraph, gatewayShare: own.text, subgraphShare: intruder.text };
    await expect(of.keyOf(signGrant(told, signing))).rejects.toThrow("its shared key is not known");
    // The intruder grants by itself.
    const { privateKey: key } = generateKeyPairSync("ed25519");
    const agreement = { subgraph, gatewayShare: intruder.text, subgraphShare: of.share };
    expect(await refusal(() => of.keyOf(signGrant(agreement, { ...signing, key })))).toBe(
      "its signature is not valid",
    );
  });

  it("ends after its time, also where it was in use, and is of no use before", async () => {
    const of = granted();
    const { grant } = agreed(of);
    await of.keyOf(grant);
    setDate(Date.now() + (grantLifetime + 6) * 1_000);
    await expect(of.keyOf(grant)).rejects.toThrow("its shared key is not known");
    await expect(granted().keyOf(grant)).rejects.toThrow("its shared key is not known");
    // It is used up to the tolerance of clocks, and no longer than a grant may be, whatever it says.
    const short = grantOf(claimsOf(of, { exp: secondsNow() - 4 }));
    await of.keyOf(short);
    const longest = grantOf(claimsOf(of, { exp: secondsNow() + 9_999_999 }));
    await of.keyOf(longest);
    setDate(Date.now() + (grantLifetime + 6) * 1_000);
    await expect(of.keyOf(longest)).rejects.toThrow("its shared key is not known");
    const later = claimsOf(of, { iat: secondsNow() + 60 });
    expect(await refusal(() => of.keyOf(grantOf(later)))).toBe("it is from the future");
    const long = claimsOf(of, { iat: secondsNow() - 9_999, exp: secondsNow() + 9_999 });
    expect(await refusal(() => of.keyOf(grantOf(long)))).toBe("its shared key is not known");
  });

  it.each<[string, object, string]>([
    ["another issuer", { iss: "officer" }, "it is malformed"],
    ["no expiry", { exp: undefined }, "it is malformed"],
    ["an expiry that is a text", { exp: "9999999999" }, "it is malformed"],
    ["no share", { gatewayShare: undefined }, "it is malformed"],
    ["a share that is none", { gatewayShare: "x" }, "it is malformed"],
    [
      "the share that makes every key the same",
      { gatewayShare: "A".repeat(43) },
      "it is malformed",
    ],
  ])("is not granted with %s", async (_what, more, reason) => {
    const of = granted();
    expect(await refusal(() => of.keyOf(grantOf(claimsOf(of, more))))).toBe(reason);
  });

  it("is granted by no other kind of token of the gateway, and a grant is no assertion", async () => {
    const of = granted();
    expect(await refusal(() => of.keyOf(grantOf(claimsOf(of), signing.header)))).toBe(
      "it is malformed",
    );
    const { grant, key } = agreed(of);
    expect(await refusal(() => unsealAssertion(grant, subgraph, key))).toBe("it is malformed");
    const request = { sha256: "x", jti: "id", sub: "s", roles: [], scopes: [], attributes: {} };
    const both = claimsOf(of, { ...request, rid: "r", asOf: "2024-03-31" });
    for (const [header, reason] of [
      [signing.header, "accepted"],
      [signing.grantHeader, "it is malformed"],
    ] as const) {
      const token = grantOf(both, header);
      expect(await refusal(() => verifyAssertion(token, subgraph, verifying))).toBe(reason);
    }
  });

  it("ends with the key of the gateway that granted it", async () => {
    const of = granted();
    const { grant } = agreed(of);
    await of.keyOf(grant);
    const kept = `${keys.files.public}.kept`;
    await copyFile(keys.files.public, kept);
    const content = JSON.parse(await readFile(keys.files.public, "utf8")) as {
      keys: { kid: string }[];
    };
    const [first] = content.keys;
    try {
      const renamed = { keys: [{ ...first, kid: "another" }] };
      await writeFile(keys.files.public, JSON.stringify(renamed));
      await verifying.current({ atOnce: true });
      expect(await refusal(() => of.keyOf(grant))).toBe("it names no key of the gateway");
    } finally {
      await copyFile(kept, keys.files.public);
      await verifying.current({ atOnce: true });
    }
    await of.keyOf(grant);
  });

  it("can be used again after very many others", async () => {
    const of = granted();
    const all = Array.from({ length: 400 }, () => agreed(of));
    for (const { grant } of all) await of.keyOf(grant);
    const known = await of.keyOf(all[0]?.grant ?? "");
    const sealed = sealAssertion(request, all[0]?.key ?? known);
    expect(unsealAssertion(sealed, subgraph, known).requestId).toBe(request.requestId);
  });

  it("seals nothing that is accepted with any bit changed", () => {
    const key = createSecretKey(randomBytes(32));
    fc.assert(
      fc.property(fc.nat(2), fc.nat(), fc.nat(7), (part, at, bit) => {
        const parts = sealAssertion(request, key).split(".");
        const bytes = Buffer.from(parts[part] ?? "", "base64url");
        const index = at % bytes.length;
        bytes[index] = (bytes[index] ?? 0) ^ (1 << bit);
        parts[part] = bytes.toString("base64url");
        expect(() => unsealAssertion(parts.join("."), subgraph, key)).toThrow(InvalidAssertion);
      }),
      { numRuns: 500 },
    );
  });

  it("seals what a library for tokens reads, and opens what that seals", async () => {
    const key = createSecretKey(randomBytes(32));
    const { payload, protectedHeader } = await jwtVerify(sealAssertion(request, key), key, {
      ...{ audience: subgraph, issuer: "gateway", algorithms: ["HS256"], typ: assertionType },
    });
    const token = await new SignJWT(payload).setProtectedHeader(protectedHeader).sign(key);
    expect(unsealAssertion(token, subgraph, key).requestId).toBe(request.requestId);
  });

  it.each<[string, (token: string) => string]>([
    ["no dot", (token) => token.replaceAll(".", "")],
    ["another dot", (token) => `${token}.`],
    ["padding", (token) => `${token}=`],
    ["a space", (token) => `${token} `],
    ["no code", (token) => token.slice(0, token.lastIndexOf(".") + 1)],
    ["a short code", (token) => token.slice(0, -2)],
    ["more than any header", (token) => `${token}${"A".repeat(20_000)}`],
  ])("accepts no assertion with %s", (_what, spoiled) => {
    const key = createSecretKey(randomBytes(32));
    const token = spoiled(sealAssertion(request, key));
    expect(() => unsealAssertion(token, subgraph, key)).toThrow(InvalidAssertion);
  });

  it("accepts no claims that an assertion must not have", () => {
    const key = createSecretKey(randomBytes(32));
    const sealed = (claims: object) =>
      sealCompact(claims as Record<string, unknown>, key, sharedHeader(assertionType));
    expect(() => unsealAssertion(sealed({}), subgraph, key)).toThrow("it is malformed");
  });
});
