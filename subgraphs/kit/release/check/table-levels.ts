import type { ReleasedTable } from "../released-rows";
import type { CheckTask, GivenTable } from "./check-task";
import {
  dimensionsOf,
  everybody,
  type Group,
  groupName,
  groupOf,
  levelName,
  subsetsOf,
  summedOver,
} from "./group";

/** A measure in a period. */
export interface Counted {
  readonly measure: string;
  readonly period: string;
}

/** Whether groups of a level that no row is of are empty. */
export interface Completeness {
  /** By the release. */
  readonly before: boolean;
  /** By a table to publish: the first that says so. */
  readonly said: number | undefined;
}

/** By which dimensions numbers are known of each measure and period, and which groups there are. */
export class TableLevels {
  /** Level → the groups that any table has. What stands in one period can stand in any. */
  private readonly groups = new Map<string, Map<string, Group>>([
    ["", new Map([[groupName(everybody), everybody]])],
  ]);
  private readonly levels = new Map<string, Counted & { levels: Map<string, Completeness> }>();
  private readonly parts = new Map<string, Map<string, Group[]>>();

  constructor({ measures, released, given }: Pick<CheckTask, "measures" | "released" | "given">) {
    for (const table of released) {
      this.add(table, dimensionsOf(table.dimensions), (dimensions) => ({
        before: isReleasedWhole(table, dimensions),
        said: undefined,
      }));
    }
    for (const [index, table] of given.entries()) {
      const said = table.isComplete ? index : undefined;
      this.add(table, table.dimensions, () => ({ before: false, said }));
    }
    for (const [stock, { linked }] of Object.entries(measures)) {
      if (linked.flows) this.addFlows(stock, linked.flows, given);
    }
  }

  /** The measures and periods that there are tables of, with their levels. */
  get counted(): readonly (Counted & { readonly levels: ReadonlyMap<string, Completeness> })[] {
    return [...this.levels.values()];
  }

  /** Whether there are tables of a measure in a period by these dimensions; `undefined` if there are none. */
  completeness({ measure, period }: Counted, level: string): Completeness | undefined {
    return this.levels.get(`${measure} ${period}`)?.levels.get(level);
  }

  /** How many numbers of groups there are, each measure and period by itself. */
  countNumbers(): number {
    const sizes = this.counted.flatMap(({ levels }) =>
      [...levels.keys()].map((level) => this.groups.get(level)?.size ?? 0),
    );
    return sizes.reduce((sum, size) => sum + size, 0);
  }

  /** All groups of a level. */
  groupsOf(level: string): Group[] {
    return [...(this.groups.get(level)?.values() ?? [])];
  }

  /** The groups of a level that add up to one, over one of the level's dimensions. */
  partsOf(whole: Group, level: string, dimension: string): Group[] {
    const key = `${level} ${dimension}`;
    let byWhole = this.parts.get(key);
    if (!byWhole) {
      byWhole = new Map<string, Group[]>();
      this.parts.set(key, byWhole);
      for (const group of this.groupsOf(level)) {
        const name = groupName(summedOver(group, dimension));
        byWhole.set(name, [...(byWhole.get(name) ?? []), group]);
      }
    }
    return byWhole.get(groupName(whole)) ?? [];
  }

  /** By whatever tables to publish tell of a stock, they tell something of its flows. */
  private addFlows(
    stock: string,
    flows: { readonly in: string; readonly out: string },
    given: readonly GivenTable[],
  ): void {
    const known = given
      .filter(({ measure }) => measure === stock)
      .flatMap(({ dimensions }) => subsetsOf(dimensions).map(levelName));
    for (const { measure, levels } of this.levels.values()) {
      if (measure !== flows.in && measure !== flows.out) continue;
      for (const level of known) {
        if (!levels.has(level)) levels.set(level, { before: false, said: undefined });
      }
    }
  }

  private add(
    { measure, period, rows }: Counted & Pick<ReleasedTable | GivenTable, "rows">,
    dimensions: readonly string[],
    completenessOf: (dimensions: readonly string[]) => Completeness,
  ): void {
    const name = `${measure} ${period}`;
    const { levels } = this.levels.get(name) ?? { levels: new Map<string, Completeness>() };
    this.levels.set(name, { measure, period, levels });
    for (const some of subsetsOf(dimensions)) {
      const known = levels.get(levelName(some));
      const { before, said } = completenessOf(some);
      levels.set(levelName(some), {
        before: before || known?.before === true,
        said: known?.said ?? said,
      });
    }
    for (const { keys } of rows) {
      for (const group of subsetsOf(groupOf(dimensions, keys))) {
        const level = levelName(group.map(([dimension]) => dimension));
        const own = this.groups.get(level) ?? new Map<string, Group>();
        this.groups.set(level, own.set(groupName(group), group));
      }
    }
  }
}

function isReleasedWhole(
  { dimensions, withheld: [first, second], innerWithheld }: ReleasedTable,
  some: readonly string[],
): boolean {
  const [one, other] = dimensionsOf(dimensions);
  const hasFirst = one !== undefined && some.includes(one);
  const hasSecond = other !== undefined && some.includes(other);
  return !(
    (hasFirst && first) ||
    (hasSecond && second) ||
    (hasFirst && hasSecond && innerWithheld)
  );
}
