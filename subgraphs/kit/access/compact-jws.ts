import { type KeyObject, sign, verify } from "node:crypto";
import { InvalidAssertion, malformed } from "./invalid-assertion";

const algorithm = "EdDSA";

/** No header that Node.js accepts is longer. */
const longest = 16_384;

type Members = Readonly<Record<string, unknown>>;

/** The protected header of what a key signs, as it is written. The kind is its `typ`: one is not taken for another. */
export function protectedHeader(kid: string, typ: string): string {
  return encoded(JSON.stringify({ alg: algorithm, kid, typ }));
}

/**
 * Signs claims (RFC 7515, compact; RFC 8037, Ed25519).
 * @param header - the key's {@link protectedHeader}
 */
export function signCompact(claims: Members, key: KeyObject, header: string): string {
  const input = `${header}.${encoded(JSON.stringify(claims))}`;
  return `${input}.${sign(null, Buffer.from(input), key).toString("base64url")}`;
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
  const [header, payload, signature, ...others] = token.length > longest ? [] : token.split(".");
  if (header === undefined || payload === undefined || signature === undefined) throw malformed();
  if (others.length > 0) throw malformed();
  const { alg, kid, crit, ...of } = readObject(header);
  // No extension is understood here, and what is critical has to be.
  if (crit !== undefined || typeof alg !== "string" || alg === "") throw malformed();
  if (alg !== algorithm) throw new InvalidAssertion("its algorithm is not EdDSA");
  if (typeof kid !== "string") throw new InvalidAssertion("it names no key of the gateway");
  const key = await keyOf(kid);
  if (!verify(null, Buffer.from(`${header}.${payload}`), key, decoded(signature))) {
    throw new InvalidAssertion("its signature is not valid");
  }
  const claims = readObject(payload);
  if (of["typ"] !== typ) throw malformed();
  return claims;
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
