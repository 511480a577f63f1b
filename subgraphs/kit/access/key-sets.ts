import { type CryptoKey, importJWK } from "jose";
import { z } from "zod";
import { strictObject } from "../strict-object";

const publicKey = strictObject({
  kty: z.literal("OKP"),
  crv: z.literal("Ed25519"),
  kid: z.string().min(1),
  x: z.string().min(1),
});

/** The public keys of the gateway (RFC 7517, RFC 8037). A private key among them is refused. */
export const publicKeySet = strictObject({ keys: z.array(publicKey).min(1) });

/** The private keys of the gateway; the first signs. */
export const privateKeySet = strictObject({
  keys: z.array(publicKey.extend({ d: z.string().min(1) })).min(1),
});

/** Public keys by their `kid`. */
export type VerifyingKeys = ReadonlyMap<string, CryptoKey>;

/** The key to sign with. */
export interface SigningKey {
  readonly kid: string;
  readonly key: CryptoKey;
}

/** Makes keys of a file with a {@link publicKeySet}. */
export async function readVerifyingKeys(content: unknown): Promise<VerifyingKeys> {
  const { keys } = publicKeySet.parse(content);
  return new Map(
    await Promise.all(keys.map(async (jwk) => [jwk.kid, await imported(jwk)] as const)),
  );
}

/** Reads the signing key from a file with a {@link privateKeySet}. */
export async function readSigningKey(content: unknown): Promise<SigningKey> {
  const [first] = privateKeySet.parse(content).keys;
  if (!first) throw new Error("No key.");
  return { kid: first.kid, key: await imported(first) };
}

async function imported(jwk: z.infer<typeof publicKey>): Promise<CryptoKey> {
  const key = await importJWK(jwk, "EdDSA");
  if (key instanceof Uint8Array) throw new Error("Not a public or private key.");
  return key;
}
