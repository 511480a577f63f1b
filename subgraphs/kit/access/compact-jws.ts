import { createHmac, type KeyObject, sign, timingSafeEqual, verify } from "node:crypto";
import { InvalidAssertion, malformed } from "./invalid-assertion";

/** With a private key (RFC 8037, Ed25519). */
const signature = "EdDSA";

/** With a key that two share (RFC 7518, 3.2). */
const mac = "HS256";

/** No header that Node.js accepts is longer. */
const longest = 16_384;

type Members = Readonly<Record<string, unknown>>;

/** The protected header of what a key signs, as it is written. The kind is its `typ`: one is not taken for another. */
export function protectedHeader(kid: string, typ: string): string {
  return encoded(JSON.stringify({ alg: signature, kid, typ }));
}

/** The protected header of what has a code made with a shared key, as it is written. */
export function sharedHeader(typ: string): string {
  return encoded(JSON.stringify({ alg: mac, typ }));
}

/**
 * Signs claims (RFC 7515, compact).
 * @param header - the key's {@link protectedHeader}
 */
export function signCompact(claims: Members, key: KeyObject, header: string): string {
  const input = `${header}.${encoded(JSON.stringify(claims))}`;
  return `${input}.${sign(null, Buffer.from(input), key).toString("base64url")}`;
}

/**
 * Gives claims a code that only those can make who share the key (RFC 7515, compact).
 * @param header - a {@link sharedHeader}
 */
export function sealCompact(claims: Members, key: KeyObject, header: string): string {
  const input = `${header}.${encoded(JSON.stringify(claims))}`;
  return `${input}.${codeOf(input, key).toString("base64url")}`;
}

/**
 * The claims of what {@link signCompact} made. Each part is accepted in one way of writing alone: base64url without
 * padding, and JSON as `JSON.stringify` writes it, so that no member is there twice.
 *
 * @throws InvalidAssertion naming the first check that failed
 */
export async function verifyCompact(
  token: string,
  typ: string,
  keyOf: (kid: string) => Promise<KeyObject>,
): Promise<Members> {
  const [header, payload, given] = partsOf(token);
  const { alg, kid, crit, ...of } = readObject(header);
  // No extension is understood here, and what is critical has to be.
  if (crit !== undefined || typeof alg !== "string" || alg === "") throw malformed();
  if (alg !== signature) throw new InvalidAssertion("its algorithm is not EdDSA");
  if (typeof kid !== "string") throw new InvalidAssertion("it names no key of the gateway");
  const key = await keyOf(kid);
  if (!verify(null, Buffer.from(`${header}.${payload}`), key, decoded(given))) {
    throw new InvalidAssertion("its signature is not valid");
  }
  const claims = readObject(payload);
  if (of["typ"] !== typ) throw malformed();
  return claims;
}

/**
 * The claims of what {@link sealCompact} made, in one way of writing alone as {@link verifyCompact} says.
 *
 * @param header - as it was sealed with
 * @throws InvalidAssertion naming the first check that failed
 */
export function unsealCompact(token: string, key: KeyObject, header: string): Members {
  const [givenHeader, payload, given] = partsOf(token);
  if (givenHeader !== header) throw malformed();
  const [code, expected] = [decoded(given), codeOf(`${header}.${payload}`, key)];
  if (code.length !== expected.length || !timingSafeEqual(code, expected)) {
    throw new InvalidAssertion("its code is not valid");
  }
  return readObject(payload);
}

function codeOf(input: string, key: KeyObject): Buffer {
  return createHmac("sha256", key).update(input).digest();
}

function partsOf(token: string): readonly [header: string, payload: string, signature: string] {
  const [header, payload, last, ...others] = token.length > longest ? [] : token.split(".");
  if (header === undefined || payload === undefined || last === undefined) throw malformed();
  if (others.length > 0) throw malformed();
  return [header, payload, last];
}

function encoded(text: string): string {
  return Buffer.from(text).toString("base64url");
}

/** Node.js reads base64url however it is written, and skips what is none. */
function decoded(part: string): Buffer {
  const bytes = Buffer.from(part, "base64url");
  if (bytes.toString("base64url") !== part) throw malformed();
  return bytes;
}

function readObject(part: string): Members {
  const text = decoded(part).toString();
  const value = parsed(text);
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  // Bytes that are not UTF-8 were replaced: they are not what was written.
  if (!isObject || JSON.stringify(value) !== text || encoded(text) !== part) throw malformed();
  return value as Members;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
