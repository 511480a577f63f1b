import { createHash, randomUUID, timingSafeEqual } from "node:crypto";
import { errors, jwtVerify, SignJWT } from "jose";
import { z } from "zod";
import { ApiError } from "../errors";
import { isDate } from "../graphql/scalars";
import { anonymous, type Caller, isReserved } from "../caller";
import type { KeyFile } from "./key-file";
import type { SigningKey, VerifyingKeys } from "./key-sets";

/** The header in which the gateway names the caller it asks for. */
export const assertionHeader = "graph-assertion";

const algorithm = "EdDSA";
const issuer = "gateway";
/** No other kind of token is taken for one. */
const typ = "graph-assertion+jwt";
const lifetimeSeconds = 30;
/** Seconds by which the clocks of gateway and subgraph may differ. */
const clockTolerance = 5;

/** One request to a subgraph, as the gateway vouches for it. */
export interface AssertedRequest {
  /** The subgraph that is asked. */
  readonly subgraph: string;
  readonly caller: Caller;
  readonly requestId: string;
  /** The day in force where a field's `asOf` is not given, `YYYY-MM-DD`; the same for all subgraphs of a request. */
  readonly asOf: string;
  /** The body, as it is sent. */
  readonly body: string;
}

/** What a verified assertion says of a request. */
export interface Assertion extends Omit<AssertedRequest, "subgraph" | "body"> {
  /** Unique to it. */
  readonly id: string;
  /** When nobody accepts it any more, milliseconds since 1970. */
  readonly expiresAt: number;
  /** Digest of the body it is for, as {@link digestOf} gives it. */
  readonly digest: string;
}

/** A request without a valid assertion of the gateway. The message names only the first check that failed. */
export class InvalidAssertion extends ApiError {
  constructor(reason: string) {
    super("INVALID_ASSERTION", `The gateway's assertion is not accepted: ${reason}.`, 401);
  }
}

const claimsOf = z
  .object({
    jti: z.string().min(1).max(64),
    exp: z.number(),
    sub: z.string(),
    roles: z.array(z.string()),
    scopes: z.array(z.string()),
    client: z.string().optional(),
    actor: z.string().optional(),
    attributes: z.record(z.string(), z.string()),
    rid: z.string(),
    asOf: z.string().refine(isDate),
    sha256: z.string(),
  })
  .refine(({ sub, roles }) => !isReserved(sub) || isPublic(sub, roles));

/** Only the public, who have no other role, have the subject of the public. */
function isPublic(subject: string, roles: readonly string[]): boolean {
  return subject === anonymous && roles.length === 1 && roles[0] === "public";
}

/** Signs one request of the gateway to a subgraph for a caller; it is valid for a short time and once. */
export async function signAssertion(
  { subgraph, caller, requestId, asOf, body }: AssertedRequest,
  keys: KeyFile<SigningKey>,
): Promise<string> {
  const { kid, key } = await keys.current();
  const { subject, roles, scopes, client, actor, attributes } = caller;
  const rid = requestId;
  const claims = { roles, scopes: [...scopes], client, actor, attributes, rid, asOf };
  return new SignJWT({ ...claims, sha256: digestOf(body) })
    .setProtectedHeader({ alg: algorithm, kid, typ })
    .setJti(randomUUID())
    .setIssuer(issuer)
    .setAudience(subgraph)
    .setSubject(subject)
    .setIssuedAt()
    .setExpirationTime(`${lifetimeSeconds}s`)
    .sign(key);
}

/**
 * Verifies the gateway's assertion about a request to `subgraph` and returns it.
 *
 * @throws InvalidAssertion naming the first check that failed
 */
export async function verifyAssertion(
  header: string | string[] | undefined,
  subgraph: string,
  keys: KeyFile<VerifyingKeys>,
): Promise<Assertion> {
  if (header === undefined) throw new InvalidAssertion("it is missing");
  if (typeof header !== "string") throw new InvalidAssertion("it is malformed");
  try {
    const { payload } = await jwtVerify(header, ({ kid }) => keyOf(kid, keys), {
      algorithms: [algorithm],
      typ,
      issuer,
      audience: subgraph,
      maxTokenAge: lifetimeSeconds,
      clockTolerance,
      requiredClaims: ["exp"],
    });
    const claims = claimsOf.parse(payload);
    const { jti, exp, sub, rid, asOf, sha256, client, actor, scopes, ...caller } = claims;
    return {
      id: jti,
      expiresAt: (exp + clockTolerance) * 1_000,
      caller: {
        subject: sub,
        roles: caller.roles,
        scopes: new Set(scopes),
        attributes: caller.attributes,
        ...(client !== undefined && { client }),
        ...(actor !== undefined && { actor }),
      },
      requestId: rid,
      asOf,
      digest: sha256,
    };
  } catch (error) {
    throw error instanceof InvalidAssertion ? error : new InvalidAssertion(reasonOf(error));
  }
}

/** SHA-256 of a body, base64url. */
export function digestOf(body: string | Buffer): string {
  return createHash("sha256").update(body).digest("base64url");
}

/** Compares two digests in a time that does not depend on where they differ. */
export function isSameDigest(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}

async function keyOf(kid: string | undefined, keys: KeyFile<VerifyingKeys>) {
  const key =
    kid === undefined
      ? undefined
      : ((await keys.current()).get(kid) ?? (await keys.current({ atOnce: true })).get(kid));
  if (!key) throw new InvalidAssertion("it names no key of the gateway");
  return key;
}

function reasonOf(error: unknown): string {
  if (error instanceof errors.JWTExpired) return "it is stale";
  if (error instanceof errors.JOSEAlgNotAllowed) return "its algorithm is not EdDSA";
  if (error instanceof errors.JWSSignatureVerificationFailed) return "its signature is not valid";
  if (error instanceof errors.JWTClaimValidationFailed) {
    if (error.claim === "aud") return "it is for another subgraph";
    if (error.claim === "iat" && error.reason === "check_failed") return "it is from the future";
  }
  return "it is malformed";
}
