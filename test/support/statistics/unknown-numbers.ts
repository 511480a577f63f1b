import type { Highs, Model } from "highs";

/** How far a number can be found out, by two whole states of all numbers that look the same. */
export interface Range {
  readonly least: number;
  readonly greatest: number;
}

/** What the solver had to do. */
export interface Effort {
  /** Numbers that are not known. */
  readonly unknowns: number;
  readonly relations: number;
  readonly programmes: number;
  readonly milliseconds: number;
}

/** A number, times a factor. */
export type Term = readonly [number: number, factor: number];

interface Bounds {
  least: number;
  most: number;
}

/** Solutions are exact to this. */
const rounding = 1e-6;

/**
 * Numbers of which somebody knows bounds and sums, as one linear programme. Its columns are by how much each number
 * differs from the truth: the truth is one state in which everything that is known holds, so a sum that is known does
 * not change.
 */
export class UnknownNumbers {
  private readonly bounds: Bounds[] = [];
  private readonly rows = new Map<string, { terms: readonly Term[]; most: number | null }>();
  private solved = 0;
  private milliseconds = 0;

  /** @param width - how far apart two values have to be: more is not looked for */
  constructor(
    private readonly highs: Highs,
    private readonly width: number,
  ) {}

  /** Adds a number. Returns its place. */
  add(): number {
    return this.bounds.push({ least: -Infinity, most: Infinity }) - 1;
  }

  /** Learns by how much a number can at most be less than it is (`least`, not above 0) and more than it is. */
  bound(number: number, least: number, most: number): void {
    if (least > 0 || most < 0) throw new Error(`${least} to ${most} leaves out the truth`);
    const bounds = this.boundsOf(number);
    bounds.least = Math.max(bounds.least, least);
    bounds.most = Math.min(bounds.most, most);
  }

  /** Learns a sum, or with `most` that it can be more than it is by no more than that. */
  relate(terms: readonly Term[], most: number | null = null): void {
    if (most !== null && most < 0) throw new Error(`${most} leaves out the truth`);
    const name = JSON.stringify([terms, most === null]);
    const before = this.rows.get(name)?.most;
    this.rows.set(name, {
      terms,
      most: typeof before === "number" ? Math.min(before, most ?? 0) : most,
    });
  }

  /** Two possible values of each of these numbers: by how much they differ from the truth, `width` apart if that can be. */
  ranges(numbers: readonly number[]): {
    readonly ranges: Map<number, Range>;
    readonly effort: Effort;
  } {
    const isKnown = ({ least, most }: Bounds) => least === 0 && most === 0;
    const columns = new Map(
      [...this.bounds.keys()]
        .filter((number) => !isKnown(this.boundsOf(number)))
        .map((number, column) => [number, column] as const),
    );
    const start = performance.now();
    const relations = [...this.rows.values()].flatMap(({ terms, most }) => {
      const own = terms.flatMap(([number, factor]) => {
        const column = columns.get(number);
        return column === undefined ? [] : [[column, factor] as const];
      });
      return own.length === 0 ? [] : [{ terms: own, most }];
    });
    const seen = new Map<number, Range>(
      numbers.map((number) => [number, { least: 0, greatest: 0 }] as const),
    );
    const wanted = [...new Set(numbers)].filter((number) => columns.has(number));
    if (wanted.length > 0) {
      const state = new States(this.highs, columns, this.bounds, relations);
      try {
        this.proveMany(state, wanted, seen);
        this.proveEach(state, wanted, seen);
      } finally {
        state.dispose();
      }
      this.solved += state.solved;
    }
    this.milliseconds += performance.now() - start;
    return {
      ranges: seen,
      effort: {
        unknowns: columns.size,
        relations: relations.length,
        programmes: this.solved,
        milliseconds: Math.round(this.milliseconds),
      },
    };
  }

  /** Many at a time, each drawn upwards or downwards by lot: whole states in which nothing moves far. */
  private proveMany(state: States, wanted: readonly number[], seen: Map<number, Range>): void {
    let open = wanted;
    for (let round = 0, poor = 0; open.length > few && poor < 3; round += 1) {
      const pulls = new Map(open.map((number, index) => [number, pullOf(index, round)] as const));
      note(state.near(pulls, this.width), seen);
      const left = open.filter((number) => this.isNarrow(seen.get(number)));
      if (open.length - left.length < few) poor += 1;
      open = left;
    }
  }

  private proveEach(state: States, wanted: readonly number[], seen: Map<number, Range>): void {
    for (const number of wanted) {
      for (const pull of [1, -1] as const) {
        if (this.isNarrow(seen.get(number))) note(state.farthest(number, pull, this.width), seen);
      }
    }
  }

  private isNarrow(range: Range | undefined): boolean {
    return range !== undefined && range.greatest - range.least < this.width - rounding;
  }

  private boundsOf(number: number): Bounds {
    const bounds = this.bounds[number];
    if (!bounds) throw new Error(`there is no number ${number}`);
    return bounds;
  }
}

/** So few are looked at one by one as quickly. */
const few = 8;

/** As if by lot, but the same every time. */
function pullOf(index: number, round: number): 1 | -1 {
  const mixed = Math.imul(index * 97 + round * 31 + 7, 0x85ebca6b);
  return ((mixed ^ (mixed >>> 13)) >>> 7) & 1 ? 1 : -1;
}

