import { fellowsByCohort } from "./published-sizes";

/** A cohort of the 28, with the days of its year in Japan, which are made up. */
export interface DemoCohort {
  readonly number: number;
  readonly id: string;
  readonly fellows: number;
  /** The calendar year in which the placements begin. */
  readonly year: number;
  readonly source: "PUBLISHED" | "PUBLISHED_WITHOUT_DATES" | "MADE_UP";
}

/** Cohorts that a source states; the three last ones without dates. */
const published = [1, 12, 18, 21, 22, 23];
const publishedWithoutDates = [24, 26, 28];

/** Cohorts 1 to 28, oldest first. */
export const cohorts: readonly DemoCohort[] = fellowsByCohort.map((fellows, index) => {
  const number = index + 1;
  // A year was left out after the 24th, as the published dates of the 24th and 26th show.
  const year = number === 1 ? 1996 : number + (number < 25 ? 1995 : 1996);
  const source = published.includes(number)
    ? "PUBLISHED"
    : publishedWithoutDates.includes(number)
      ? "PUBLISHED_WITHOUT_DATES"
      : "MADE_UP";
  return { number, id: `MIKE_MANSFIELD-${number}`, fellows, year, source };
});

/** The two phases in Japan, `[from, to)`: language course, then placements. */
export function phasesOf({ year }: DemoCohort) {
  return [
    { phase: "HOMESTAY_LANGUAGE", from: `${year}-07-01`, to: `${year}-08-20` },
    { phase: "PLACEMENT", from: `${year}-09-01`, to: `${year + 1}-07-01` },
  ];
}
