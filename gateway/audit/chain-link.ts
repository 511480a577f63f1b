import { createHash } from "node:crypto";

/** The hash before the first entry. */
export const genesis = Buffer.alloc(32);

/** What the hash of an entry is made of, besides the hash before it. */
export interface LinkedContent {
  readonly seq: number;
  /** Microseconds since 1970. */
  readonly recordedAt: bigint;
  /** SHA-256 of the entry's text. */
  readonly digest: Buffer;
}

/** The hash of an entry, as the database's `append_audit_entries` makes it. */
export function hashOf(before: Buffer, { seq, recordedAt, digest }: LinkedContent): Buffer {
  const numbers = Buffer.alloc(16);
  numbers.writeBigInt64BE(BigInt(seq), 0);
  numbers.writeBigInt64BE(recordedAt, 8);
  return createHash("sha256").update(before).update(numbers).update(digest).digest();
}

/** Microseconds since 1970 as an instant in UTC, as `2026-04-01T00:00:00.000000Z`. */
export function instantOf(microseconds: bigint): string {
  const date = new Date(Number(microseconds / 1000n));
  const below = String(microseconds % 1000n).padStart(3, "0");
  return date.toISOString().replace("Z", `${below}Z`);
}
