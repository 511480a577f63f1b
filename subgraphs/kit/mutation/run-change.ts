import { setTimeout as delay } from "node:timers/promises";
import type { DataSource, EntityManager, ObjectLiteral } from "typeorm";
import { databaseError, gaveWay, waitedTooLong } from "../database/sql-state";
import { Change, type ChangeOrigin } from "./change";
import { concurrentChange, gateOf } from "./change-gate";
import type { ChangeDefinition, ChangeResult } from "./change-definition";
import { attemptOf, firstAnswer, keepAnswer } from "./idempotency";
import type { MutationInput } from "./inputs";
import { type Refusal, Refused } from "./refusal";

/** SQLSTATEs of violated constraints: foreign key, unique, check, exclusion. */
const violations: ReadonlySet<unknown> = new Set(["23503", "23505", "23514", "23P01"]);
const mostAttempts = 10;

/**
 * Makes one change, in one transaction: all of it, with its records and its answer, or nothing.
 *
 * @throws ApiError INVALID_IDEMPOTENCY_KEY, IDEMPOTENCY_KEY_REUSED, or CONCURRENT_CHANGE where others kept it from
 * being made
 */
export async function runChange<
  Input extends MutationInput,
  Node extends ObjectLiteral,
  Code extends string,
>(
  database: DataSource,
  origin: ChangeOrigin,
  definition: ChangeDefinition<Input, Node, Code>,
  input: Input,
): Promise<ChangeResult<Node>> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await gateOf(database).run(() =>
        database.transaction((manager) => once(manager, origin, definition, input)),
      );
    } catch (error) {
      if (!gaveWay(error) || attempt === mostAttempts) {
        throw gaveWay(error) || waitedTooLong(error) ? concurrentChange() : error;
      }
      await delay(Math.random() * 10 * 2 ** attempt);
    }
  }
}

async function once<Input extends MutationInput, Node extends ObjectLiteral, Code extends string>(
  manager: EntityManager,
  origin: ChangeOrigin,
  definition: ChangeDefinition<Input, Node, Code>,
  input: Input,
): Promise<ChangeResult<Node>> {
  const attempt = attemptOf(definition.name, input);
  const first = attempt && (await firstAnswer(manager, attempt, definition.node));
  if (first) return first;
  const result = await workOrRefuse(manager, origin, definition, input);
  if (attempt) await keepAnswer(manager, attempt, result);
  return result;
}

async function workOrRefuse<
  Input extends MutationInput,
  Node extends ObjectLiteral,
  Code extends string,
>(
  manager: EntityManager,
  origin: ChangeOrigin,
  { name, constraints, work }: ChangeDefinition<Input, Node, Code>,
  input: Input,
): Promise<ChangeResult<Node>> {
  await manager.query(`/* ${name}.begin */ SAVEPOINT before_change`);
  try {
    const change = new Change<Code>(manager, name, origin);
    const node = await work(change, input);
    change.settle();
    return { node, userErrors: [] };
  } catch (error) {
    const refusals = refusalsOf(error, constraints);
    if (!refusals) throw error;
    await manager.query(`/* ${name}.undo */ ROLLBACK TO SAVEPOINT before_change`);
    return { node: null, userErrors: refusals };
  }
}

function refusalsOf(
  error: unknown,
  constraints: Readonly<Record<string, Refusal>>,
): Refusal[] | undefined {
  if (error instanceof Refused) return [...error.refusals];
  const { code, constraint } = databaseError(error);
  const refusal = constraint === undefined ? undefined : constraints[constraint];
  return violations.has(code) && refusal ? [refusal] : undefined;
}
