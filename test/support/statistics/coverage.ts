import type { NaiveAnswer } from "./naive-count";
import type { Answer } from "./statistics-query";

/** What a property was tried on, so that one that holds because there is nothing to see is found out. */
export class Coverage {
  cases = 0;
  /** Groups of five persons and more. */
  largeGroups = 0;
  /** Groups of one to four. */
  smallGroups = 0;
  shownRows = 0;
  suppressedRows = 0;
  withheld = 0;

  /** Notes a query that was answered from the records themselves. */
  counted({ groups }: NaiveAnswer): void {
    this.cases += 1;
    for (const { persons } of groups) {
      if (persons >= 5) this.largeGroups += 1;
      else if (persons > 0) this.smallGroups += 1;
    }
  }

  /** Notes a query that was answered as far as small groups allow. */
  released({ rows, disclosure }: Answer): void {
    this.cases += 1;
    this.shownRows += rows.filter(({ count }) => count.value !== null).length;
    this.suppressedRows += disclosure.suppressedRows;
    this.withheld += Number(disclosure.withheld);
  }
}
