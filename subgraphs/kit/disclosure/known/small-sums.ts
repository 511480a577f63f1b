import type { DisclosureRule } from "../disclosure-rule";
import type { Relation } from "../linked/linked-system";
import { partsOf } from "../linked/protect-linked";
import { type Interval, isExact, isSame } from "./interval";
import type { KnownBlock, PossibleValues } from "./known-block";
import type { Hidden, KnownSystem } from "./known-system";

/** Several hidden numbers of a line. */
export interface HiddenParts {
  readonly line: Relation;
  readonly parts: readonly number[];
}

/** Hidden numbers that are about somebody together, and about fewer persons than the threshold. */
export interface SumFailure extends HiddenParts {
  readonly kind: "SUM";
  /** Between what they lie together. */
  readonly interval: Interval;
}

/** Says which hidden numbers of a line add up to too little. One alone has a guard of its own. */
export class SmallSums {
  /** Of lines that do not fail while nothing is hidden, how many parts are hidden then. */
  private readonly kept = new Map<Relation, number>();
  private readonly before = new Map<Relation, Interval>();

  /** The sums of lines of a block. */
  constructor(
    private readonly block: KnownBlock,
    private readonly system: KnownSystem,
    private readonly rule: DisclosureRule,
    private readonly lines: readonly Relation[],
  ) {}

  /**
   * The sums that would be known too well with these cells hidden.
   *
   * @throws Contradiction
   * @throws TakesTooLong
   */
  failures(hidden: Hidden): SumFailure[] {
    const boundsOf = (cell: number) => this.system.boundsWith(cell, hidden);
    const asked = this.lines
      .filter((line) => !isWhole(line, boundsOf))
      .map((line) => ({ line, parts: openParts(line, boundsOf) }))
      // What is kept while nothing is hidden is kept if other cells are.
      .filter(({ line, parts }) => parts.length > 1 && parts.length !== this.kept.get(line));
    if (asked.length === 0) return [];
    const small = this.small(asked, hidden);
    if (hidden.size === 0) {
      const failing = new Set(small.map(({ line }) => line));
      for (const { line, parts } of asked) {
        if (!failing.has(line)) this.kept.set(line, parts.length);
      }
    }
    return small.filter((failure) => !this.wasSoBefore(failure));
  }

  /** Whether certain numbers of a line add up to too little while these cells are hidden, and the tables are to blame. */
  fails({ line, parts }: HiddenParts, hidden: Hidden): boolean {
    return this.small([{ line, parts }], hidden).some((failure) => !this.wasSoBefore(failure));
  }

  /** Between what numbers of a line lie together while these cells are hidden. */
  range({ parts }: HiddenParts, hidden: Hidden): Interval {
    this.block.assume((cell) => this.system.boundsWith(cell, hidden));
    return rangeOf(this.block, parts);
  }

  private small(asked: readonly HiddenParts[], hidden: Hidden): SumFailure[] {
    const { block } = this;
    block.assume((cell) => this.system.boundsWith(cell, hidden));
    const found = [block.somePossible()];
    return asked.flatMap(({ line, parts }) => {
      for (const direction of [1, -1] as const) {
        if (found.some((values) => !this.isSmall(sumOf(block, parts, values)))) return [];
        found.push(extremeOf(block, parts, direction));
      }
      const [upper = Infinity, lower = 0] = found
        .slice(-2)
        .map((values) => sumOf(block, parts, values));
      const isSmall = this.isSmall(lower) && this.isSmall(upper);
      return isSmall ? [{ kind: "SUM", line, parts, interval: { lower, upper } }] : [];
    });
  }

  /** Whether everybody knows the same of the same numbers without the tables. */
  private wasSoBefore({ line, parts, interval }: SumFailure): boolean {
    const boundsOf = (cell: number) => this.system.boundsBefore(cell);
    if (openParts(line, boundsOf).length !== parts.length) return false;
    let before = this.before.get(line);
    if (!before) {
      this.block.assume(boundsOf);
      before = rangeOf(this.block, parts);
      this.before.set(line, before);
    }
    return isSame(interval, before);
  }

  private isSmall(value: number): boolean {
    return value > 0 && value < this.rule.threshold;
  }
}

/** Between what cells together lie as far as a block assumes, in whole numbers. */
export function rangeOf(block: KnownBlock, cells: readonly number[]): Interval {
  return {
    lower: sumOf(block, cells, extremeOf(block, cells, -1)),
    upper: sumOf(block, cells, extremeOf(block, cells, 1)),
  };
}

function extremeOf(block: KnownBlock, cells: readonly number[], direction: 1 | -1): PossibleValues {
  return block.extreme(new Map(cells.map((cell) => [cell, direction])));
}

function sumOf(block: KnownBlock, cells: readonly number[], values: PossibleValues): number {
  return cells.reduce((sum, cell) => sum + block.known(values[block.columnOf(cell)] ?? 0), 0);
}

/** The parts of a line that are not known by themselves. */
function openParts(line: Relation, boundsOf: (cell: number) => Interval): number[] {
  return partsOf(line).filter((part) => !isExact(boundsOf(part)));
}

/** Whether the hidden parts of a line are all there is in it, and their whole is not known: then it has a guard of its own. */
function isWhole(line: Relation, boundsOf: (cell: number) => Interval): boolean {
  const isOpen = line.whole !== null && !isExact(boundsOf(line.whole));
  return (
    isOpen && partsOf(line).every((part) => !isExact(boundsOf(part)) || boundsOf(part).upper === 0)
  );
}
