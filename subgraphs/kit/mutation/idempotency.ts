import { createHash } from "node:crypto";
import type { EntityManager, EntityMetadata, ObjectLiteral } from "typeorm";
import type { Caller } from "../caller";
import { ApiError, shown } from "../errors";
import { isPlainText, receivedText } from "../plain-text";
import type { ChangeResult } from "./change-definition";
import type { EntityClass } from "./entity-class";
import type { MutationInput } from "./inputs";
import type { Refusal } from "../rules/refusal";

/** A mutation that may be sent again: its key, and what must be the same for the first answer to hold. */
export interface Attempt {
  /** Whose key it is. */
  readonly owner: string;
  readonly key: string;
  readonly mutation: string;
  readonly inputHash: string;
}

const longestKey = 200;
/** The owner of keys from before keys had one. */
const nobody = "";

/**
 * Whose keys a caller's are: those of one subject through one application, of one person it says it acts for, and of
 * nobody else.
 */
export function keyOwner({
  subject,
  client,
  actor,
}: Pick<Caller, "subject" | "client" | "actor">): string {
  return JSON.stringify([subject, client ?? null, actor ?? null]);
}

/**
 * What the key of an input stands for; `undefined` without one.
 * @throws ApiError INVALID_IDEMPOTENCY_KEY unless it is a plain text of 1–200 characters
 */
export function attemptOf(
  owner: string,
  mutation: string,
  input: MutationInput,
): Attempt | undefined {
  const { idempotencyKey: key, ...rest } = input;
  if (key == null) return undefined;
  // Spaces around it are kept, and count.
  if (key.length > longestKey || !isPlainText(key, longestKey)) {
    const received = key.length > longestKey ? `${key.length}` : receivedText(key, longestKey);
    throw new ApiError(
      "INVALID_IDEMPOTENCY_KEY",
      `Expected an idempotencyKey of 1–${longestKey} characters that can be seen, received ${received}.`,
    );
  }
  const inputHash = createHash("sha256").update(canonical(rest)).digest("base64url");
  return { owner, key, mutation, inputHash };
}

/**
 * Waits for whoever is at work under the same key of the caller, and gives the answer that the key already has. A key
 * of nobody holds for the same mutation and input alone, and else is as if it were not there.
 * @throws ApiError IDEMPOTENCY_KEY_REUSED where the key stands for another mutation or input
 */
export async function firstAnswer<Node extends ObjectLiteral>(
  manager: EntityManager,
  attempt: Attempt,
  node: EntityClass<Node>,
): Promise<ChangeResult<Node> | undefined> {
  await manager.query(
    "/* idempotency.wait */ SELECT pg_advisory_xact_lock(hashtextextended('idempotency ' || $1 || $2, 0))",
    [attempt.owner, attempt.key],
  );
  const rows: StoredAnswer[] = await manager.query(
    `/* idempotency.find */ SELECT mutation, input_hash, answer FROM idempotency_key
     WHERE key = $2 AND (owner = $1 OR (owner = $3 AND mutation = $4 AND input_hash = $5))
     ORDER BY owner DESC LIMIT 1`,
    [attempt.owner, attempt.key, nobody, attempt.mutation, attempt.inputHash],
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

/** Keeps the answer under its key, and forgets a few that are old. */
export async function keepAnswer<Node>(
  manager: EntityManager,
  { owner, key, mutation, inputHash }: Attempt,
  answer: ChangeResult<Node>,
): Promise<void> {
  await manager.query(
    `/* idempotency.keep */ INSERT INTO idempotency_key (owner, key, mutation, input_hash, answer)
     VALUES ($1, $2, $3, $4, $5)`,
    [owner, key, mutation, inputHash, JSON.stringify(answer, wellFormed)],
  );
  await manager.query("/* idempotency.forget */ SELECT forget_old_answers()");
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
