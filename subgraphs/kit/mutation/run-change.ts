import { setTimeout as delay } from "node:timers/promises";
import type { DataSource, EntityManager, ObjectLiteral, QueryRunner } from "typeorm";
import { databaseError, gaveWay, waitedTooLong } from "../database/sql-state";
import { Change, type ChangeOrigin } from "./change";
import { gateOf } from "./change-gate";
import type { ChangeDefinition, ChangeResult } from "./change-definition";
import { concurrentChange } from "./concurrent-change";
import { Deadline } from "./deadline";
import { attemptOf, firstAnswer, keepAnswer } from "./idempotency";
import type { MutationInput } from "./inputs";
import { type Refusal, Refused } from "../rules/refusal";

/** SQLSTATEs of violated constraints: foreign key, unique, check, exclusion. */
const violations: ReadonlySet<unknown> = new Set(["23503", "23505", "23514", "23P01"]);
/** Milliseconds by which a transaction outlives the deadline at most: mostly its wait for one lock ends it before. */
const grace = 250;

/**
 * Makes one change, in one transaction: all of it, with its records and its answer, or nothing. All waits, for its
 * turn, a connection and locks, and all attempts together end by the deadline.
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
  deadline = new Deadline(),
): Promise<ChangeResult<Node>> {
  return gateOf(database).run(deadline, async () => {
    const runner = await connected(database, deadline);
    try {
      return await retried(runner, deadline, (manager) => once(manager, origin, definition, input));
    } finally {
      await runner.release();
    }
  });
}

/** A connection of the pool, which readers may have taken whole. */
async function connected(database: DataSource, deadline: Deadline): Promise<QueryRunner> {
  const runner = database.createQueryRunner();
  const connecting = runner.connect().then(() => true);
  const timer = new AbortController();
  const tooLate = delay(deadline.left, false, { signal: timer.signal }).catch(() => false);
  const inTime = await Promise.race([connecting, tooLate]).finally(() => timer.abort());
  if (inTime) return runner;
  // It may come yet.
  void connecting.then(
    () => runner.release(),
    () => undefined,
  );
  throw concurrentChange();
}

/** Does the work in a transaction, again where it gave way to others, until the deadline. */
async function retried<Result>(
  runner: QueryRunner,
  deadline: Deadline,
  work: (manager: EntityManager) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await runner.manager.transaction(async (manager) => {
        await limitWaits(manager, deadline);
        return work(manager);
      });
    } catch (error) {
      const pause = Math.random() * 10 * 2 ** attempt;
      const gaveUp = waitedTooLong(error) || (runner.isReleased && deadline.left === 0);
      if (gaveUp || (gaveWay(error) && pause >= deadline.left)) throw concurrentChange();
      if (!gaveWay(error)) throw error;
      await delay(pause);
    }
  }
}

/** Lets PostgreSQL end the wait for a lock at the deadline, and whatever the transaction does soon after. */
async function limitWaits(manager: EntityManager, { left }: Deadline): Promise<void> {
  if (left === 0) throw concurrentChange();
  await manager.query(
    `/* change.deadline */ SET LOCAL lock_timeout = ${left}; SET LOCAL transaction_timeout = ${left + grace}`,
  );
}

async function once<Input extends MutationInput, Node extends ObjectLiteral, Code extends string>(
  manager: EntityManager,
  origin: ChangeOrigin,
  definition: ChangeDefinition<Input, Node, Code>,
  input: Input,
): Promise<ChangeResult<Node>> {
  const attempt = attemptOf(origin.keyOwner, definition.name, input);
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
  for (let isAgain = false; ; isAgain = true) {
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
      // What others wrote at the same moment is there now: the rules see it, and so does `touched`.
      if (error instanceof Refused || isAgain) return { node: null, userErrors: refusals };
    }
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
