import { createHash } from "node:crypto";
import type { EntityManager, EntityMetadata, ObjectLiteral } from "typeorm";
import { ApiError, shown } from "../errors";
import type { ChangeResult, EntityClass } from "./change-definition";
import type { MutationInput } from "./inputs";
import type { Refusal } from "./refusal";

/** A mutation that may be sent again: its key, and what must be the same for the first answer to hold. */
export interface Attempt {
  readonly key: string;
  readonly mutation: string;
  readonly inputHash: string;
}

const longestKey = 200;

/**
 * What the key of an input stands for; `undefined` without one.
 * @throws ApiError INVALID_IDEMPOTENCY_KEY unless it has 1–200 characters
 */
export function attemptOf(mutation: string, input: MutationInput): Attempt | undefined {
  const { idempotencyKey: key, ...rest } = input;
  if (key == null) return undefined;
  if (key.length < 1 || key.length > longestKey) {
    throw new ApiError(
      "INVALID_IDEMPOTENCY_KEY",
      `Expected an idempotencyKey of 1–${longestKey} characters, received ${key.length}.`,
    );
  }
  const inputHash = createHash("sha256").update(canonical(rest)).digest("base64url");
  return { key, mutation, inputHash };
}

/**
 * Waits for whoever is at work under the same key, and gives the answer that the key already has.
 * @throws ApiError IDEMPOTENCY_KEY_REUSED where the key stands for another mutation or input
 */
export async function firstAnswer<Node extends ObjectLiteral>(
  manager: EntityManager,
  attempt: Attempt,
  node: EntityClass<Node>,
): Promise<ChangeResult<Node> | undefined> {
  await manager.query(
    "/* idempotency.wait */ SELECT pg_advisory_xact_lock(hashtextextended('idempotency ' || $1, 0))",
    [attempt.key],
  );
  const rows: StoredAnswer[] = await manager.query(
    `/* idempotency.find */ SELECT mutation, input_hash, answer FROM idempotency_key WHERE key = $1`,
    [attempt.key],
  );
  const [stored] = rows;
  if (!stored) return undefined;
  if (stored.mutation !== attempt.mutation || stored.input_hash !== attempt.inputHash) {
    throw new ApiError(
      "IDEMPOTENCY_KEY_REUSED",
      `Expected a new idempotencyKey, received ${shown(attempt.key)}: it stands for ${stored.mutation} with another input.`,
    );
  }
  const { node: row, userErrors } = stored.answer;
  const metadata = manager.dataSource.getMetadata(node);
  return { node: row && Object.assign(new node(), revived(metadata, row)), userErrors };
}

/** Keeps the answer under its key. */
export async function keepAnswer<Node>(
  manager: EntityManager,
  { key, mutation, inputHash }: Attempt,
  answer: ChangeResult<Node>,
): Promise<void> {
  await manager.query(
    `/* idempotency.keep */ INSERT INTO idempotency_key (key, mutation, input_hash, answer) VALUES ($1, $2, $3, $4)`,
    [key, mutation, inputHash, JSON.stringify(answer, wellFormed)],
  );
}

/** PostgreSQL's JSON refuses half characters, which JavaScript's strings can hold. */
function wellFormed(_key: string, value: unknown): unknown {
  return typeof value === "string" ? Buffer.from(value).toString() : value;
}

interface StoredAnswer {
  readonly mutation: string;
  readonly input_hash: string;
  readonly answer: { node: Record<string, unknown> | null; userErrors: Refusal[] };
}

/** JSON has no instants: makes them `Date`s again. */
function revived(
  { columns }: Pick<EntityMetadata, "columns">,
  row: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const instants = columns.filter(({ type }) => type === "timestamptz");
  const revivedInstants = instants.flatMap(({ propertyName }) => {
    const value = row[propertyName];
    return typeof value === "string" ? [[propertyName, new Date(value)] as const] : [];
  });
  return { ...row, ...Object.fromEntries(revivedInstants) };
}

/** JSON with the keys of every object in order, so that equal inputs give equal texts. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
