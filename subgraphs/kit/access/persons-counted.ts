import type { Person } from "./persons-seen";

/** Rows of a type that were counted. */
export interface CountOfPersons {
  readonly typeName: string;
  readonly total: number;
  /** Whom they are about; `null` where they are too many to be named. */
  readonly persons: (() => readonly Person[]) | null;
}

/** The most rows that all counts of one answer name persons of. */
const mostNamed = 500;

/**
 * Whom the counts of one answer counted: of so many rows that an answer stays small, and of short counts before long
 * ones, as these tell more of each person. Of the others how many. In which order they were counted is no matter.
 */
export class PersonsCounted {
  private few: CountOfPersons[] = [];
  private readonly many = new Set<string>();

  /** Adds a count. */
  add(count: CountOfPersons): void {
    if (count.persons === null) {
      this.addUnnamed(count);
      return;
    }
    this.few = [...this.few, count].sort((a, b) => a.total - b.total);
    let rows = this.few.reduce((sum, { total }) => sum + total, 0);
    for (let last = this.few.at(-1); last && rows > mostNamed; last = this.few.at(-1)) {
      this.few.pop();
      this.addUnnamed(last);
      rows -= last.total;
    }
  }

  /** Those who are named. */
  named(): readonly Person[] {
    return this.few.flatMap(({ persons }) => persons?.() ?? []);
  }

  /** The counts of the others, as `Official 1931`, sorted. */
  unnamed(): string[] {
    return [...this.many].sort();
  }

  private addUnnamed({ typeName, total }: CountOfPersons): void {
    this.many.add(`${typeName} ${total}`);
  }
}
