import { hash, type KeyObject, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { isDate } from "../graphql/scalars";
import { anonymous, type Caller, isReserved } from "../caller";
import {
  sealCompact,
  sharedHeader,
  signCompact,
  unsealCompact,
  verifyCompact,
} from "./compact-jws";
import { checkUse, clockTolerance, gatewayKeyIn, issuer, secondsNow } from "./gateway-claims";
import { InvalidAssertion, malformed } from "./invalid-assertion";
import type { KeyFile } from "./key-file";
import { assertionType, type SigningKey, type VerifyingKeys } from "./key-sets";

/** The header in which the gateway names the caller it asks for. */
export const assertionHeader = "graph-assertion";

const lifetimeSeconds = 30;

/** One request to a subgraph, as the gateway vouches for it. */
export interface AssertedRequest {
  /** Unique to it: no process of a subgraph lets in two with the same. */
  readonly id: string;
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
  /** When nobody accepts it any more, milliseconds since 1970. */
  readonly expiresAt: number;
  /** Digest of the body it is for, as {@link digestOf} gives it. */
  readonly digest: string;
}

/** Whether each own property is a text. A schema of records would lose one that is called `__proto__`. */
function isOfTexts(value: unknown): boolean {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  return isObject && Object.values(value).every((each) => typeof each === "string");
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
    attributes: z.custom<Readonly<Record<string, string>>>(isOfTexts),
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
export function signAssertion(request: AssertedRequest, { key, header }: SigningKey): string {
  return signCompact(claimsFor(request), key, header);
}

/** Vouches for one request as {@link signAssertion} does, with a key that the gateway shares with the subgraph. */
export function sealAssertion(request: AssertedRequest, key: KeyObject): string {
  return sealCompact(claimsFor(request), key, sealedHeader);
}

const sealedHeader = sharedHeader(assertionType);

function claimsFor({ id, subgraph, caller, requestId, asOf, body }: AssertedRequest) {
  const { subject, roles, scopes, client, actor, attributes } = caller;
  const now = secondsNow();
  return {
    ...{ roles, scopes: [...scopes], client, actor, attributes, rid: requestId, asOf },
    sha256: digestOf(body),
    jti: id,
    ...{ iss: issuer, aud: subgraph, sub: subject, iat: now, exp: now + lifetimeSeconds },
  };
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
  const token = tokenIn(header);
  return assertionOf(await verifyCompact(token, assertionType, gatewayKeyIn(keys)), subgraph);
}

/**
 * Verifies what {@link sealAssertion} made, as {@link verifyAssertion} does what was signed.
 *
 * @throws InvalidAssertion naming the first check that failed
 */
export function unsealAssertion(
  header: string | string[] | undefined,
  subgraph: string,
  key: KeyObject,
): Assertion {
  return assertionOf(unsealCompact(tokenIn(header), key, sealedHeader), subgraph);
}

function tokenIn(header: string | string[] | undefined): string {
  if (header === undefined) throw new InvalidAssertion("it is missing");
  if (typeof header !== "string") throw malformed();
  return header;
}

function assertionOf(given: Readonly<Record<string, unknown>>, subgraph: string): Assertion {
  checkUse(given, subgraph, lifetimeSeconds);
  const { data: claims } = claimsOf.safeParse(given);
  if (!claims) throw malformed();
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
}

/** SHA-256 of a body, base64url. */
export function digestOf(body: string | Buffer): string {
  return hash("sha256", body, "base64url");
}

/** Compares two digests in a time that does not depend on where they differ. */
export function isSameDigest(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}
