import { hash } from "node:crypto";

/** The entity tag of what is sent (RFC 9110, section 8.8.3): strong, since equal bytes alone have the same. */
export function entityTag(body: string | Uint8Array): string {
  return `"${hash("sha256", body, "base64url")}"`;
}

/** A tag, as the header `If-None-Match` lists them; `W/` before it makes no difference there. */
const tags = /(?:W\/)?("[!#-~\u0080-\u00ff]*")/g;

/**
 * Whether whoever asks has already what would be sent (RFC 9110, section 13.1.2): the header `If-None-Match` lists its tag,
 * or is `*`.
 */
export function isKnown(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === "*") return true;
  return Array.from(ifNoneMatch.matchAll(tags), ([, one]) => one).includes(tag);
}
