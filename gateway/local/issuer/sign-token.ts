import { SignJWT } from "jose";
import type { IssuerFile } from "./issuer-file";
import type { TokenClaims } from "./token-claims";

/** A token of the development issuer, good for eight hours. */
export function signToken({ issuer, key }: IssuerFile, claims: TokenClaims): Promise<string> {
  const { d, x, kty, crv, kid } = key;
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: "EdDSA", kid })
    .setIssuer(issuer)
    .setAudience("personnel-graph")
    .setIssuedAt()
    .setExpirationTime("8h")
    .sign({ kty, crv, x, d });
}
