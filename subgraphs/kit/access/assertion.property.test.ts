import { createPublicKey, createSecretKey, generateKeyPairSync, sign } from "node:crypto";
import { readFile } from "node:fs/promises";
import fc from "fast-check";
import { jwtVerify, SignJWT } from "jose";
import pino from "pino";
import { newTestKeys, type TestKeys } from "../../../test/support/assertions";
import type { Caller } from "../caller";
import { signAssertion, verifyAssertion } from "./assertion";
import { InvalidAssertion } from "./invalid-assertion";
import { KeyFile } from "./key-file";
import {
  publicKeySet,
  readSigningKey,
  readVerifyingKeys,
  type SigningKey,
  type VerifyingKeys,
} from "./key-sets";

const subgraph = "recruitment";
const typ = "graph-assertion+jwt";
let signing: KeyFile<SigningKey>;
let verifying: KeyFile<VerifyingKeys>;
let files: TestKeys["files"];
let kid: string;
/** A token of the gateway's own key with any header and payload, as texts. */
let signedTexts: (header: string, payload: string) => string;

beforeAll(async () => {
  ({ files, signing } = await newTestKeys());
  const logger = pino({ level: "silent" });
  verifying = await KeyFile.open({
    path: files.public,
    variable: "GATEWAY_KEYS_FILE",
    read: readVerifyingKeys,
    logger,
  });
  ({ kid } = await publicKey());
  const { key } = await signing.current();
  signedTexts = (header, payload) => {
    const input = `${base64url(header)}.${base64url(payload)}`;
    return `${input}.${sign(null, Buffer.from(input), key).toString("base64url")}`;
  };
});

async function publicKey() {
  const [key] = publicKeySet.parse(JSON.parse(await readFile(files.public, "utf8"))).keys;
  if (!key) throw new Error("no key");
  return key;
}

const somebody: Caller = { subject: "s", roles: [], scopes: new Set(), attributes: {} };

const base64url = (text: string) => Buffer.from(text).toString("base64url");

const text = fc.string({ unit: "binary", maxLength: 40 });
const caller: fc.Arbitrary<Caller> = fc.record(
  {
    subject: text.map((each) => `s${each}`),
    roles: fc.array(text, { maxLength: 4 }),
    scopes: fc.array(text, { maxLength: 8 }).map((scopes) => new Set(scopes)),
    client: text,
    actor: text,
    attributes: fc.dictionary(text, text, { maxKeys: 3 }),
  },
  { requiredKeys: ["subject", "roles", "scopes", "attributes"] },
);
const asked = fc.record({
  id: fc.uuid(),
  subgraph: fc.constant(subgraph),
  caller,
  requestId: text,
  asOf: fc.constantFrom("2024-02-29", "1999-12-31"),
  body: text,
});

const now = () => Math.floor(Date.now() / 1_000);
const claims = (more: object = {}) => ({
  ...{ roles: [], scopes: ["published"], attributes: {}, rid: "r", asOf: "2024-03-31" },
  ...{ sha256: "x", jti: "id", iss: "gateway", aud: subgraph, sub: "somebody" },
  ...{ iat: now(), exp: now() + 30 },
  ...more,
});
const header = (more: object = {}) => JSON.stringify({ alg: "EdDSA", kid, typ, ...more });
const verified = (token: string) => verifyAssertion(token, subgraph, verifying);
const refusal = (token: string) =>
  verified(token).then(
    () => "accepted",
    (error: unknown) => {
      if (error instanceof InvalidAssertion) return /: (.*)\.$/.exec(error.message)?.[1];
      throw error;
    },
  );

/** A request of a caller with an attribute of this name. */
const withAttribute = (name: string) => ({
  ...({ id: "i", subgraph, requestId: "r", asOf: "2024-02-29", body: "" } as const),
  caller: { ...somebody, attributes: JSON.parse(`{"${name}":"x"}`) as Record<string, string> },
});

