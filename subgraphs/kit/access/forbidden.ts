import { ApiError } from "../errors";
import { listed } from "../listed";
import type { AccessPolicy } from "./access-policy";
import { anonymous, type Caller } from "../caller";
import type { NamedPlace } from "./named-places";
import { openAlternatives } from "./open-alternatives";
import type { GuardedSchema } from "./operation-access";

/** How many places a message names. */
const mostNamed = 3;

/** The error for a caller who is not permitted to see or use what an operation asks for at these places. */
export function forbidden(
  places: readonly NamedPlace[],
  policies: ReadonlyMap<string, AccessPolicy | undefined>,
  caller: Caller,
  guarded: GuardedSchema,
): ApiError {
  const named = places.slice(0, mostNamed);
  const wanted = named.map(({ coordinate, name }) => {
    const scopes = policies.get(coordinate)?.scopes ?? [];
    return `${scopes.length > 0 ? scopes.join(" or ") : "a scope nobody has"} for ${name}`;
  });
  const others = places.length - named.length;
  const expected = `${wanted.join(", ")}${others > 0 ? ` and ${others} more` : ""}`;
  const message = `Expected a caller with ${expected}, received ${receivedCaller(caller)}.`;
  const { open } = openAlternatives(guarded, named[0]?.coordinate ?? "", caller);
  const instead = open.length === 0 ? "" : ` Open to it are ${listed(open)}.`;
  return new ApiError("FORBIDDEN", `${message}${hintFor(caller)}${instead}`, 403, placeOf(named));
}

/** The place of an error about these places: the nodes of all of them, and the path of the first. */
export function placeOf(places: readonly NamedPlace[]) {
  const [first] = places;
  return { nodes: places.map(({ node }) => node), ...(first && { path: first.path }) };
}

/** The caller, as a message names it after "received". */
export function receivedCaller({ subject, roles }: Caller): string {
  return subject === anonymous ? "one without a token" : `one with the role ${roles.join(", ")}`;
}

/** What a caller without a token can do about it; a sentence, or nothing. */
export function hintFor({ subject }: Caller): string {
  return subject === anonymous ? " Send one in the header authorization." : "";
}
