import { ApiError, shown } from "./errors";
import { isPlainText } from "./plain-text";

const longest = 200;

/**
 * Whom a caller says it acts for, from its header `x-actor`; nobody has verified it. What is not ASCII is percent-encoded
 * there (RFC 3986), as headers carry nothing else.
 *
 * @throws ApiError INVALID_ACTOR unless it is a text of 1–200 characters
 */
export function actorOf(header: string | string[] | undefined): string {
  if (header === undefined) return "unidentified caller";
  const actor = typeof header === "string" ? decoded(header) : undefined;
  if (actor !== undefined && isPlainText(actor, longest)) return actor;
  throw new ApiError(
    "INVALID_ACTOR",
    `Expected x-actor to be a text of 1–${longest} characters, percent-encoded where it is not ASCII, received ${shown(header)}.`,
  );
}

function decoded(header: string): string | undefined {
  if (!/^[\x20-\x7e]*$/.test(header)) return undefined;
  try {
    return decodeURIComponent(header);
  } catch {
    return undefined;
  }
}
