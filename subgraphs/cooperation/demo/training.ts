import { addDays } from "../../kit/demo/days";
import { cycled } from "../../kit/demo/random";
import { sendingCountries } from "./countries";

/** One time a course is held, and how many officials came from each country. */
export interface DemoEdition {
  readonly course: "SENIOR_PERSONNEL_MANAGEMENT" | "PERSONNEL_ADMINISTRATION";
  readonly fiscalYear: number;
  readonly edition: number;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly participants: readonly (readonly [country: string, persons: number])[];
}

/** Years of a course with the officials of all of them and the countries they come from. */
interface Stretch {
  readonly years: readonly [first: number, last: number];
  readonly officials: number;
  readonly countries: number;
}

/**
 * Officials by stretches of years. Published are those of FY1999 and FY2017, one a country, and the sums up to those
 * years: 100 officials of 36 countries and 253 of 66 for the first course, 199 of 70 for the second. The years after
 * FY2017 are made up.
 */
const stretches: Readonly<Record<DemoEdition["course"], readonly Stretch[]>> = {
  SENIOR_PERSONNEL_MANAGEMENT: [
    { years: [1991, 1998], officials: 86, countries: 36 },
    { years: [1999, 1999], officials: 14, countries: 36 },
    { years: [2000, 2016], officials: 143, countries: 66 },
    { years: [2017, 2017], officials: 10, countries: 66 },
    { years: [2018, 2025], officials: 88, countries: 70 },
  ],
  PERSONNEL_ADMINISTRATION: [
    { years: [1999, 1999], officials: 11, countries: 70 },
    { years: [2000, 2016], officials: 177, countries: 70 },
    { years: [2017, 2017], officials: 11, countries: 70 },
    { years: [2018, 2025], officials: 92, countries: 70 },
  ],
};

/** The days of the editions of FY1999, as published, and how the others lie in their years. */
const days = {
  SENIOR_PERSONNEL_MANAGEMENT: { start: "-08-31", year: 0, length: 26 },
  PERSONNEL_ADMINISTRATION: { start: "-01-11", year: 1, length: 25 },
} as const;

/** All editions of both courses, a course after the other. */
export const editions: readonly DemoEdition[] = [
  ...editionsOf("SENIOR_PERSONNEL_MANAGEMENT"),
  ...editionsOf("PERSONNEL_ADMINISTRATION"),
];

function editionsOf(course: DemoEdition["course"]): DemoEdition[] {
  let turn = 0;
  let edition = 0;
  const { start, year, length } = days[course];
  return stretches[course].flatMap(({ years: [first, last], officials, countries }) =>
    shares(officials, last - first + 1).map((count, index) => {
      const fiscalYear = first + index;
      const startsOn = `${fiscalYear + year}${start}`;
      const participants = Array.from({ length: count }, () => {
        const country = cycled(sendingCountries.slice(0, countries), turn++);
        return [country, 1] as const;
      });
      const endsOn = addDays(startsOn, length);
      return { course, fiscalYear, edition: ++edition, startsOn, endsOn, participants };
    }),
  );
}

/** A number in parts that differ by one at most. */
function shares(whole: number, parts: number): number[] {
  return Array.from(
    { length: parts },
    (_unused, index) =>
      Math.floor((whole * (index + 1)) / parts) - Math.floor((whole * index) / parts),
  );
}
