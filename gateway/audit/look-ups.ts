import { z } from "zod";
import { instantOf } from "./chain-link";
import type { Chain } from "./chain-reader";

/** The part of an entry's text about who asked for which persons and why. */
const recorded = z.object({
  requestId: z.string(),
  clientRequestId: z.string().optional(),
  kind: z.string(),
  subject: z.string(),
  roles: z.array(z.string()),
  client: z.string().optional(),
  actor: z.string().optional(),
  attributes: z.record(z.string(), z.string()),
  purpose: z.string().optional(),
  operation: z.object({ name: z.string().optional() }),
  persons: z.array(z.string()),
  fields: z.array(z.string()),
});

/** One time that a person's data were read or changed. */
export interface LookUp {
  readonly seq: number;
  readonly recordedAt: string;
  readonly requestId: string;
  readonly clientRequestId?: string | undefined;
  readonly kind: string;
  readonly subject: string;
  readonly roles: readonly string[];
  readonly client?: string | undefined;
  readonly actor?: string | undefined;
  readonly attributes: Readonly<Record<string, string>>;
  readonly purpose?: string | undefined;
  readonly operation?: string | undefined;
  readonly fields: readonly string[];
}

/** Who read or changed the records of a person, in the order in which it was recorded. */
export async function* lookUpsOf(
  chain: Chain,
  person: string,
  since?: Date,
): AsyncGenerator<LookUp> {
  const containing = JSON.stringify(person);
  for await (const { seq, recordedAt, text } of chain.entries({
    containing,
    ...(since && { since }),
  })) {
    const entry = recorded.parse(JSON.parse(text));
    const { persons, operation, ...rest } = entry;
    if (!persons.includes(person)) continue;
    yield { seq, recordedAt: instantOf(recordedAt), ...rest, operation: operation.name };
  }
}
