import type { Highs } from "highs";
import { Deadline } from "./deadline";
import { type ChooseHidden, fewChosen, fewestChosen } from "./choose-hidden";
import { fewToHide } from "./few-hidden";
import type { GuardedBlock } from "./guarded-block";
import { conditionsOf, type HidingCondition } from "./hiding-conditions";
import { TakesTooLong } from "./known-block";

/** Which cells of a block to hide. */
export interface Hiding {
  /** `null` if no choice of cells keeps everything, or none was found in time. */
  readonly cells: readonly number[] | null;
  /** Whether it is proven that no fewer do, or that none do; otherwise few were looked for. */
  readonly isFewest: boolean;
}

/** Of up to so many cells that can be hidden the fewest are looked for. */
export const mostForFewest = 200;

/**
 * The fewest cells to hide so that nothing of a block is known too well, neither of what is hidden in addition. Few are
 * found as releases are protected. That none are fewer is proven by an integer programme: it chooses, each failure of its
 * choice adds conditions to it, and its first choice without a failure is the answer. No condition excludes a choice
 * without a failure (Fischetti and Salazar 2001). Of more cells, or when half the time is over, the few are the answer.
 *
 * @param most - of how many cells the fewest are looked for
 */
export function fewestToHide(
  block: GuardedBlock,
  highs: Highs,
  deadline: Deadline,
  most = mostForFewest,
): Hiding {
  const search = new HidingSearch(block);
  if (block.failures(new Set()).length === 0) return { cells: [], isFewest: true };
  const few = inTime(() => search.few(highs, deadline)) ?? null;
  const valueOf = (cell: number) => block.shownValue(cell);
  if (block.candidates.length <= most) {
    const half = new Deadline(deadline.left / 2);
    const choose = fewestChosen(block.candidates, valueOf, highs, half);
    const cells = inTime(() => search.run(choose, few, half));
    if (cells !== undefined) return { cells, isFewest: true };
  }
  const cells = few ?? inTime(() => search.run(fewChosen(valueOf), null, deadline)) ?? null;
  return { cells: cells && search.shownAgain(cells), isFewest: false };
}

class HidingSearch {
  private readonly conditions = new Map<string, HidingCondition>();

  constructor(private readonly block: GuardedBlock) {}

  /**
   * Cells as few as releases are protected with, if these keep everything.
   * @throws TakesTooLong
   */
  few(highs: Highs, deadline: Deadline): readonly number[] | null {
    const few = fewToHide(this.block, highs, () => {
      if (deadline.left === 0) throw new TakesTooLong();
    });
    return few && this.block.failures(new Set(few), 1).length === 0 ? few : null;
  }

  /**
   * Chooses until nothing fails, or until it takes as many cells as others that keep everything.
   *
   * @returns `null` if no choice is without a failure
   * @throws TakesTooLong
   */
  run(
    choose: ChooseHidden,
    others: readonly number[] | null,
    deadline: Deadline,
  ): readonly number[] | null {
    // With all hidden, only what no choice can keep fails.
    if (!others) this.learn(new Set(this.block.candidates));
    for (;;) {
      if (deadline.left === 0) throw new TakesTooLong();
      const chosen = choose([...this.conditions.values()]);
      if (chosen !== null && chosen.length === others?.length) return others;
      if (chosen === null || this.learn(new Set(chosen)) === 0) return chosen;
    }
  }

  /** Without cells that need not be hidden, those that show most first, as far as time goes. */
  shownAgain(chosen: readonly number[]): readonly number[] {
    const hidden = new Set(chosen);
    const valueOf = (cell: number) => this.block.shownValue(cell);
    for (const cell of [...chosen].sort((one, other) => valueOf(other) - valueOf(one))) {
      hidden.delete(cell);
      const isNeeded = inTime(() => this.block.failures(hidden, 1).length > 0) ?? true;
      if (isNeeded) hidden.add(cell);
    }
    return [...hidden];
  }

  /**
   * Learns from the failures of a choice.
   * @returns how many were learnt from
   */
  private learn(hidden: ReadonlySet<number>): number {
    const failures = this.block.failures(hidden, mostFailures).slice(0, mostFailures);
    for (const condition of conditionsOf(this.block, failures, hidden)) {
      const { ifHidden, oneOf } = condition;
      this.conditions.set(`${ifHidden.join(",")} ${oneOf.join(",")}`, condition);
    }
    return failures.length;
  }
}

/** So many failures of one choice are learnt from: the next choice may be without the others. */
const mostFailures = 20;

/** What comes of work; `undefined` if it takes too long. */
function inTime<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof TakesTooLong) return undefined;
    throw error;
  }
}
