import { type Highs, type Model, type ObjectiveSense } from "highs";
import { type CountedCell } from "./counted-cell";
import { type CountedNest } from "./counted-nest";
import { type CountedLine, type CountedTable } from "./counted-table";
import { type ReleasedCell } from "./released-cell";
import { type ReleasedNest } from "./released-nest";
import { type ReleasedLine, type ReleasedTable } from "./released-table";

/** What an intruder finds out about a suppressed cell. */
export interface Finding extends Unknown {
  readonly least: number;
  readonly greatest: number;
}

/** A suppressed cell. */
interface Unknown {
  readonly name: string;
  readonly truth: number;
  readonly released: ReleasedCell;
}

/** A cell in a constraint; without a variable if its value is shown. */
interface Term {
  readonly variable: string | null;
  readonly truth: number;
}

/** Stands for no bound: far more than any table counts. */
const UNBOUNDED = 1_000_000;

/**
 * All that an intruder knows of a release, as a linear programme: the values and intervals shown, which cells are not
 * zero, and how they add up. Where groups overlap, the intruder knows by how much, and that no part exceeds its whole.
 */
export class Intruder {
  readonly #unknowns: Unknown[] = [];
  readonly #constraints: string[] = [];

  /** Learns a line. */
  learnLine(counted: CountedLine, released: ReleasedLine): void {
    const total = this.#term("total", counted.total.count, released.total);
    if (released.withheld) return;
    const cells = this.#terms("cell", counted.cells, released.cells);
    this.#relate(total, [...cells.values()]);
  }

  /** Learns a table with its margins. */
  learnTable(counted: CountedTable, released: ReleasedTable): void {
    const total = this.#term("total", counted.total.count, released.total);
    const rows = this.#terms("row", counted.rows, released.rows);
    const columns = this.#terms("column", counted.columns, released.columns);
    if (!released.rowsWithheld) this.#relate(total, [...rows.values()]);
    if (!released.columnsWithheld) this.#relate(total, [...columns.values()]);
    if (released.withheld) return;
    const inner = [...released.cells].map(([row, cells]) => ({
      row,
      cells: this.#terms(`cell ${row}`, counted.cells.get(row) ?? new Map(), cells),
    }));
    for (const { row, cells } of inner) this.#relate(rows.get(row), [...cells.values()]);
    for (const [column, margin] of columns) {
      this.#relate(
        margin,
        inner.flatMap(({ cells }) => cells.get(column) ?? []),
      );
    }
  }

  /** Learns a nest, and which child is in which parents as far as it is listed. */
  learnNest(counted: CountedNest, released: ReleasedNest): void {
    const total = this.#term("total", counted.total.count, released.total);
    const parents = this.#terms("parent", counted.parents, released.parents);
    const children = this.#terms("child", counted.children, released.children);
    if (!released.parentsWithheld) this.#relate(total, [...parents.values()]);
    if (!released.withheld) this.#relate(total, [...children.values()]);
    const cells = [...released.cells].map(([parent, row]) => {
      return this.#terms(`cell ${parent}`, counted.cells.get(parent) ?? new Map(), row);
    });
    for (const [i, parent] of [...released.cells.keys()].entries()) {
      this.#relate(parents.get(parent), [...(cells[i]?.values() ?? [])]);
    }
    for (const [key, child] of children) {
      this.#relate(
        child,
        cells.flatMap((row) => row.get(key) ?? []),
      );
    }
  }

  /** What follows for every suppressed cell: the least and the greatest value of it in any table that looks the same. */
  findings(highs: Highs): Finding[] {
    if (this.#unknowns.length === 0) return [];
    const { maximize, minimize } = highs.constants.objectiveSense;
    return highs.withModel({ format: "lp", data: this.#programme() }, (model) => {
      model.options.set({ output_flag: false });
      return this.#unknowns.map((unknown, i) => {
        model.changeColCost(i, 1);
        const least = optimum(highs, model, minimize);
        const greatest = optimum(highs, model, maximize);
        model.changeColCost(i, 0);
        return { ...unknown, least, greatest };
      });
    });
  }

  /** The cells of a line that are not zero. */
  #terms(
    label: string,
    counted: ReadonlyMap<string, CountedCell>,
    released: ReadonlyMap<string, ReleasedCell>,
  ): Map<string, Term> {
    return new Map(
      [...released].map(([key, cell]) => {
        const truth = counted.get(key)?.count ?? 0;
        return [key, this.#term(`${label} ${key}`, truth, cell)];
      }),
    );
  }

  #term(name: string, truth: number, released: ReleasedCell): Term {
    const variable = released.suppressed ? `x${String(this.#unknowns.length)}` : null;
    if (variable) this.#unknowns.push({ name, truth, released });
    return { variable, truth };
  }

  /** Parts add up to the whole, or exceed it by a number that is known; then none of them exceeds the whole. */
  #relate(whole: Term | undefined, parts: readonly Term[]): void {
    if (!whole) throw new Error("A row or column is released without its margin.");
    const excess = parts.reduce((sum, { truth }) => sum + truth, 0) - whole.truth;
    this.#constrain(parts, whole, "=", excess);
    if (excess > 0) for (const part of parts) this.#constrain([part], whole, "<=", 0);
  }

  /** `parts − whole (= or <=) right`, with what is shown brought to the right. */
  #constrain(parts: readonly Term[], whole: Term, sign: "=" | "<=", right: number): void {
    const shown = parts.reduce((sum, part) => sum + (part.variable ? 0 : part.truth), 0);
    const left = parts.flatMap(({ variable }) => (variable ? `+ ${variable}` : []));
    if (whole.variable) left.push(`- ${whole.variable}`);
    if (left.length === 0) return;
    const rest = right - shown + (whole.variable ? 0 : whole.truth);
    this.#constraints.push(`${left.join(" ")} ${sign} ${String(rest)}`);
  }

  #programme(): string {
    const objective = this.#unknowns.map((_, i) => `+ 0 x${String(i)}`).join(" ");
    const bounds = this.#unknowns.map(({ released: { lower, upper } }, i) => {
      return `${String(lower ?? 0)} <= x${String(i)} <= ${String(upper ?? UNBOUNDED)}`;
    });
    return [
      `Minimize\nobj: ${objective}\nSubject To`,
      ...this.#constraints,
      "Bounds",
      ...bounds,
      "End",
    ].join("\n");
  }
}

function optimum(highs: Highs, model: Model, sense: ObjectiveSense): number {
  model.changeObjectiveSense(sense);
  model.run();
  if (model.getModelStatus() !== highs.constants.modelStatus.optimal) {
    throw new Error("The programme has no solution, though the truth is one.");
  }
  return model.getObjectiveValue();
}
