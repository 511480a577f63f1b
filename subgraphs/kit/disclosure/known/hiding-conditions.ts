import { partsOf } from "../linked/protect-linked";
import type { Failure, GuardedBlock } from "./guarded-block";
import type { Hidden } from "./known-system";

/** What every choice of cells to hide has to keep. */
export interface HidingCondition {
  /** It is about choices that hide this cell; `null` for all. */
  readonly ifHidden: number | null;
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
    if (failure.kind === "SHOWN") return [{ ifHidden: null, oneOf: [failure.cell] }];
    if (failure.kind === "SUM") return ofSum(block, failure, hidden, new Set(others));
    const fails = (more: Hidden) => block.fails(failure, more);
    const oneOf = thoseThatHelp(hidden, others, fails, block.causes(failure, hidden));
    const { cell } = failure;
    return [{ ifHidden: block.isGuardedAnyway(cell) ? null : cell, oneOf }];
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

/** While nothing else of the line is hidden, no part that is not 0 can be. */
function ofSum(
  block: GuardedBlock,
  { line, interval }: Extract<Failure, { kind: "SUM" }>,
  hidden: Hidden,
  others: ReadonlySet<number>,
): HidingCondition[] {
  const parts = partsOf(line);
  const oneOf = line.terms.map(([cell]) => cell).filter((cell) => others.has(cell));
  const chosen = parts.filter((part) => hidden.has(part));
  const shown = chosen.map((part) => block.shownValue(part));
  const rest = interval.lower - shown.reduce((sum, value) => sum + value, 0);
  const ofChosen = chosen.filter((part) => block.shownValue(part) > 0);
  return [
    ...ofChosen.map((ifHidden) => ({ ifHidden, oneOf })),
    ...(rest > 0 ? [{ ifHidden: null, oneOf }] : []),
  ];
}
