import type { Highs, Model, Solution } from "highs";
import type { Deadline } from "./deadline";
import type { ConnectedPart } from "../linked/connected-parts";
import { isWhole, type LinearProgramme, linearModel, rounding } from "../linked/linear-model";
import { LinkedBlock } from "../linked/linked-block";
import { CellState, LinkedSystem } from "../linked/linked-system";
import { anything, common, type Interval } from "./interval";
import type { KnownSystem } from "./known-system";

/** Values of all cells of a block, in its order, that agree with everything that is known. */
export type PossibleValues = Float64Array;

/** Cells that are to be greater (1) or less (-1). */
export type Wanted = ReadonlyMap<number, 1 | -1>;

/** More time is needed than there is, or a more exact solver. */
export class TakesTooLong extends Error {}

/** The numbers of the tables contradict each other, or what is known before. */
export class Contradiction extends Error {}

/** The greatest or the least that a cell can be. */
export interface Limit {
  /** No value is beyond it. */
  readonly value: number;
  /** Whole values with which it is reached; `null` where it may not be. */
  readonly reachedWith: PossibleValues | null;
  /** The cells without whose bounds it would be another. */
  readonly causes: readonly number[];
}

/** What changes from programme to programme is the cost: values of the one before are possible in the next. */
const primalSimplex = 4;

/** How exact whole numbers are. With less, a little of a group could be there while the group is not. */
const wholeRounding = 1e-9;

/** Seconds without which a programme need not be begun. */
const leastSeconds = 0.001;

/**
 * Cells that relations connect while what was known before stays as it is, as one linear programme of their values: what
 * anybody can compute.
 */
export class KnownBlock {
  private readonly columns: ReadonlyMap<number, number>;
  private readonly rows: LinearProgramme["rows"];
  private readonly model: Model;
  /** The same in whole numbers: another, so that each goes on from its own solution before. */
  private whole: Model | undefined;
  /** More than any number that is not endless can be. */
  private readonly most: number;
  private readonly presences: Wanted;
  private bounds: readonly Interval[] = [];

  /** A block of a system that has all its cells and relations. It has to be disposed of. */
  constructor(
    private readonly highs: Highs,
    private readonly system: KnownSystem,
    readonly part: ConnectedPart,
    private readonly deadline: Deadline,
  ) {
    this.columns = new Map(part.cells.map((cell, column) => [cell, column]));
    this.presences = new Map(
      part.cells.flatMap((cell) => (this.isPresence(cell) ? [[cell, 1] as const] : [])),
    );
    this.most = mostOf(system, part);
    this.rows = this.part.relations.map((relation) => this.rowOf(relation));
    this.model = this.build();
  }

  /** The numbers of its cells. */
  get cells(): readonly number[] {
    return this.part.cells;
  }

  /** Whether a cell is in it. */
  has(cell: number): boolean {
    return this.columns.has(cell);
  }

  /** From now on each cell lies between these bounds. */
  assume(boundsOf: (cell: number) => Interval): void {
    this.bounds = this.cells.map(boundsOf);
    this.changeBounds(this.bounds);
  }

  /**
   * Some values that agree with everything.
   *
   * @throws Contradiction
   * @throws TakesTooLong
   */
  somePossible(): PossibleValues {
    // With as many of the cells as can be above 0, from where each can go either way.
    return this.solve(this.presences);
  }

  /**
   * The values with which cells are as great or as small as they can be, together.
   *
   * @throws Contradiction
   * @throws TakesTooLong
   */
  extreme(wanted: Wanted): PossibleValues {
    return this.solve(wanted);
  }