describe("an assertion", () => {
  it("says what was signed, whoever asks", async () => {
    await fc.assert(
      fc.asyncProperty(asked, async (request) => {
        const { expiresAt, digest, ...rest } = await verified(
          signAssertion(request, await signing.current()),
        );
        const { subgraph: _asked, body: _body, ...expected } = request;
        // The keys of an object that JSON has made are in no other order, and `__proto__` is a name like others.
        expect(JSON.stringify(rest.caller.attributes)).toBe(
          JSON.stringify(JSON.parse(JSON.stringify(expected.caller.attributes))),
        );
        expect({ ...rest, caller: { ...rest.caller, attributes: {} } }).toEqual({
          ...expected,
          caller: { ...expected.caller, attributes: {} },
        });
      }),
      { examples: [[withAttribute("__proto__")], [withAttribute("constructor")]] },
    );
  });

  it("is a JSON Web Token to jose", async () => {
    const key = createPublicKey({ key: await publicKey(), format: "jwk" });
    const rules = { algorithms: ["EdDSA"], typ, issuer: "gateway", audience: subgraph };
    await fc.assert(
      fc.asyncProperty(asked, async (request) => {
        const token = signAssertion(request, await signing.current());
        const { payload, protectedHeader } = await jwtVerify(token, key, {
          ...rules,
          maxTokenAge: 30,
          requiredClaims: ["exp", "jti"],
        });
        expect(protectedHeader).toEqual({ alg: "EdDSA", kid, typ });
        expect(payload).toMatchObject({ sub: request.caller.subject, rid: request.requestId });
        expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(30);
      }),
    );
  });

  it("can be made by jose", async () => {
    const { key } = await signing.current();
    await fc.assert(
      fc.asyncProperty(text, text, async (actor, rid) => {
        const token = await new SignJWT(claims({ actor, rid }))
          .setProtectedHeader({ alg: "EdDSA", kid, typ })
          .sign(key);
        expect(await verified(token)).toMatchObject({ caller: { actor }, requestId: rid });
      }),
    );
  });

  it("is refused with any character changed, left out or added", async () => {
    const change = fc.constantFrom("change", "leave out", "add");
    const character = fc.constantFrom(...Array.from("Aa0-_+/=. é\u0000"));
    await fc.assert(
      fc.asyncProperty(asked, fc.nat(), change, character, async (request, at, how, one) => {
        const token = signAssertion(request, await signing.current());
        const index = at % token.length;
        const isKept = how === "add" ? 0 : 1;
        const changed =
          token.slice(0, index) + (how === "leave out" ? "" : one) + token.slice(index + isKept);
        if (changed !== token) expect(await refusal(changed)).not.toBe("accepted");
      }),
      { numRuns: 500 },
    );
  });

  it("is refused with any bit of its parts changed", async () => {
    await fc.assert(
      fc.asyncProperty(asked, fc.nat(2), fc.nat(), fc.nat(7), async (request, part, at, bit) => {
        const parts = signAssertion(request, await signing.current()).split(".");
        const bytes = Buffer.from(parts[part] ?? "", "base64url");
        const index = at % bytes.length;
        bytes[index] = (bytes[index] ?? 0) ^ (1 << bit);
        parts[part] = bytes.toString("base64url");
        expect(await refusal(parts.join("."))).not.toBe("accepted");
      }),
      { numRuns: 500 },
    );
  });

  it("is refused as any text that is none", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary" }), async (any) => {
        expect(await refusal(any)).toBe("it is malformed");
      }),
    );
  });

  it.each<[string, (token: string) => string]>([
    ["no dot", (token) => token.replaceAll(".", "")],
    ["another dot", (token) => `${token}.`],
    ["five parts", (token) => `${token}.a.b`],
    ["padding", (token) => `${token}==`],
    ["a space", (token) => `${token} `],
    ["two in one header", (token) => `${token}, ${token}`],
    ["a comma", (token) => `${token},`],
    ["more than any header", (token) => `${token}${"A".repeat(20_000)}`],
    ["a million dots", () => ".".repeat(1_000_000)],
  ])("is refused with %s", async (_what, spoiled) => {
    const request = {
      id: "i",
      subgraph,
      caller: somebody,
      requestId: "r",
      asOf: "2024-03-31",
      body: "",
    };
    expect(await refusal(spoiled(signAssertion(request, await signing.current())))).toBe(
      "it is malformed",
    );
  });

  it("is refused where the same signature is written with other bits that are not read", async () => {
    const token = signedTexts(header(), JSON.stringify(claims()));
    expect(await refusal(token)).toBe("accepted");
    const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    const last = alphabet.indexOf(token.at(-1) ?? "");
    const other = token.slice(0, -1) + (alphabet[last ^ 1] ?? "");
    const bytesOf = (each: string) => Buffer.from(each.split(".")[2] ?? "", "base64url");
    expect(bytesOf(other)).toEqual(bytesOf(token));
    expect(await refusal(other)).toBe("it is malformed");
  });

  it.each<[string, () => [header: string, payload: string], string]>([
    ["the algorithm none", () => [header({ alg: "none" }), "{}"], "its algorithm is not EdDSA"],
    [
      "the algorithm Ed25519",
      () => [header({ alg: "Ed25519" }), "{}"],
      "its algorithm is not EdDSA",
    ],
    ["no algorithm", () => [header({ alg: undefined }), "{}"], "it is malformed"],
    ["no key", () => [header({ kid: undefined }), "{}"], "it names no key of the gateway"],
    ["a key that is no text", () => [header({ kid: 1 }), "{}"], "it names no key of the gateway"],
    ["another key", () => [header({ kid: "x" }), "{}"], "it names no key of the gateway"],
    ["an unknown extension", () => [header({ crit: ["exp"], exp: 1 }), "{}"], "it is malformed"],
    ["no extension", () => [header({ crit: [] }), "{}"], "it is malformed"],
    [
      "a payload that is not encoded",
      () => [header({ crit: ["b64"], b64: false }), "{}"],
      "it is malformed",
    ],
    ["a header that is a list", () => ["[]", "{}"], "it is malformed"],
    ["a header with spaces", () => [`${header()} `, "{}"], "it is malformed"],
    [
      "a header with the algorithm twice",
      () => [`{"alg":"none",${header().slice(1)}`, "{}"],
      "it is malformed",
    ],
    [
      "a payload with a claim twice",
      () => [header(), `{"sub":"officer",${JSON.stringify(claims()).slice(1)}`],
      "it is malformed",
    ],
    ["a payload that is a text", () => [header(), '"a"'], "it is malformed"],
    ["a payload that is null", () => [header(), "null"], "it is malformed"],
    ["a payload that is not JSON", () => [header(), "{"], "it is malformed"],
    ["no kind", () => [header({ typ: undefined }), JSON.stringify(claims())], "it is malformed"],
    ["another kind", () => [header({ typ: "JWT" }), JSON.stringify(claims())], "it is malformed"],
  ])("is refused with %s, also signed with the gateway's key", async (_what, texts, reason) => {
    expect(await refusal(signedTexts(...texts()))).toBe(reason);
  });

  it.each<[string, object, string]>([
    ["another issuer", { iss: "officer" }, "it is malformed"],
    ["no issuer", { iss: undefined }, "it is malformed"],
    ["another audience", { aud: "dispatch" }, "it is for another subgraph"],
    ["two audiences", { aud: [subgraph, "dispatch"] }, "it is for another subgraph"],
    ["no audience", { aud: undefined }, "it is malformed"],
    ["no expiry", { exp: undefined }, "it is malformed"],
    ["an expiry that is a text", { exp: "9999999999" }, "it is malformed"],
    ["no date", { iat: undefined }, "it is malformed"],
    ["a date that is a text", { iat: "1" }, "it is malformed"],
    ["a beginning that is later", { nbf: now() + 60 }, "it is malformed"],
    ["a late date", { iat: now() + 60 }, "it is from the future"],
    ["an early date", { iat: now() - 60, exp: now() + 9_999 }, "it is stale"],
    ["an early expiry", { exp: now() - 6 }, "it is stale"],
    ["scopes that are a text", { scopes: "published" }, "it is malformed"],
    ["an id that is too long", { jti: "x".repeat(65) }, "it is malformed"],
  ])("is refused with %s", async (_what, more, reason) => {
    expect(await refusal(signedTexts(header(), JSON.stringify(claims(more))))).toBe(reason);
  });

  it("is refused with a public key taken for a secret", async () => {
    const secret = createSecretKey(Buffer.from((await publicKey()).x, "base64url"));
    const token = await new SignJWT(claims())
      .setProtectedHeader({ alg: "HS256", kid, typ })
      .sign(secret);
    expect(await refusal(token)).toBe("its algorithm is not EdDSA");
  });

  it("is refused with the signature of another key, by whatever name", async () => {
    const { privateKey } = generateKeyPairSync("ed25519");
    const token = await new SignJWT(claims())
      .setProtectedHeader({ alg: "EdDSA", kid, typ })
      .sign(privateKey);
    expect(await refusal(token)).toBe("its signature is not valid");
  });
});

describe("a file of the key to sign with", () => {
  it("is refused where its public part is of another key", async () => {
    const content = JSON.parse(await readFile(files.signing, "utf8")) as { keys: [{ x: string }] };
    const other = generateKeyPairSync("ed25519").publicKey;
    content.keys[0].x = other.export({ format: "jwk" }).x ?? "";
    await expect(readSigningKey(content)).rejects.toThrow("Its public part is not that of its");
  });
});
