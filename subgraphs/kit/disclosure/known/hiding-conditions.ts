import { partsOf } from "../linked/protect-linked";
import type { Failure, GuardedBlock } from "./guarded-block";
import type { Hidden } from "./known-system";
import type { SumFailure } from "./small-sums";

/** What every choice of cells to hide has to keep. */
export interface HidingCondition {
  /** It is about choices that hide all these cells. */
  readonly ifHidden: readonly number[];
  /** Of these cells one has to be hidden too. */
  readonly oneOf: readonly number[];
}

/** The conditions that follow from failures of a choice: no choice that breaks one of them is without a failure. */
export function conditionsOf(
  block: GuardedBlock,
  failures: readonly Failure[],
  hidden: Hidden,
): HidingCondition[] {
  const others = block.candidates.filter((cell) => !hidden.has(cell));
  return failures.flatMap((failure): HidingCondition[] => {
    if (failure.kind === "SHOWN") return [{ ifHidden: [], oneOf: [failure.cell] }];
    if (failure.kind === "CHANGED") {
      return [{ ifHidden: [], oneOf: failure.cells.filter((cell) => others.includes(cell)) }];
    }
    if (failure.kind === "SUM") return ofSum(block, failure, hidden, others);
    const fails = (more: Hidden) => block.fails(failure, more);
    const oneOf = thoseThatHelp(hidden, others, fails, block.causes(failure, hidden));
    const { cell } = failure;
    return [{ ifHidden: block.isGuardedAnyway(cell) ? [] : [cell], oneOf }];
  });
}

/**
 * Of cells as few as it takes: while none of them is hidden, it fails, whichever of the others are. To hide more never
 * makes anybody know more of a cell.
 *
 * @param guess - those that are most likely
 */
function thoseThatHelp(
  hidden: Hidden,
  others: readonly number[],
  fails: (hidden: Hidden) => boolean,
  guess: ReadonlySet<number>,
): number[] {
  const likely = others.filter((cell) => guess.has(cell));
  const unlikely = others.filter((cell) => !guess.has(cell));
  const first = fewestThatHelp(hidden, unlikely, fails);
  const harmless = unlikely.filter((cell) => !first.includes(cell));
  return [...first, ...fewestThatHelp(new Set([...hidden, ...harmless]), likely, fails)];
}

function fewestThatHelp(
  hidden: Hidden,
  others: readonly number[],
  fails: (hidden: Hidden) => boolean,
): number[] {
  if (others.length === 0 || fails(new Set([...hidden, ...others]))) return [];
  if (others.length === 1) return [...others];
  const half = Math.ceil(others.length / 2);
  const first = fewestThatHelp(hidden, others.slice(0, half), fails);
  const harmless = others.slice(0, half).filter((cell) => !first.includes(cell));
  const second = fewestThatHelp(new Set([...hidden, ...harmless]), others.slice(half), fails);
  return [...first, ...second];
}

/**
 * While nothing else of the line is hidden, nor what makes the sum less certain, the parts that are hidden must not be: not
 * one of them that is more than nothing by itself, or not all together.
 */
function ofSum(
  block: GuardedBlock,
  failure: SumFailure,
  hidden: Hidden,
  others: readonly number[],
): HidingCondition[] {
  const { line, parts } = failure;
  const ofLine = new Set(partsOf(line));
  const elsewhere = others.filter((cell) => !ofLine.has(cell));
  const fails = (more: Hidden) => block.sums.fails(failure, more);
  const guess = new Set(line.terms.map(([cell]) => cell));
  const helping = thoseThatHelp(hidden, elsewhere, fails, guess);
  const oneOf = [...others.filter((cell) => ofLine.has(cell)), ...helping];
  const harmless = elsewhere.filter((cell) => !helping.includes(cell));
  const { lower } = block.sums.range(failure, new Set([...hidden, ...harmless]));
  const chosen = parts.filter((part) => hidden.has(part) && block.shownValue(part) > 0);
  const rest = chosen.reduce((left, part) => left - block.shownValue(part), lower);
  if (rest > 0) return [{ ifHidden: [], oneOf }];
  const enough = chosen.filter((part) => rest + block.shownValue(part) > 0);
  if (enough.length === 0) return [{ ifHidden: chosen, oneOf }];
  return enough.map((part) => ({ ifHidden: [part], oneOf }));
}
