import type { DisclosureRule } from "../disclosure-rule";
import { type Guarded, type GuardFailure, isKept } from "./guard";
import { exactly, type Interval, isExact, isSame } from "./interval";
import type { KnownBlock } from "./known-block";
import { Guard, type Hidden, type KnownSystem } from "./known-system";
import { rangeOf, SmallSums, type SumFailure } from "./small-sums";
import { unkept } from "./unkept";

/** A number that would be known too well. */
export type Failure =
  /** A cell that is suppressed or hidden, or one that nobody gives and anybody can compute. */
  | GuardFailure
  /** A cell that the tables show, about fewer persons than the threshold. */
  | { readonly kind: "SHOWN"; readonly cell: number; readonly interval: Interval }
  | SumFailure
  /** A group differs by fewer persons than the threshold on two close days. Its cells, without one that everybody knows. */
  | { readonly kind: "CHANGED"; readonly cells: readonly number[]; readonly interval: Interval };

const nothingHidden: Hidden = new Set();

/** A block with the rule that its cells are under: says which of them would be known too well. */
export class GuardedBlock {
  /** What fails while nothing is hidden. */
  private failedShown: readonly GuardFailure[] | undefined;
  /** What cells can be without the tables, where a guard fails then already; `null` where it holds. */
  private readonly failedBefore = new Map<number, Interval | null>();
  /** What is hidden of a whole's parts can be added up. */
  readonly sums: SmallSums;
  /** Its cells that can be hidden. */
  readonly candidates: readonly number[];

  /** A block of a system under a rule. */
  constructor(
    readonly block: KnownBlock,
    readonly system: KnownSystem,
    readonly rule: DisclosureRule,
  ) {
    this.candidates = block.cells.filter((cell) => system.canHide(cell));
    const lines = block.part.relations
      .flatMap((number) => system.relations[number] ?? [])
      .filter(({ whole }) => whole !== null);
    this.sums = new SmallSums(block, system, rule, lines);
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
    this.failedShown ??= this.toBlame(this.failing(this.guarded(), nothingHidden), nothingHidden);
    const failing = hidden.size === 0 ? this.failedShown : this.failingAgain(hidden, most);
    return [
      ...failing,
      ...this.shownSmall(hidden),
      ...this.sums.failures(hidden),
      ...this.changed(hidden),
    ];
  }

  /**
   * Whether a guard fails while these cells are hidden, and the tables are to blame.
   *
   * @throws Contradiction
   * @throws TakesTooLong
   */
  fails({ kind, cell }: Guarded, hidden: Hidden): boolean {
    if (this.failedBefore.get(cell)) return this.narrowed([{ kind, cell }], hidden).length > 0;
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
    this.askBefore(added);
    const guarded = [...(this.failedShown ?? []), ...added];
    const held = guarded.filter(({ cell }) => !this.failedBefore.get(cell));
    return [...this.failing(held, hidden, most), ...this.narrowed(guarded, hidden)];
  }

  /** Without guards that fail without the tables just as they do with them. */
  private toBlame(failures: readonly GuardFailure[], hidden: Hidden): GuardFailure[] {
    this.askBefore(failures);
    const held = failures.filter(({ cell }) => !this.failedBefore.get(cell));
    return [...held, ...this.narrowed(failures, hidden)];
  }

  /** Finds out which guards fail without the tables. */
  private askBefore(guarded: readonly Guarded[]): void {
    const asked = guarded.filter(({ cell }) => !this.failedBefore.has(cell));
    if (asked.length === 0) return;
    this.block.assume((cell) => this.system.boundsBefore(cell));
    const failures = unkept(this.block, asked, this.rule);
    for (const { cell } of asked) this.failedBefore.set(cell, null);
    for (const { cell } of failures) this.failedBefore.set(cell, rangeOf(this.block, [cell]));
  }

  /** Of guards that fail without the tables, those of whose cells the tables tell still more. */
  private narrowed(guarded: readonly Guarded[], hidden: Hidden): GuardFailure[] {
    this.block.assume((cell) => this.system.boundsWith(cell, hidden));
    return guarded.flatMap(({ kind, cell }) => {
      const before = this.failedBefore.get(cell);
      if (!before) return [];
      const interval = rangeOf(this.block, [cell]);
      return isSame(interval, before) ? [] : [{ kind, cell, interval }];
    });
  }

  /** The cells that the tables show, though they are about fewer persons than the threshold. */
  private shownSmall(hidden: Hidden): Failure[] {
    return this.candidates.flatMap((cell) => {
      const { shown, isHidden, isOfPersons } = this.system.cell(cell);
      if (shown === undefined || hidden.has(cell) || isHidden || !isOfPersons) return [];
      return this.isSmall(shown) ? [{ kind: "SHOWN", cell, interval: exactly(shown) }] : [];
    });
  }

  private changed(hidden: Hidden): Failure[] {
    return this.system.closeDays.flatMap((days) => {
      const [one, other] = days.map((cell) => this.system.boundsWith(cell, hidden));
      const cells = days.filter((cell) => this.block.has(cell));
      if (cells.length === 0 || !one || !other || !isExact(one) || !isExact(other)) return [];
      const difference = Math.abs(one.lower - other.lower);
      return this.isSmall(difference)
        ? [{ kind: "CHANGED", cells, interval: exactly(difference) }]
        : [];
    });
  }

  private isSmall(value: number): boolean {
    return value > 0 && value < this.rule.threshold;
  }
}
