import { createHash } from "node:crypto";

/** A short text for plain data of any length, which no other data have. */
export function dataDigest(data: unknown): string {
  return createHash("sha256").update(JSON.stringify(data)).digest("base64");
}
