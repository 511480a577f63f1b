import { createCipheriv, createDecipheriv, createHmac } from "node:crypto";

const algorithm = "aes-256-gcm";
const nonceLength = 12;
const tagLength = 16;
/** The length of what is sealed says no more than how many such blocks it takes. */
const blockLength = 32;

/**
 * JSON encrypted and authenticated (AES-256-GCM) together with what it is for, base64url. The nonce is a keyed hash of
 * both, so that none is ever used for two texts, however many are sealed: the same value sealed for the same gives the
 * same text, and equal texts show that and nothing else.
 */
export function seal(value: unknown, purpose: string, secret: Buffer): string {
  const json = Buffer.from(JSON.stringify(value));
  const blocks = Math.ceil(json.length / blockLength);
  // JSON takes spaces behind it for nothing.
  const text = Buffer.concat([json, Buffer.alloc(blocks * blockLength - json.length, " ")]);
  const nonce = createHmac("sha256", keysOf(secret).nonce)
    .update(JSON.stringify([purpose, text.toString("base64")]))
    .digest()
    .subarray(0, nonceLength);
  const cipher = createCipheriv(algorithm, keysOf(secret).encryption, nonce);
  cipher.setAAD(Buffer.from(purpose));
  const sealed = Buffer.concat([cipher.update(text), cipher.final()]);
  return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString("base64url");
}

/** The value that was sealed for this with one of these secrets; `undefined` where nothing was. */
export function unseal(text: string, purpose: string, secrets: readonly Buffer[]): unknown {
  const bytes = Buffer.from(text, "base64url");
  if (bytes.length <= nonceLength + tagLength || bytes.toString("base64url") !== text) {
    return undefined;
  }
  for (const secret of secrets) {
    const key = keysOf(secret).encryption;
    const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, nonceLength));
    decipher.setAAD(Buffer.from(purpose));
    decipher.setAuthTag(bytes.subarray(-tagLength));
    try {
      const json = decipher.update(bytes.subarray(nonceLength, -tagLength));
      return JSON.parse(Buffer.concat([json, decipher.final()]).toString());
    } catch {
      // Sealed with another secret, for something else, or by nobody.
    }
  }
  return undefined;
}

/** A key of its own for each use of a secret. */
interface SealKeys {
  readonly nonce: Buffer;
  readonly encryption: Buffer;
}

const known = new WeakMap<Buffer, SealKeys>();

function keysOf(secret: Buffer): SealKeys {
  let keys = known.get(secret);
  if (!keys) {
    const derived = (use: string) => createHmac("sha256", secret).update(`cursor ${use}`).digest();
    keys = { nonce: derived("nonce"), encryption: derived("encryption") };
    known.set(secret, keys);
  }
  return keys;
}
