import type { Deadline } from "../../disclosure/known/deadline";
import { isExact } from "../../disclosure/known/interval";
import { TakesTooLong } from "../../disclosure/known/known-block";
import { KnownSystem } from "../../disclosure/known/known-system";
import type { Relation } from "../../disclosure/linked/linked-system";
import { type CheckTask, NumberKind, type NumberName } from "./check-task";
import type { Group } from "./group";
import type { Counted } from "./table-levels";

/** The cells of a system by what they are the numbers of. */
export class NumberedCells {
  readonly system = new KnownSystem();
  /** By the numbers of the cells; what has no name says whether another is there. */
  private readonly names: (NumberName | undefined)[] = [];
  private readonly numbers = new Map<string, number>();
  /** By the cells whose presence they say. */
  private readonly presences = new Map<number, number>();
  /** What is hidden of a line, as one number. */
  private readonly hiddenOf = new Map<Relation, NumberName>();

  /**
   * No cells yet.
   *
   * @param most - more than any number can be
   * @param deadline - no cell and no relation is added after it
   */
  constructor(
    private readonly measures: CheckTask["measures"],
    readonly most: number,
    private readonly deadline: Deadline,
  ) {}

  /**
   * The cell of a number. It is added where nobody has given it yet.
   * @throws TakesTooLong
   */
  of(name: NumberName): number {
    const key = JSON.stringify([name.kind, name.measure, name.period, name.group, name.dimension]);
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    this.requireTime();
    const { isOfPersons } = this.measure(name.measure);
    const added = this.system.add({ isOfPersons });
    this.names[added] = name;
    this.numbers.set(key, added);
    return added;
  }

  /** The cell of a group. */
  ofGroup({ measure, period }: Counted, group: Group): number {
    return this.of({ kind: NumberKind.GROUP, measure, period, group });
  }

  /** A cell of which nothing is known but relations. */
  slack(): number {
    return this.system.add({ isOfPersons: false, isSlack: true });
  }

  /** The cell that says whether another is not 0. */
  presenceOf(cell: number): number {
    const known = this.presences.get(cell);
    if (known !== undefined) return known;
    const presence = this.system.add({ isOfPersons: false, presenceOf: cell });
    this.presences.set(cell, presence);
    this.relateNoMore(presence, cell);
    this.relateNoneWithout(cell, presence);
    return presence;
  }

  /** A cell is 0 if another is. */
  relateNoneWithout(cell: number, other: number): void {
    this.relateNoMore(cell, other, Math.min(this.most, this.system.boundsBefore(cell).upper));
  }

  /** A cell is no more than another, or so many times it. */
  relateNoMore(cell: number, other: number, times = 1): void {
    if ([cell, other].every((each) => isExact(this.system.boundsBefore(each)))) return;
    this.relate([
      [other, times],
      [cell, -1],
      [this.slack(), -1],
    ]);
  }

  /** Cells, each times its factor, come to 0 together. What everybody knows already is left out. */
  relate(terms: Relation["terms"]): void {
    this.add({ whole: null, terms });
  }

  /** Parts add up to their whole, and what is hidden of them to a number too. */
  addUp(whole: number, parts: readonly number[], hidden: NumberName): void {
    const line = {
      whole,
      terms: [[whole, -1], ...parts.map((part) => [part, 1] as const)],
    } as const;
    this.hiddenOf.set(line, hidden);
    this.add(line);
  }

  /**
   * What the hidden parts of a line are together.
   * @throws Error for a relation that is none
   */
  hiddenNameOf(line: Relation): NumberName {
    const name = this.hiddenOf.get(line);
    if (!name) throw new Error("no such line");
    return name;
  }

  /**
   * What a cell is the number of.
   * @throws Error where it is of nothing that can be named
   */
  nameOf(cell: number): NumberName {
    const name = this.names[cell];
    if (!name) throw new Error(`cell ${cell} has no name`);
    return name;
  }

  /**
   * What is known of a measure.
   * @throws Error if it is not among those of the task
   */
  measure(name: string) {
    const measure = this.measures[name];
    if (!measure) throw new Error(`no measure ${name}`);
    return measure;
  }

  private requireTime(): void {
    if (this.deadline.left === 0) throw new TakesTooLong();
  }

  private add(relation: Relation): void {
    this.requireTime();
    if (relation.terms.every(([cell]) => isExact(this.system.boundsBefore(cell)))) return;
    this.system.relations.push(relation);
  }
}
