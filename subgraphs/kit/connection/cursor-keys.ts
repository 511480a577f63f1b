import { z } from "zod";

/** The keys of cursors (RFC 7517, "oct"); the first encrypts, all decrypt. */
export const cursorKeySet = z.strictObject({
  keys: z
    .array(
      z.strictObject({
        kty: z.literal("oct"),
        kid: z.string().min(1),
        k: z.string().refine((text) => Buffer.from(text, "base64url").length === 32),
      }),
    )
    .min(1),
});

/** Secrets of 32 bytes, the one that encrypts first. */
export type CursorKeys = readonly Buffer[];

/** Makes keys of a file with a {@link cursorKeySet}. */
export function readCursorKeys(content: unknown): Promise<CursorKeys> {
  const { keys } = cursorKeySet.parse(content);
  return Promise.resolve(keys.map(({ k }) => Buffer.from(k, "base64url")));
}
