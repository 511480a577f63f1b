import { type Highs, type Model } from "highs";
import { isWhole, linearModel, rounding } from "./linear-model";
import { CellState, isUnknown, type LinkedCell, type LinkedSystem } from "./linked-system";

/** Another state of the tables that looks the same: by how much each cell is more or less. Whole numbers. */
export type Shift = ReadonlyMap<number, number>;

const noShift: Shift = new Map();

/** What it costs to shift what is hidden: little, but no more is shifted than needed. */
const hiddenCost = 1e-3;

/**
 * Cells that relations connect while the values of all others are known, with the linear programme of their shifts. A
 * cell has two columns, for how much more it is and how much less.
 */
export class LinkedBlock {
  private readonly columns: ReadonlyMap<number, number>;
  private model: Model | undefined;
  /** How many programmes were solved. */
  solved = 0;

  /**
   * A block of a system.
   *
   * @param cells - the numbers of its cells
   * @param relations - the numbers of the relations that any of them is in
   */
  constructor(
    private readonly highs: Highs,
    private readonly system: LinkedSystem,
    readonly cells: readonly number[],
    private readonly relations: readonly number[],
  ) {
    this.columns = new Map(cells.map((cell, index) => [cell, index * 2]));
  }

  /** Tells it from every block of other cells or relations, or with others hidden. */
  get name(): string {
    const hidden = this.cells.filter((cell) => isUnknown(this.system.cell(cell)));
    return [hidden, this.relations].map((numbers) => numbers.join(",")).join(" ");
  }

  /**
   * The shift by which a cell is more by `amount` (less, if negative) and for which the least has to be hidden that is
   * open; `null` if there is none.
   */
  shift(cell: number, amount: number): Shift | null {
    const { room, headroom } = this.system.cell(cell);
    if (amount > headroom || -amount > room) return null;
    const model = (this.model ??= this.build());
    const column = this.columnOf(cell);
    const [up, down] = amount > 0 ? [column, column + 1] : [column + 1, column];
    model.changeColBounds(up, Math.abs(amount), Math.abs(amount));
    model.changeColBounds(down, 0, 0);
    try {
      return this.solve(model);
    } finally {
      this.restoreBounds(model, cell);
    }
  }

  /**
   * A shift of hidden cells alone that takes many of the wanted ones as far as `most` in the directions given: a proof
   * for many at once.
   *
   * @param wanted - cell → 1 for more, -1 for less
   */
  shiftMany(wanted: ReadonlyMap<number, 1 | -1>, most: number): Shift {
    const model = (this.model ??= this.build());
    const all = { kind: "range", from: 0, to: this.cells.length * 2 - 1 } as const;
    const cells = this.cells.map((cell) => ({ cell, ...this.system.cell(cell) }));
    const none = cells.flatMap(() => [0, 0]);
    model.changeColsCost(
      all,
      cells.flatMap(({ cell }) => {
        const direction = wanted.get(cell) ?? 0;
        return [-direction, direction];
      }),
    );
    model.changeColsBounds(
      all,
      none,
      cells.flatMap((cell) => {
        if (!isUnknown(cell)) return [0, 0];
        return [Math.min(cell.headroom, most), Math.min(cell.room, most)];
      }),
    );
    const shift = this.run(model);
    model.changeColsCost(
      all,
      cells.flatMap((cell) => [costOf(cell), costOf(cell)]),
    );
    model.changeColsBounds(
      all,
      none,
      cells.flatMap((cell) => this.boundsOf(cell)),
    );
    if (!shift || ![...shift.values()].every(isWhole)) return noShift;
    return this.proof(shift) ?? noShift;
  }

  /** Open cells are hidden from now on: to shift them costs nothing more. */
  hide(cells: Iterable<number>): void {
    for (const cell of cells) {
      this.system.cell(cell).state = CellState.HIDDEN;
      for (const column of [this.columnOf(cell), this.columnOf(cell) + 1]) {
        this.model?.changeColCost(column, hiddenCost);
      }
    }
  }

  /** Frees the solver's memory. */
  dispose(): void {
    this.model?.dispose();
    this.model = undefined;
  }

  private columnOf(cell: number): number {
    const column = this.columns.get(cell);
    if (column === undefined) throw new Error(`cell ${cell} is not in this block`);
    return column;
  }

  /** A vertex of most programmes is whole; where it is not, whole numbers are required. */
  private solve(model: Model): Shift | null {
    const shift = this.run(model);
    if (shift === null || [...shift.values()].every(isWhole)) return shift && this.proof(shift);
    const { integer, continuous } = this.highs.constants.variableType;
    const all = { kind: "range", from: 0, to: this.cells.length * 2 - 1 } as const;
    const every = <Type>(type: Type) => this.cells.flatMap(() => [type, type]);
    model.changeColsIntegrality(all, every(integer));
    const whole = this.run(model);
    model.changeColsIntegrality(all, every(continuous));
    return whole && this.proof(whole);
  }

  /** The solution in whole numbers, if it then still changes nothing that is known: no proof depends on rounding. */
  private proof(solution: Shift): Shift | null {
    const shift = new Map([...solution].map(([cell, by]) => [cell, Math.round(by)]));
    const isWithin = [...shift].every(([cell, by]) => {
      const { room, headroom } = this.system.cell(cell);
      return by <= headroom && -by <= room;
    });
    const isExact = this.relations.every((relation) => {
      const terms = this.system.relations[relation]?.terms ?? [];
      return terms.reduce((sum, [cell, factor]) => sum + factor * (shift.get(cell) ?? 0), 0) === 0;
    });
    return isWithin && isExact ? shift : null;
  }

  private run(model: Model): Shift | null {
    this.solved += 1;
    model.run();
    if (model.getModelStatus() !== this.highs.constants.modelStatus.optimal) return null;
    const { colValue } = model.getSolution();
    const shifts = this.cells.map((cell, index) => {
      return [cell, (colValue[index * 2] ?? 0) - (colValue[index * 2 + 1] ?? 0)] as const;
    });
    return new Map(shifts.filter(([, by]) => Math.abs(by) > rounding));
  }

  private restoreBounds(model: Model, cell: number): void {
    const column = this.columnOf(cell);
    for (const [index, bound] of this.boundsOf(this.system.cell(cell)).entries()) {
      model.changeColBounds(column + index, 0, bound);
    }
  }

  private boundsOf({ room, headroom }: LinkedCell): readonly [up: number, down: number] {
    return [Number.isFinite(headroom) ? headroom : this.highs.infinity, room];
  }

  private build(): Model {
    const { cells, relations, system } = this;
    const costs = cells.map((cell) => costOf(system.cell(cell)));
    const model = linearModel(this.highs, {
      costs: costs.flatMap((cost) => [cost, cost]),
      lower: costs.flatMap(() => [0, 0]),
      upper: cells.flatMap((cell) => this.boundsOf(system.cell(cell))),
      rows: relations.map((relation) => ({
        terms: (system.relations[relation]?.terms ?? []).flatMap(([cell, factor]) => {
          const column = this.columns.get(cell);
          if (column === undefined) return [];
          return [[column, factor] as const, [column + 1, -factor] as const];
        }),
        sum: 0,
      })),
    });
    // A programme of whole numbers that is too hard counts as one without a solution.
    model.options.set({ mip_max_nodes: 1_000 });
    return model;
  }
}

/** Few cells are hidden rather than many, small ones rather than large. */
function costOf({ state, weight, count }: LinkedCell): number {
  return state === CellState.OPEN ? weight * (1 + Math.log2(1 + count)) : hiddenCost;
}
