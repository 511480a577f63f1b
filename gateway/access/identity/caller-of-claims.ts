import type { JWTPayload } from "jose";
import { type Caller, anonymous, isReserved } from "../../../subgraphs/kit/caller";
import { isPlainText, unusableCharacter } from "../../../subgraphs/kit/plain-text";
import { isRole, knownScopes, type Role, roles, roleScopes, withRecords } from "../roles";
import { InvalidToken } from "./invalid-token";

const longestSubject = 200;

/** Roles whose rights are not to be mixed with those of another. */
const soleRoles: readonly Role[] = ["app", "municipality"];

/** Everybody who shows no token. */
export const publicCaller: Caller = {
  subject: anonymous,
  roles: ["public"],
  scopes: new Set(roleScopes.public),
  attributes: {},
};

/**
 * The caller a verified token names: `sub`, and `roles` with what each of them needs besides.
 *
 * @throws InvalidToken saying which claim is not as it must be
 */
export function callerOfClaims(claims: JWTPayload): Caller {
  const given = rolesOf(claims["roles"]);
  const isApp = given.includes("app");
  const client = isApp ? plainText(claims, "client_id") : undefined;
  return {
    subject: subjectOf(claims),
    roles: given,
    scopes: new Set([
      ...given.flatMap((role): readonly string[] => roleScopes[role]),
      ...(isApp ? scopesOf(claims["scope"]) : []),
    ]),
    ...(client !== undefined && { client }),
    attributes: given.includes("municipality")
      ? { municipality: municipalityOf(claims["municipality"]) }
      : {},
  };
}

function rolesOf(claim: unknown): readonly Role[] {
  if (!Array.isArray(claim) || claim.length === 0) {
    throw new InvalidToken('expected the claim "roles" to be an array of at least one role');
  }
  const given = [...new Set<unknown>(claim)].map((role) => {
    if (typeof role === "string" && isRole(role)) return role;
    throw new InvalidToken(`expected the claim "roles" to hold roles of ${roles.join(", ")} only`);
  });
  const sole = soleRoles.find((role) => given.includes(role));
  if (sole !== undefined && given.length > 1) {
    throw new InvalidToken(`the role ${sole} cannot be combined with others`);
  }
  return given;
}

/** A caller with a token is never taken for one without, in counters or in the audit log. */
function subjectOf(claims: JWTPayload): string {
  const subject = plainText(claims, "sub");
  if (!isReserved(subject)) return subject;
  throw new InvalidToken(
    `expected the claim "sub" to name somebody; ${anonymous} are those without a token`,
  );
}

function plainText(claims: JWTPayload, claim: "sub" | "client_id"): string {
  const text: unknown = claims[claim];
  const isText = typeof text === "string";
  if (isText && isPlainText(text, longestSubject) && text.trim() === text) return text;
  const unusable = isText ? unusableCharacter(text) : undefined;
  const why = unusable === undefined ? "" : `, received one with ${unusable}`;
  throw new InvalidToken(
    `expected the claim "${claim}" to be a text of 1–${longestSubject} characters${why}`,
  );
}

/**
 * The scopes that are named, with the records they bring. Scopes that the graph does not know belong to other services.
 */
function scopesOf(claim: unknown): readonly string[] {
  if (claim === undefined) return [];
  if (typeof claim !== "string") {
    throw new InvalidToken('expected the claim "scope" to be a text of scopes');
  }
  return claim
    .split(" ")
    .filter((scope) => knownScopes.has(scope))
    .flatMap(withRecords);
}

function municipalityOf(claim: unknown): string {
  if (typeof claim === "string" && /^\d{6}$/.test(claim)) return claim;
  throw new InvalidToken('expected the claim "municipality" to be a code of six digits');
}
