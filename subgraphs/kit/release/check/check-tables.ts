import type { Highs } from "highs";
import type { Deadline } from "../../disclosure/known/deadline";
import { fewestToHide, type Hiding } from "../../disclosure/known/fewest-hidden";
import { type Failure, GuardedBlock } from "../../disclosure/known/guarded-block";
import { isExact } from "../../disclosure/known/interval";
import { KnownBlock, TakesTooLong } from "../../disclosure/known/known-block";
import { Guard } from "../../disclosure/known/known-system";
import { connectedParts } from "../../disclosure/linked/connected-parts";
import { partsOf } from "../../disclosure/linked/protect-linked";
import { checkSystem, type CheckSystem } from "./check-system";
import { type CheckOutcome, type CheckTask, type Finding, FindingKind } from "./check-task";
import { firstContradiction } from "./first-contradiction";
import { ContradictoryStatement } from "./state-tables";

/**
 * Says what would be known too well if tables were published beside the last release, and which fewest of their numbers to
 * hide: from these numbers alone, without a look at what was counted.
 */
export function checkTables(task: CheckTask, highs: Highs, deadline: Deadline): CheckOutcome {
  try {
    const known = checkSystem(task);
    const blocks = blocksOf(known, highs, deadline);
    try {
      return outcomeOf(task, known, blocks, highs, deadline);
    } finally {
      for (const block of blocks) block.dispose();
    }
  } catch (error) {
    if (error instanceof ContradictoryStatement) return { outcome: "contradictory", at: error.at };
    throw error;
  }
}

/** The parts of the system of which the tables say anything. */
function blocksOf(
  { cells: { system }, statements }: CheckSystem,
  highs: Highs,
  deadline: Deadline,
): KnownBlock[] {
  const said = new Set(statements.map(({ cell }) => cell));
  const isFixed = (cell: number) => isExact(system.boundsBefore(cell));
  return connectedParts(system.cells.length, system.relations, isFixed)
    .filter((part) => part.cells.some((cell) => said.has(cell)))
    .map((part) => new KnownBlock(highs, system, part, deadline));
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
      findings.push(...failures.flatMap((failure) => findingOf(known, failure) ?? []));
    }
    for (const each of guarded) hidings.push(fewestToHide(each, highs, deadline));
  } catch (error) {
    if (!(error instanceof TakesTooLong)) throw error;
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

/** What a failure is about; `undefined` if another says the same. */
function findingOf({ cells, suppressed }: CheckSystem, failure: Failure): Finding | undefined {
  const { kind, interval } = failure;
  if (kind === "SUM") {
    const hidden = partsOf(failure.line).filter(
      (part) => !isExact(cells.system.boundsWith(part, new Set())),
    );
    // What is hidden alone is found by itself.
    if (hidden.length < 2) return undefined;
    return { kind: FindingKind.COMPUTED, number: cells.hiddenNameOf(failure.line), interval };
  }
  const number = cells.nameOf(failure.cell);
  if (kind === "SHOWN") return { kind: FindingKind.SHOWN, number, interval };
  if (kind === Guard.SMALLNESS) return { kind: FindingKind.COMPUTED, number, interval };
  const isSuppressed = suppressed.has(failure.cell);
  return { kind: isSuppressed ? FindingKind.SUPPRESSED : FindingKind.HIDDEN, number, interval };
}
