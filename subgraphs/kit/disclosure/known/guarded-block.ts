import type { DisclosureRule } from "../disclosure-rule";
import type { Relation } from "../linked/linked-system";
import { partsOf } from "../linked/protect-linked";
import { type Guarded, type GuardFailure, isKept } from "./guard";
import { exactly, type Interval, isExact } from "./interval";
import type { KnownBlock } from "./known-block";
import { Guard, type Hidden, type KnownSystem } from "./known-system";
import { unkept } from "./unkept";

/** A number that would be known too well. */
export type Failure =
  /** A cell that is suppressed or hidden, or one that nobody gives and anybody can compute. */
  | GuardFailure
  /** A cell that the tables show, about fewer persons than the threshold. */
  | { readonly kind: "SHOWN"; readonly cell: number; readonly interval: Interval }
  /** What is hidden of a line adds up to fewer persons than the threshold. */
  | { readonly kind: "SUM"; readonly line: Relation; readonly interval: Interval };

const nothingHidden: Hidden = new Set();

/** A block with the rule that its cells are under: says which of them would be known too well. */
export class GuardedBlock {
  /** What fails while nothing is hidden. */
  private failedShown: readonly GuardFailure[] | undefined;
  /** The cells of which it is known whether a guard fails without the tables. */
  private readonly failedBefore = new Map<number, boolean>();
  /** The relations of a whole with all its parts: what is hidden of these can be added up. */
  private readonly lines: readonly Relation[];
  /** Its cells that can be hidden. */
  readonly candidates: readonly number[];

  /** A block of a system under a rule. */
  constructor(
    readonly block: KnownBlock,
    readonly system: KnownSystem,
    readonly rule: DisclosureRule,
  ) {
    this.candidates = block.cells.filter((cell) => system.canHide(cell));
    this.lines = block.part.relations
      .flatMap((number) => system.relations[number] ?? [])
      .filter(({ whole }) => whole !== null);
  }

  /**
   * Everything that would be known too well if the tables were published with these cells hidden. What is kept while
   * nothing is hidden is kept whatever is, as nobody then knows more.
   *
   * @param most - how many cells that are known too well are looked for
   * @throws Contradiction
   * @throws TakesTooLong
   */
  failures(hidden: Hidden, most = Infinity): Failure[] {
    this.failedShown ??= this.heldBefore(this.failing(this.guarded(), nothingHidden));
    const failing = hidden.size === 0 ? this.failedShown : this.failingAgain(hidden, most);
    return [...failing, ...this.shownSmall(hidden), ...this.smallSums(hidden)];
  }

  /**
   * Whether a guard that holds without the tables fails while these cells are hidden.
   *
   * @throws Contradiction
   * @throws TakesTooLong
   */
  fails({ kind, cell }: Guarded, hidden: Hidden): boolean {
    this.block.assume((each) => this.system.boundsWith(each, hidden));
    const [least, greatest] = [this.block.limit(cell, -1), this.block.limit(cell, 1)];
    const limits = { lower: least.value, upper: greatest.value };
    if (!isKept(kind, limits, this.rule)) return true;
    if (least.reachedWith && greatest.reachedWith) return false;
    return unkept(this.block, [{ kind, cell }], this.rule).length > 0;
  }

  /** The cells of which it follows that a guard fails while these are hidden, as far as bounds alone say. */
  causes({ cell }: Guarded, hidden: Hidden): ReadonlySet<number> {
    this.block.assume((each) => this.system.boundsWith(each, hidden));
    const { system } = this;
    const causes = [...this.block.limit(cell, -1).causes, ...this.block.limit(cell, 1).causes];
    return new Set(causes.map((each) => system.cell(each).presenceOf ?? each));
  }

  /** Whether a cell must not be known too well, whatever is hidden. */
  isGuardedAnyway(cell: number): boolean {
    return this.system.guardOf(cell, nothingHidden) !== undefined;
  }

  /** What the tables show of a cell that can be hidden. */
  shownValue(cell: number): number {
    return this.system.cell(cell).shown ?? 0;
  }

  private guarded(): Guarded[] {
    return this.block.cells.flatMap((cell) => {
      const kind = this.system.guardOf(cell, nothingHidden);
      return kind === undefined ? [] : [{ kind, cell }];
    });
  }

  private failing(guarded: readonly Guarded[], hidden: Hidden, most = Infinity): GuardFailure[] {
    this.block.assume((cell) => this.system.boundsWith(cell, hidden));
    return unkept(this.block, guarded, this.rule, most);
  }

  /** Of what is kept while nothing is hidden, nothing fails: only the rest, and what is hidden in addition, is looked at. */
  private failingAgain(hidden: Hidden, most: number): GuardFailure[] {
    const added = [...hidden]
      .filter((cell) => !this.isGuardedAnyway(cell))
      .map((cell) => ({ kind: Guard.VALUE, cell }));
    return this.failing([...(this.failedShown ?? []), ...this.heldBefore(added)], hidden, most);
  }

  /** Without guards that fail without the tables, which are not to blame then. */
  private heldBefore<Each extends Guarded>(guarded: readonly Each[]): Each[] {
    const asked = guarded.filter(({ cell }) => !this.failedBefore.has(cell));
    if (asked.length > 0) {
      this.block.assume((cell) => this.system.boundsBefore(cell));
      const failures = unkept(this.block, asked, this.rule);
      const failed = new Set(failures.map(({ cell }) => cell));
      for (const { cell } of asked) this.failedBefore.set(cell, failed.has(cell));
    }
    return guarded.filter(({ cell }) => this.failedBefore.get(cell) === false);
  }

  /** The cells that the tables show, though they are about fewer persons than the threshold. */
  private shownSmall(hidden: Hidden): Failure[] {
    return this.candidates.flatMap((cell) => {
      const { shown, isHidden, isOfPersons } = this.system.cell(cell);
      if (shown === undefined || hidden.has(cell) || isHidden || !isOfPersons) return [];
      return this.isSmall(shown) ? [{ kind: "SHOWN", cell, interval: exactly(shown) }] : [];
    });
  }

  private smallSums(hidden: Hidden): Failure[] {
    return this.lines.flatMap((line) => {
      const sum = hiddenSum(line, (cell) => this.system.boundsWith(cell, hidden));
      if (sum === undefined || !this.isSmall(sum)) return [];
      const before = hiddenSum(line, (cell) => this.system.boundsBefore(cell));
      if (before !== undefined && this.isSmall(before)) return [];
      return [{ kind: "SUM", line, interval: exactly(sum) }];
    });
  }

  private isSmall(value: number): boolean {
    return value > 0 && value < this.rule.threshold;
  }
}

/** What the hidden parts of a line add up to; `undefined` where nobody knows, or nothing is hidden. */
function hiddenSum(line: Relation, boundsOf: (cell: number) => Interval): number | undefined {
  if (line.whole === null) return undefined;
  const total = boundsOf(line.whole);
  const bounds = partsOf(line).map(boundsOf);
  if (!isExact(total) || bounds.every(isExact)) return undefined;
  return bounds.filter(isExact).reduce((left, { lower }) => left - lower, total.lower);
}
