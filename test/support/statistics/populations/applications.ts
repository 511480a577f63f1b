import type { Draw } from "../draw";
import type { PublicKnowledge } from "../intruder-knowledge";
import type { Measure } from "../../../../subgraphs/kit/statistics/measure";
import { measureOf, type Population, type RandomRecords } from "./population";

/** Measures of a recruitment: who came how far, by categories of which a person can be in several, and a list of persons. */
const recruitmentMeasures: Readonly<Record<string, Measure>> = (() => {
  const dimensions = { category: { overlapping: true } } as const;
  const by = [[], ["category"]];
  return {
    APPLICATIONS: measureOf("FLOW", dimensions, by),
    SELECTED: measureOf("FLOW", dimensions, by, { atMost: "APPLICATIONS" }),
    TRAINED: measureOf("FLOW", dimensions, by, { partOf: "SELECTED" }),
    ADDED: measureOf("FLOW", dimensions, by, { partOf: "TRAINED" }),
    REGISTERED_PERSONS: measureOf("STOCK", dimensions, by, { cameBy: "ADDED" }),
  };
})();

/** What everybody knows of a recruitment. */
const knownOfRecruitment: PublicKnowledge = {
  balances: [],
  subsets: [
    { part: "SELECTED", whole: "APPLICATIONS" },
    { part: "TRAINED", whole: "SELECTED" },
    { part: "ADDED", whole: "TRAINED" },
  ],
  arrivals: [{ stock: "REGISTERED_PERSONS", came: "ADDED" }],
  groups: [],
};

/** An application, and how far it came in which categories. */
interface Application {
  readonly applicant: string;
  readonly year: number;
  readonly categories: readonly string[];
  readonly selected: readonly string[];
  readonly isTrained: boolean;
  readonly isAdded: boolean;
  /** The last year that the applicant is on the list. */
  readonly until: number;
}

/** Random applications, and more of the same kind. */
export class RandomApplications implements RandomRecords<Application> {
  readonly records: Application[];
  private readonly categories: readonly string[];
  private readonly share: number;
  private readonly most: number;
  private applicants = 0;

  constructor(
    private readonly draw: Draw,
    readonly years: number[],
    private readonly size: number,
  ) {
    this.categories = Array.from({ length: draw.int(1, 5) }, (_value, index) => `K${index}`);
    this.share = draw.int(3, 9) / 10;
    this.most = draw.int(1, this.categories.length);
    this.records = Array.from({ length: size }, () => {
      const applicant = this.applicant();
      return years.filter(() => draw.chance(0.4)).map((year) => this.application(applicant, year));
    }).flat();
  }

  population(): Population {
    const name = `${this.size} applicants in ${this.years.length} years`;
    return ofApplications(name, this.records, this.years);
  }

  another(): Application {
    return this.application(this.applicant(), this.draw.one(this.years));
  }

  alike(application: Application): Application {
    return { ...application, applicant: this.applicant() };
  }

  likeness(application: Application): string {
    return JSON.stringify({ ...application, applicant: "" });
  }

  changed(application: Application): Application {
    const { applicant, year } = application;
    return this.application(applicant, year);
  }

  addYear(): void {
    const year = (this.years.at(-1) ?? 0) + 1;
    this.years.push(year);
    const more = Array.from({ length: Math.ceil(this.size / 3) }, () =>
      this.application(this.applicant(), year),
    );
    this.records.push(...more);
  }

  private applicant(): string {
    return `P${(this.applicants += 1)}`;
  }

  private application(applicant: string, year: number): Application {
    const { draw } = this;
    const categories = draw.some(this.categories, this.most);
    const selected = draw.chance(this.share) ? draw.some(categories, categories.length) : [];
    const isTrained = selected.length > 0 && draw.chance(0.85);
    return {
      ...{ applicant, year, categories, selected, isTrained },
      ...{ isAdded: isTrained && draw.chance(0.85), until: year + draw.int(0, 4) },
    };
  }
}

/** A random recruitment with up to 300 applicants. */
export function randomApplications(draw: Draw): Population {
  const years = Array.from({ length: draw.int(2, 5) }, (_year, index) => 2018 + index);
  const size = Math.round(5 * 60 ** (draw.int(0, 1000) / 1000));
  return new RandomApplications(draw, years, size).population();
}

function ofApplications(
  name: string,
  applications: readonly Application[],
  years: readonly number[],
): Population {
  const things = (
    some: readonly Application[],
    categoriesOf: (application: Application) => readonly string[],
  ) =>
    some.flatMap((application) =>
      categoriesOf(application).map((category) => ({
        ...{ one: application.applicant, amount: 1, person: application.applicant, persons: 1 },
        keys: { category },
      })),
    );
  const of = (year: number) => applications.filter((one) => one.year === year);
  return {
    ...{ name, years, measures: recruitmentMeasures, knowledge: knownOfRecruitment },
    things: {
      APPLICATIONS: (year) => things(of(year), ({ categories }) => categories),
      SELECTED: (year) => things(of(year), ({ selected }) => selected),
      TRAINED: (year) =>
        things(
          of(year).filter(({ isTrained }) => isTrained),
          ({ selected }) => selected,
        ),
      ADDED: (year) =>
        things(
          of(year).filter(({ isAdded }) => isAdded),
          ({ selected }) => selected,
        ),
      REGISTERED_PERSONS: (year) =>
        things(
          applications.filter((one) => one.isAdded && one.year <= year && one.until >= year),
          ({ selected }) => selected,
        ),
    },
  };
}
