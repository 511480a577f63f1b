import { z } from "zod";
import { shown } from "../../subgraphs/kit/errors";
import type { AuditReceipt } from "./audit-log";
import { instantOf } from "./chain-link";
import type { Chain } from "./chain-reader";

const receipt = z.object({
  seq: z.number().int().min(0),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});
const line = z.union([
  receipt,
  z.object({ audit: receipt }).transform(({ audit }) => audit),
  // A line of the gateway's log about something else.
  z.object({ msg: z.string(), audit: z.undefined().optional() }).transform(() => undefined),
]);

/**
 * Reads checkpoints from a file: lines printed by `audit:checkpoint`, or the gateway's log, whose lines have the number
 * and hash of the entries they made.
 *
 * @throws Error naming the first line that is neither, or if there is no checkpoint at all
 */
export function parseCheckpoints(file: string, content: string): AuditReceipt[] {
  const checkpoints: AuditReceipt[] = [];
  content.split("\n").forEach((text, index) => {
    if (text.trim() === "") return;
    const parsed = line.safeParse(asJson(text));
    if (!parsed.success) {
      throw new Error(
        `${file}:${index + 1}: expected a checkpoint {"seq": …, "hash": …} or a line of the gateway's log, received ${shown(text)}.`,
      );
    }
    if (parsed.data) checkpoints.push(parsed.data);
  });
  if (checkpoints.length > 0) return checkpoints;
  throw new Error(`${file}: expected at least one checkpoint, received none.`);
}

/**
 * The last entry as a checkpoint, to be kept out of reach of anybody who can write the log.
 * @throws Error where the log does not end as its head says
 */
export async function checkpointOf(chain: Chain): Promise<AuditReceipt & { recordedAt?: string }> {
  const { head } = chain;
  if (!head) throw new Error("The log has no head: run audit:verify.");
  const hash = head.hash.toString("hex");
  if (head.seq === 0) return { seq: 0, hash };
  for await (const entry of chain.entries({ from: head.seq })) {
    if (entry.seq === head.seq && entry.hash.equals(head.hash)) {
      return { seq: head.seq, hash, recordedAt: instantOf(entry.recordedAt) };
    }
    break;
  }
  throw new Error("The log does not end as its head says: run audit:verify.");
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
