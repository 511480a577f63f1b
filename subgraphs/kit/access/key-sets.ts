import { createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";
import { z } from "zod";
import { strictObject } from "../strict-object";
import { protectedHeader } from "./compact-jws";

/** The `typ` of assertions: no other kind of token is taken for one. */
export const assertionType = "graph-assertion+jwt";

/** The `typ` of grants of keys. */
export const grantType = "graph-key-grant+jwt";

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
export type VerifyingKeys = ReadonlyMap<string, KeyObject>;

/** The key to sign with. */
export interface SigningKey {
  readonly key: KeyObject;
  /** The protected header of assertions that it signs, as it is written. */
  readonly header: string;
  /** The protected header of grants that it signs. */
  readonly grantHeader: string;
}

/** Makes keys of a file with a {@link publicKeySet}. */
export async function readVerifyingKeys(content: unknown): Promise<VerifyingKeys> {
  const { keys } = publicKeySet.parse(content);
  return new Map(keys.map((jwk) => [jwk.kid, createPublicKey({ key: jwk, format: "jwk" })]));
}

/** Reads the signing key from a file with a {@link privateKeySet}. */
export async function readSigningKey(content: unknown): Promise<SigningKey> {
  const [first] = privateKeySet.parse(content).keys;
  if (!first) throw new Error("No key.");
  const key = createPrivateKey({ key: first, format: "jwk" });
  if (createPublicKey(key).export({ format: "jwk" }).x !== first.x) {
    throw new Error("Its public part is not that of its private part.");
  }
  return {
    key,
    header: protectedHeader(first.kid, assertionType),
    grantHeader: protectedHeader(first.kid, grantType),
  };
}