  /**
   * Values with which cells are as great or as small as they can be together near others: none is further than a step from
   * them, and what is 0 of cells whose presence matters stays 0. A proof that takes less time than {@link extreme};
   * `null` if they are no whole numbers.
   *
   * @throws TakesTooLong
   */
  near(from: PossibleValues, wanted: Wanted, step: number): PossibleValues | null {
    const { bounds } = this;
    this.changeBounds(
      this.cells.map((cell, column) => {
        const value = from[column] ?? 0;
        const away = this.isPresence(cell) ? 0 : step;
        return common(bounds[column] ?? anything, { lower: value - away, upper: value + away });
      }),
    );
    try {
      const values = this.run(wanted)?.colValue;
      return values ? this.wholeOf(values) : null;
    } finally {
      this.changeBounds(bounds);
    }
  }

  /**
   * The greatest (1) or the least (-1) that a cell can be, if numbers need not be whole.
   *
   * @throws Contradiction
   * @throws TakesTooLong
   */
  limit(cell: number, direction: 1 | -1): Limit {
    const solution = this.run(new Map([[cell, direction]]));
    if (!solution) throw new Contradiction();
    const { colValue: values, colDual } = solution;
    const value = this.known(values[this.columnOf(cell)] ?? 0);
    return {
      value: direction === 1 ? Math.floor(value + rounding) : Math.ceil(value - rounding) + 0,
      reachedWith: this.wholeOf(values),
      causes: this.cells.filter((_cell, column) => Math.abs(colDual[column] ?? 0) > rounding),
    };
  }

  /** All that its cells can be besides some values that they can have, by how much they differ from these. */
  shiftsFrom(values: PossibleValues): LinkedBlock {
    const linked = new LinkedSystem();
    for (const [column, count] of values.entries()) {
      const { lower, upper } = this.bounds[column] ?? anything;
      const state = CellState.HIDDEN;
      const [room, headroom] = [count - lower, upper - count];
      linked.add({ count, persons: count, state, room, headroom, weight: 1 });
    }
    for (const relation of this.part.relations) {
      linked.relations.push({ whole: null, terms: this.ownTerms(relation) });
    }
    return new LinkedBlock(this.highs, linked, [...values.keys()], [...linked.relations.keys()]);
  }

  /** The place of a cell in {@link PossibleValues}. */
  columnOf(cell: number): number {
    const column = this.columns.get(cell);
    if (column === undefined) throw new Error(`cell ${cell} is not in this block`);
    return column;
  }

  /** A value that was found, or `Infinity` for one that nothing bounds. */
  known(value: number): number {
    return value >= this.most / 2 ? Infinity : value;
  }

  /** Frees the solver's memory. */
  dispose(): void {
    this.model.dispose();
    this.whole?.dispose();
  }

  private changeBounds(bounds: readonly Interval[], model = this.model): void {
    model.changeColsBounds(
      this.all,
      bounds.map(({ lower }) => lower),
      bounds.map(({ upper }, column) => Math.min(upper, this.cap(column))),
    );
  }

  /** What a cell is held to where nothing bounds it. What takes up the rest of a relation can be any multiple of that. */
  private cap(column: number): number {
    const { isSlack = false } = this.system.cell(this.cells[column] ?? 0);
    return isSlack ? this.highs.infinity : this.most;
  }

  private get all() {
    return { kind: "range", from: 0, to: this.cells.length - 1 } as const;
  }

  private isPresence(cell: number): boolean {
    return this.system.cell(cell).presenceOf !== undefined;
  }

  /** A vertex of most programmes is whole; where it is not, whole numbers are required. */
  private solve(wanted: Wanted): PossibleValues {
    const values = this.run(wanted)?.colValue;
    if (!values) throw new Contradiction();
    const found = this.wholeOf(values);
    if (found) return found;
    const whole = (this.whole ??= this.buildWhole());
    this.changeBounds(this.bounds, whole);
    const wholeValues = this.run(wanted, whole)?.colValue;
    if (!wholeValues) throw new Contradiction();
    const foundWhole = this.wholeOf(wholeValues);
    if (!foundWhole) throw new TakesTooLong();
    return foundWhole;
  }

