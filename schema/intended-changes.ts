import { z } from "zod";

const intendedChanges = z.array(
  z.strictObject({
    change: z.string().min(1),
    reason: z.string().min(1),
    on: z.iso.date(),
  }),
);

/** A breaking change somebody decided to make: the check's message, why, and when. */
export type IntendedChange = z.infer<typeof intendedChanges>[number];

/**
 * Reads `schema/intended-changes.json`.
 *
 * @throws Error that names each entry that is not `{ change, reason, on }`.
 */
export function parseIntendedChanges(json: string): readonly IntendedChange[] {
  const result = intendedChanges.safeParse(JSON.parse(json));
  if (!result.success) throw new Error(z.prettifyError(result.error));
  return result.data;
}
