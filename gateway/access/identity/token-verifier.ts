import {
  type CryptoKey,
  errors,
  type JWTHeaderParameters,
  jwtVerify,
  type JWTVerifyGetKey,
} from "jose";
import type { Caller } from "../../../subgraphs/kit/caller";
import { callerOfClaims } from "./caller-of-claims";
import { IdentityUnavailable, InvalidToken } from "./invalid-token";

/** What a token has to be. */
export interface TokenRules {
  readonly issuer: string;
  readonly audience: string;
  /** Signature algorithms accepted; never one whose key both signs and verifies. */
  readonly algorithms: readonly string[];
}

/** A token that was found to be right. */
export interface VerifiedToken {
  readonly caller: Caller;
  readonly header: JWTHeaderParameters;
  /** The key its signature was checked with. */
  readonly key: CryptoKey | Uint8Array;
  /** When it expires, seconds since 1970. */
  readonly expires: number;
}

/** Seconds by which the clocks of issuer and gateway may differ. */
const clockTolerance = 5;

/**
 * What a token says, once its signature, algorithm, issuer, audience and dates have been checked.
 *
 * @throws InvalidToken naming the first check that failed
 * @throws IdentityUnavailable where the issuer's keys cannot be fetched
 */
export async function verifyToken(
  token: string,
  keyFor: JWTVerifyGetKey,
  { issuer, audience, algorithms }: TokenRules,
): Promise<VerifiedToken> {
  try {
    const { payload, protectedHeader, key } = await jwtVerify(token, keyFor, {
      issuer,
      audience,
      algorithms: [...algorithms],
      clockTolerance,
      requiredClaims: ["exp", "sub"],
    });
    return {
      caller: callerOfClaims(payload),
      header: protectedHeader,
      key,
      expires: payload.exp ?? 0,
    };
  } catch (error) {
    if (error instanceof InvalidToken || error instanceof IdentityUnavailable) throw error;
    throw new InvalidToken(reasonOf(error));
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof errors.JWTExpired) return "it has expired";
  if (error instanceof errors.JWTClaimValidationFailed) return reasonOfClaim(error);
  if (error instanceof errors.JOSEAlgNotAllowed) return "its algorithm is not one that is allowed";
  if (error instanceof errors.JWSSignatureVerificationFailed) return "its signature is not valid";
  if (
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys
  ) {
    return "it names no key of the issuer";
  }
  return "it is not a signed JSON Web Token";
}

const claimReasons: Readonly<Record<string, string>> = {
  iss: "it is of another issuer",
  aud: "it is for another audience",
  nbf: "it is not valid yet",
};

function reasonOfClaim({ claim, reason }: errors.JWTClaimValidationFailed): string {
  return reason === "check_failed" && claimReasons[claim] !== undefined
    ? claimReasons[claim]
    : `its claim "${claim}" is missing or not as it must be`;
}
