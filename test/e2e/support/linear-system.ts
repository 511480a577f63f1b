import type { Highs, Model, ObjectiveSense } from "highs";

/** What may be said of a sum of unknown numbers. */
export type Relation = "=" | ">=" | "<=";

/** How far an unknown number can be found out. */
export interface Range {
  readonly least: number;
  readonly greatest: number;
}

/** Stands for no bound: far more than any table counts. */
const UNBOUNDED = 100_000;

/**
 * All that somebody knows of numbers that are not shown, as a linear programme. It knows the true numbers too, so that
 * nothing untrue can be learnt.
 */
export class LinearSystem {
  readonly #truths = new Map<string, number>();
  readonly #columns = new Map<string, number>();
  readonly #constraints = new Set<string>();
  /** What was said and is not so. */
  readonly lies: string[] = [];

  /** Adds an unknown number, which is no less than zero. */
  unknown(name: string, truth: number): void {
    this.#truths.set(name, truth);
    this.#columns.set(name, this.#columns.size);
  }

  /** Learns something of the sum of `plus` less the sum of `minus`. */
  learn(
    plus: readonly string[],
    minus: readonly string[],
    relation: Relation,
    right: number,
    from: string,
  ): void {
    const truth = this.#sum(plus) - this.#sum(minus);
    const isTrue =
      relation === "=" ? truth === right : relation === ">=" ? truth >= right : truth <= right;
    if (!isTrue) this.lies.push(`${from}: ${truth} ${relation} ${right}`);
    const factors = new Map<string, number>();
    for (const name of plus) factors.set(name, (factors.get(name) ?? 0) + 1);
    for (const name of minus) factors.set(name, (factors.get(name) ?? 0) - 1);
    const terms = [...factors].filter(([, factor]) => factor !== 0);
    if (terms.length === 0) return;
    const left = terms.map(
      ([name, factor]) => `${factor < 0 ? "-" : "+"} ${Math.abs(factor)} x${this.#index(name)}`,
    );
    this.#constraints.add(`${left.join(" ")} ${relation} ${right}`);
  }

  /**
   * The least and the greatest value that these numbers can have by all that was learnt, or two possible values that
   * are `enough` apart.
   */
  ranges(highs: Highs, names: readonly string[], enough: number): Map<string, Range> {
    if (names.length === 0) return new Map();
    const { maximize, minimize } = highs.constants.objectiveSense;
    return highs.withModel({ format: "lp", data: this.#programme() }, (model) => {
      model.options.set({ output_flag: false });
      const seen = [...this.#columns].map(() => ({ least: Infinity, greatest: -Infinity }));
      const optimum = (column: number, sense: ObjectiveSense) => {
        for (const [at, value] of solution(highs, model, column, sense).entries()) {
          const range = seen[at];
          if (!range) continue;
          range.least = Math.min(range.least, value);
          range.greatest = Math.max(range.greatest, value);
        }
      };
      return new Map(
        names.map((name) => {
          const column = this.#index(name);
          const range = seen[column] ?? { least: NaN, greatest: NaN };
          for (const sense of [maximize, minimize]) {
            if (!(range.greatest - range.least >= enough)) optimum(column, sense);
          }
          return [name, range];
        }),
      );
    });
  }

  #sum(names: readonly string[]): number {
    return names.reduce((sum, name) => sum + (this.#truths.get(name) ?? NaN), 0);
  }

  #index(name: string): number {
    const index = this.#columns.get(name);
    if (index === undefined) throw new Error(`There is no unknown number ${name}.`);
    return index;
  }

  #programme(): string {
    const columns = [...this.#columns.values()].map((index) => `x${index}`);
    return [
      `Minimize\nobj: ${columns.map((column) => `+ 0 ${column}`).join(" ")}\nSubject To`,
      ...this.#constraints,
      "Bounds",
      ...columns.map((column) => `0 <= ${column} <= ${UNBOUNDED}`),
      "End",
    ].join("\n");
  }
}

/** The values of all numbers where one of them is least or greatest. */
function solution(highs: Highs, model: Model, column: number, sense: ObjectiveSense): Float64Array {
  model.changeColCost(column, 1);
  model.changeObjectiveSense(sense);
  model.run();
  if (model.getModelStatus() !== highs.constants.modelStatus.optimal) {
    throw new Error("The programme has no solution.");
  }
  const { colValue } = model.getSolution();
  model.changeColCost(column, 0);
  return colValue;
}