function note(state: ReadonlyMap<number, number>, seen: Map<number, Range>): void {
  for (const [number, by] of state) {
    const range = seen.get(number);
    if (!range) continue;
    if (by < range.least || by > range.greatest) {
      seen.set(number, {
        least: Math.min(range.least, by),
        greatest: Math.max(range.greatest, by),
      });
    }
  }
}

interface Row {
  readonly terms: readonly Term[];
  readonly most: number | null;
}

/** The states that look the same, as a model of the solver that goes on from the solution before. */
class States {
  solved = 0;
  private readonly model: Model;
  private readonly numbers: readonly number[];
  private readonly all;
  /** Of each column the part that it is in: parts do not depend on each other. */
  private readonly parts: readonly number[];

  constructor(
    private readonly highs: Highs,
    private readonly columns: ReadonlyMap<number, number>,
    private readonly bounds: readonly Bounds[],
    rows: readonly Row[],
  ) {
    this.numbers = [...columns.keys()];
    this.all = { kind: "range", from: 0, to: columns.size - 1 } as const;
    this.parts = partsOf(columns.size, rows);
    const size = { numRows: rows.length, numCols: columns.size };
    const starts = [0];
    for (const { terms } of rows) starts.push((starts.at(-1) ?? 0) + terms.length);
    const terms = rows.flatMap((row) => row.terms);
    this.model = highs.createModel({
      ...size,
      colCost: this.numbers.map(() => 0),
      colLower: this.numbers.map((number) => this.least(number, Infinity)),
      colUpper: this.numbers.map((number) => this.most(number, Infinity)),
      rowLower: rows.map(({ most }) => (most === null ? 0 : -highs.infinity)),
      rowUpper: rows.map(({ most }) => most ?? 0),
      matrix: {
        format: "csr",
        ...size,
        starts,
        indices: terms.map(([column]) => column),
        values: terms.map(([, factor]) => factor),
      },
    });
    this.model.options.set({ output_flag: false });
  }

  /** A state in which as many numbers as can be are as far from the truth as they are pulled, and none further. */
  near(pulls: ReadonlyMap<number, 1 | -1>, most: number): ReadonlyMap<number, number> {
    const { model, all, numbers } = this;
    model.changeColsCost(
      all,
      numbers.map((number) => -(pulls.get(number) ?? 0)),
    );
    const bounds = (limit: number) => {
      model.changeColsBounds(
        all,
        numbers.map((number) => this.least(number, limit)),
        numbers.map((number) => this.most(number, limit)),
      );
    };
    bounds(most);
    const state = this.solve();
    bounds(Infinity);
    model.changeColsCost(
      all,
      numbers.map(() => 0),
    );
    return this.whole(state);
  }

  /** The state in which a number is as far from the truth as it can be, up to `most`. */
  farthest(number: number, pull: 1 | -1, most: number): ReadonlyMap<number, number> {
    const { model, all } = this;
    const column = this.columns.get(number) ?? 0;
    model.changeColCost(column, -pull);
    model.changeColBounds(column, this.least(number, most), this.most(number, most));
    let state = this.whole(this.solve());
    if (!state.has(number)) {
      const { integer, continuous } = this.highs.constants.variableType;
      model.changeColsIntegrality(
        all,
        this.numbers.map(() => integer),
      );
      state = this.whole(this.solve());
      model.changeColsIntegrality(
        all,
        this.numbers.map(() => continuous),
      );
    }
    model.changeColCost(column, 0);
    model.changeColBounds(column, this.least(number, Infinity), this.most(number, Infinity));
    return state;
  }

  dispose(): void {
    this.model.dispose();
  }

  private solve(): ReadonlyMap<number, number> {
    this.solved += 1;
    this.model.run();
    if (this.model.getModelStatus() !== this.highs.constants.modelStatus.optimal) {
      throw new Error("The programme has no solution, though the truth is one.");
    }
    const { colValue } = this.model.getSolution();
    return new Map(this.numbers.map((number, column) => [number, colValue[column] ?? 0]));
  }

  /** Those parts of a state that are whole: halves of persons prove nothing. */
  private whole(state: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
    const broken = new Set<number>();
    for (const [number, by] of state) {
      if (Math.abs(by - Math.round(by)) > rounding) broken.add(this.partOf(number));
    }
    return new Map([...state].filter(([number]) => !broken.has(this.partOf(number))));
  }

  private partOf(number: number): number {
    return this.parts[this.columns.get(number) ?? 0] ?? 0;
  }

  private least(number: number, limit: number): number {
    const least = Math.max(this.bounds[number]?.least ?? 0, -limit);
    return Number.isFinite(least) ? least : -this.highs.infinity;
  }

  private most(number: number, limit: number): number {
    const most = Math.min(this.bounds[number]?.most ?? 0, limit);
    return Number.isFinite(most) ? most : this.highs.infinity;
  }
}

/** The least column of each column's part. */
function partsOf(columns: number, rows: readonly Row[]): number[] {
  const parts = Array.from({ length: columns }, (_column, column) => column);
  const rootOf = (column: number): number => {
    let root = column;
    while (parts[root] !== root) root = parts[root] ?? root;
    parts[column] = root;
    return root;
  };
  for (const { terms } of rows) {
    const roots = terms.map(([column]) => rootOf(column));
    const least = Math.min(...roots);
    for (const root of roots) parts[root] = least;
  }
  return parts.map((_part, column) => rootOf(column));
}