  /**
   * A solution in whole numbers, if these agree with everything: no proof depends on rounding. `null` if they do not, or
   * are none.
   */
  private wholeOf(solution: PossibleValues): PossibleValues | null {
    if (!solution.every(isWhole)) return null;
    // Nothing is -0.
    const values = solution.map((value) => Math.round(value) + 0);
    const isWithin = values.every((value, column) => {
      const { lower, upper } = this.bounds[column] ?? anything;
      return lower <= value && value <= upper;
    });
    const isExact = this.rows.every(({ terms, sum }) => {
      const left = terms.reduce(
        (rest, [column, factor]) => rest - factor * (values[column] ?? 0),
        sum,
      );
      return left === 0;
    });
    return isWithin && isExact ? values : null;
  }

  /** The best solution for what is wanted; `null` if there is none. */
  private run(wanted: Wanted, model = this.model): Solution | null {
    const { modelStatus } = this.highs.constants;
    for (const [cell, direction] of wanted) {
      model.changeColCost(this.columnOf(cell), -direction);
    }
    try {
      let status = this.statusAfterRun(model);
      if (status !== modelStatus.optimal) {
        // What is left of the programme before can confuse the solver.
        model.clearSolver();
        status = this.statusAfterRun(model);
      }
      if (status === modelStatus.optimal) return model.getSolution();
      if (status === modelStatus.infeasible) return null;
      throw new Error(`the solver gave no answer but status ${status}`);
    } finally {
      for (const cell of wanted.keys()) model.changeColCost(this.columnOf(cell), 0);
    }
  }

  private statusAfterRun(model: Model) {
    const seconds = this.deadline.left / 1_000;
    if (seconds < leastSeconds) throw new TakesTooLong();
    model.zeroAllClocks();
    model.options.set({ time_limit: seconds });
    model.run();
    const status = model.getModelStatus();
    if (status === this.highs.constants.modelStatus.timeLimit) throw new TakesTooLong();
    return status;
  }

  private rowOf(relation: number): LinearProgramme["rows"][number] {
    const terms = this.system.relations[relation]?.terms ?? [];
    return {
      terms: this.ownTerms(relation),
      // What is not in the block is known.
      sum: -terms.reduce((sum, [cell, factor]) => {
        return this.has(cell) ? sum : sum + factor * this.system.boundsBefore(cell).lower;
      }, 0),
    };
  }

  /** The terms of a relation that are in the block, by their places. */
  private ownTerms(relation: number): (readonly [column: number, factor: number])[] {
    return (this.system.relations[relation]?.terms ?? []).flatMap(([cell, factor]) => {
      const column = this.columns.get(cell);
      return column === undefined ? [] : [[column, factor] as const];
    });
  }

  private buildWhole(): Model {
    const model = this.build();
    const { integer } = this.highs.constants.variableType;
    model.changeColsIntegrality(
      this.all,
      this.cells.map(() => integer),
    );
    model.options.set({
      mip_feasibility_tolerance: wholeRounding,
      primal_feasibility_tolerance: wholeRounding,
    });
    return model;
  }

  private build(): Model {
    const { part, rows } = this;
    const model = linearModel(this.highs, {
      costs: part.cells.map(() => 0),
      lower: part.cells.map(() => 0),
      upper: part.cells.map((_cell, column) => this.cap(column)),
      rows,
    });
    model.options.set({ mip_rel_gap: 0, simplex_strategy: primalSimplex });
    return model;
  }
}

/** Several times all numbers of a block and around it together. */
function mostOf(system: KnownSystem, { cells, relations }: ConnectedPart): number {
  const numbers = new Set([
    ...cells,
    ...relations.flatMap((relation) =>
      (system.relations[relation]?.terms ?? []).map(([cell]) => cell),
    ),
  ]);
  const sum = [...numbers].reduce((all, number) => {
    const { shown = 0, said } = system.cell(number);
    const known = [system.boundsBefore(number), said].flatMap(({ lower, upper }) => [lower, upper]);
    return all + Math.max(shown, ...known.filter(Number.isFinite));
  }, 0);
  return 4 * sum + 1_000;
}
