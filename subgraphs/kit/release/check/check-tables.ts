import type { Highs } from "highs";
import type { Deadline } from "../../disclosure/known/deadline";
import { fewestToHide, type Hiding } from "../../disclosure/known/fewest-hidden";
import { type Failure, GuardedBlock } from "../../disclosure/known/guarded-block";
import { isExact } from "../../disclosure/known/interval";
import { Contradiction, KnownBlock, TakesTooLong } from "../../disclosure/known/known-block";
import { Guard } from "../../disclosure/known/known-system";
import { connectedParts } from "../../disclosure/linked/connected-parts";
import { checkSystem, type CheckSystem, mostNumbers, TooManyNumbers } from "./check-system";
import {
  type CheckOutcome,
  type CheckTask,
  type Finding,
  FindingKind,
  undecided,
} from "./check-task";
import { noteCloseDays } from "./close-days";
import { firstContradiction } from "./first-contradiction";
import { ContradictoryStatement } from "./state-tables";

/**
 * Says what would be known too well if tables were published beside the last release, and which fewest of their numbers to
 * hide: from these numbers alone, without a look at what was counted.
 */
export function checkTables(task: CheckTask, highs: Highs, deadline: Deadline): CheckOutcome {
  const blocks: KnownBlock[] = [];
  try {
    const known = checkSystem(task, deadline);
    noteCloseDays(known.cells, task);
    addBlocks(blocks, known, highs, deadline);
    return outcomeOf(task, known, blocks, highs, deadline);
  } catch (error) {
    if (error instanceof ContradictoryStatement) return { outcome: "contradictory", at: error.at };
    if (error instanceof TooManyNumbers) {
      return { outcome: "tooLarge", numbers: error.numbers, most: mostNumbers };
    }
    if (error instanceof TakesTooLong) return undecided;
    throw error;
  } finally {
    for (const block of blocks) block.dispose();
  }
}

/**
 * Adds the parts of the system of which the tables say anything.
 * @throws TakesTooLong
 */
function addBlocks(
  blocks: KnownBlock[],
  { cells: { system }, statements }: CheckSystem,
  highs: Highs,
  deadline: Deadline,
): void {
  const said = new Set(statements.map(({ cell }) => cell));
  const isFixed = (cell: number) => isExact(system.boundsBefore(cell));
  // What is hidden of one day depends on the other.
  const closeDays = system.closeDays.map((days) => ({
    terms: days.map((cell) => [cell, 1] as const),
  }));
  const all = [...system.relations, ...closeDays];
  for (const { cells, relations } of connectedParts(system.cells.length, all, isFixed)) {
    if (deadline.left === 0) throw new TakesTooLong();
    if (!cells.some((cell) => said.has(cell))) continue;
    const own = relations.filter((number) => number < system.relations.length);
    blocks.push(new KnownBlock(highs, system, { cells, relations: own }, deadline));
  }
}

function outcomeOf(
  { rule }: CheckTask,
  known: CheckSystem,
  blocks: readonly KnownBlock[],
  highs: Highs,
  deadline: Deadline,
): CheckOutcome {
  const { cells } = known;
  const findings: Finding[] = [];
  const hidings: Hiding[] = [];
  try {
    for (const block of blocks) requireAgreement(block, known);
    const guarded = blocks.map((block) => new GuardedBlock(block, cells.system, rule));
    // All findings first: to look for what to hide takes the time that is left.
    for (const each of guarded) {
      const failures = each.failures(new Set());
      findings.push(...failures.map((failure) => findingOf(known, failure)));
    }
    for (const each of guarded) hidings.push(fewestToHide(each, highs, deadline));
  } catch (error) {
    // A solver that contradicts itself has not decided anything either.
    if (!(error instanceof TakesTooLong || error instanceof Contradiction)) throw error;
    return { outcome: "checked", findings, isDecided: false, hide: null, isFewest: false };
  }
  const isPossible = hidings.every(({ cells: hidden }) => hidden !== null);
  const hide = hidings.flatMap(({ cells: hidden }) => hidden ?? []);
  return {
    ...{ outcome: "checked", findings, isDecided: true },
    hide: isPossible ? hide.map((cell) => cells.nameOf(cell)) : null,
    isFewest: hidings.every(({ isFewest }) => isFewest),
  };
}

/**
 * Requires that tables do not contradict the release or themselves.
 *
 * @throws ContradictoryStatement
 * @throws TakesTooLong
 */
function requireAgreement(block: KnownBlock, { cells, statements }: CheckSystem): void {
  const at = firstContradiction(block, cells, statements);
  if (at) throw new ContradictoryStatement(at);
}

/** What a failure is about. */
function findingOf({ cells, suppressed }: CheckSystem, failure: Failure): Finding {
  const { kind, interval } = failure;
  if (kind === "SUM") {
    return { kind: FindingKind.COMPUTED, number: cells.hiddenNameOf(failure.line), interval };
  }
  if (kind === "CHANGED") {
    const [cell = 0] = failure.cells;
    return { kind: FindingKind.CHANGED, number: cells.nameOf(cell), interval };
  }
  const number = cells.nameOf(failure.cell);
  if (kind === "SHOWN") return { kind: FindingKind.SHOWN, number, interval };
  if (kind === Guard.SMALLNESS) return { kind: FindingKind.COMPUTED, number, interval };
  const isSuppressed = suppressed.has(failure.cell);
  return { kind: isSuppressed ? FindingKind.SUPPRESSED : FindingKind.HIDDEN, number, interval };
}
