import type { DisclosureRule } from "../disclosure-rule";
import { directionOf } from "../linked/direction-of";
import type { LinkedBlock } from "../linked/linked-block";
import { shiftsOf } from "../linked/protect-linked";
import { type Guarded, type GuardFailure, isKept } from "./guard";
import type { Interval } from "./interval";
import type { KnownBlock, PossibleValues, Wanted } from "./known-block";
import { Guard } from "./known-system";

/**
 * Which guards do not hold as far as a block assumes, each with what anybody can compute of its cell. That others hold is proven by
 * values that the cells can have, found for many at a time.
 *
 * @param most - how many are looked for
 * @throws Contradiction
 * @throws TakesTooLong
 */
export function unkept(
  block: KnownBlock,
  guarded: readonly Guarded[],
  rule: DisclosureRule,
  most = Infinity,
): GuardFailure[] {
  if (guarded.length === 0) return [];
  const some = block.somePossible();
  const proven = new ProvenValues(block, some);
  const open = new OpenGuards(guarded, ({ kind, cell }) =>
    isKept(kind, proven.interval(cell), rule),
  );
  // Step by step away from some values, many cells at a time, then one by one.
  let near = some;
  open.prove(fewCells, (wanted) => {
    near = block.near(near, wanted, rule.width) ?? some;
    proven.add(near);
  });
  const proofs = new WholeProofs(block, some, rule);
  try {
    const failures: GuardFailure[] = [];
    for (const each of open.left()) {
      if (failures.length >= most) break;
      // Values that were found for one may be proof for others.
      const interval = open.isOpen(each) && intervalOf(block, each, proven, proofs, rule);
      if (interval) failures.push({ ...each, interval });
    }
    return failures;
  } finally {
    proofs.dispose();
  }
}

/** Between what a cell lies whose guard does not hold, as linear programmes say; `undefined` if it does. */
function intervalOf(
  block: KnownBlock,
  guarded: Guarded,
  proven: ProvenValues,
  proofs: WholeProofs,
  rule: DisclosureRule,
): Interval | undefined {
  const { kind, cell } = guarded;
  const isProven = () => isKept(kind, proven.interval(cell), rule);
  const least = block.limit(cell, -1);
  proven.add(least.reachedWith);
  if (isProven()) return undefined;
  const greatest = block.limit(cell, 1);
  proven.add(greatest.reachedWith);
  if (isProven()) return undefined;
  const limits = { lower: least.value, upper: greatest.value };
  if (!isKept(kind, limits, rule)) return limits;
  // With whole numbers they may be closer.
  for (const values of proofs.of(guarded)) proven.add(values);
  for (const direction of directions) {
    if (isProven()) return undefined;
    proven.add(block.extreme(new Map([[cell, direction]])));
  }
  return isProven() ? undefined : proven.interval(cell);
}

/** Whole values that differ from some only as far as it takes to prove that a guard holds. */
class WholeProofs {
  private shifts: LinkedBlock | undefined;

  constructor(
    private readonly block: KnownBlock,
    private readonly some: PossibleValues,
    private readonly rule: DisclosureRule,
  ) {}

  /** None where no proof is found. */
  of({ kind, cell }: Guarded): PossibleValues[] {
    const shifts = (this.shifts ??= this.block.shiftsFrom(this.some));
    const { width, threshold } = this.rule;
    const column = this.block.columnOf(cell);
    const value = this.some[column] ?? 0;
    const found =
      kind === Guard.VALUE
        ? shiftsOf(shifts, column, width)
        : [shifts.shift(column, -value) ?? shifts.shift(column, threshold - value)];
    return (found ?? []).flatMap((shift) =>
      shift ? [this.some.map((each, at) => each + (shift.get(at) ?? 0))] : [],
    );
  }

  /** Frees the solver's memory. */
  dispose(): void {
    this.shifts?.dispose();
  }
}

/** From the least of a small number follows most often that its guard holds. */
const directions = [-1, 1] as const;

/** So few cells are proven one by one as quickly. */
const fewCells = 8;

/** Guards that are not proven to hold yet. */
class OpenGuards {
  constructor(
    private open: readonly Guarded[],
    private readonly isProven: (guarded: Guarded) => boolean,
  ) {}

  left(): readonly Guarded[] {
    this.open = this.open.filter((each) => this.isOpen(each));
    return this.open;
  }

  isOpen(guarded: Guarded): boolean {
    return !this.isProven(guarded);
  }

  /**
   * Proves many at a time, as long as that is worth it.
   *
   * @param few - so few more cells that are proven are not worth it
   */
  prove(few: number, tryTo: (wanted: Wanted) => void): void {
    let { length } = this.left();
    for (let round = 0, poor = 0; length > few && poor < 4; round += 1) {
      tryTo(new Map(this.open.map(({ cell }, index) => [cell, directionOf(index, round)])));
      const { length: next } = this.left();
      if (length - next < few) poor += 1;
      length = next;
    }
  }
}

/** The least and the greatest values that cells were found to be able to have. */
class ProvenValues {
  private readonly least: Float64Array;
  private readonly greatest: Float64Array;

  constructor(
    private readonly block: KnownBlock,
    some: PossibleValues,
  ) {
    this.least = some.slice();
    this.greatest = some.slice();
  }

  add(values: PossibleValues | null): void {
    values?.forEach((value, column) => {
      this.least[column] = Math.min(value, this.least[column] ?? Infinity);
      this.greatest[column] = Math.max(value, this.greatest[column] ?? -Infinity);
    });
  }

  interval(cell: number): Interval {
    const column = this.block.columnOf(cell);
    return {
      lower: this.least[column] ?? Infinity,
      upper: this.block.known(this.greatest[column] ?? -Infinity),
    };
  }
}
