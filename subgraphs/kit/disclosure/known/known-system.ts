import type { Relation } from "../linked/linked-system";
import { anything, common, exactly, type Interval, isExact } from "./interval";

/** A number, and what everybody will know of it once some tables are published. */
export interface KnownCell {
  /** What is known of it already, whatever the tables say. */
  before: Interval;
  /** What the tables say of it, besides its value. */
  said: Interval;
  /** Its value, where the tables show it. */
  shown: number | undefined;
  /** Whether it is suppressed already, or hidden in the tables: then it has to stay uncertain. */
  isHidden: boolean;
  /** Whether it counts persons: then few of them must not be known to be there. */
  readonly isOfPersons: boolean;
  /** The cell of which this one says whether it is not 0: 1, or 0. */
  readonly presenceOf?: number;
  /** Whether it only takes up what a relation leaves, whatever that is: it is never asked for. */
  readonly isSlack?: boolean;
}

/** What a cell must not be known to be. */
export enum Guard {
  /** Its value, more exactly than the width. */
  VALUE = "VALUE",
  /** That it is about somebody, and about fewer than the threshold. */
  SMALLNESS = "SMALLNESS",
}

/** Cells of which the tables are to say nothing. */
export type Hidden = ReadonlySet<number>;

/** Numbers, every relation between them that anybody can know, and what is known of each from tables alone. */
export class KnownSystem {
  readonly cells: KnownCell[] = [];
  /** Cells that come to 0 together, each times its factor. */
  readonly relations: Relation[] = [];
  /** The cells of a group on two close days: if both are shown, they must not differ by little. */
  readonly closeDays: (readonly [number, number])[] = [];

  /** Adds a cell of which nothing is known yet. Returns its number. */
  add(cell: Pick<KnownCell, "isOfPersons" | "presenceOf" | "isSlack">): number {
    return (
      this.cells.push({
        ...{ before: anything, said: anything, shown: undefined, isHidden: false },
        ...cell,
      }) - 1
    );
  }

  /**
   * A cell by its number.
   * @throws Error if there is none
   */
  cell(number: number): KnownCell {
    const cell = this.cells[number];
    if (!cell) throw new Error(`no cell ${number}`);
    return cell;
  }

  /** What is known of a cell by itself before the tables are published. */
  boundsBefore(number: number): Interval {
    return this.boundsBy(number, (each) => this.cell(each).before);
  }

  /** What is known of a cell by itself once the tables are published with some cells hidden. */
  boundsWith(number: number, hidden: Hidden): Interval {
    return this.boundsBy(number, (each) => {
      const { before, said, shown } = this.cell(each);
      if (hidden.has(each)) return before;
      const known = common(before, said);
      return shown === undefined ? known : common(known, exactly(shown));
    });
  }

  /** What is known of a cell by itself if that is what is known of others: whether one is 0 follows from its bounds. */
  boundsBy(number: number, boundsOf: (cell: number) => Interval): Interval {
    const { presenceOf } = this.cell(number);
    return presenceOf === undefined ? boundsOf(number) : presence(boundsOf(presenceOf));
  }

  /**
   * Whether the tables show the value of a cell that nobody knows yet, or bounds of one that they hide: then value or bounds
   * can be hidden instead.
   */
  canHide(number: number): boolean {
    const { shown, isHidden, said, before } = this.cell(number);
    const isNarrower = said.lower > before.lower || said.upper < before.upper;
    const isSaid = shown !== undefined || (isHidden && isNarrower);
    return isSaid && !isExact(this.boundsBefore(number));
  }

  /** What a cell must not be known to be; `undefined` for one that is shown, or is no number of persons. */
  guardOf(number: number, hidden: Hidden): Guard | undefined {
    const { isHidden, isOfPersons, shown } = this.cell(number);
    if (isExact(this.boundsBefore(number))) return undefined;
    if (isHidden || hidden.has(number)) return Guard.VALUE;
    return isOfPersons && shown === undefined ? Guard.SMALLNESS : undefined;
  }
}

function presence({ lower, upper }: Interval): Interval {
  return { lower: lower > 0 ? 1 : 0, upper: upper > 0 ? 1 : 0 };
}
