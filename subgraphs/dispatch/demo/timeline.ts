import { addDays, addMonths, firstDayOfYear, lastDayOfYear } from "../../kit/demo/days";
import { cycled, type Random, repeated } from "../../kit/demo/random";
import { type Cell, cellsOf } from "./cell";
import { flows, onDispatch2013, type Returns, type Term, terms2023 } from "./published-splits";

/** One official's time on dispatch. */
export interface Stay extends Cell {
  readonly startedOn: string;
  /** The end of the term when it began. */
  readonly firstPlannedTo: string;
  /** The first day back; absent: not back when the records end. */
  returnedOn?: string;
}

/** The day on which the synthetic records end: nothing in them happens later. */
export const recordedUntil = lastDayOfYear(2025);

/**
 * The day on which as many are on dispatch as the first published stock that is matched, a year later, has: those who left
 * before FY2010 are not there, and the stocks of FY2010 and FY2011 are too small for it.
 */
export const filledUpOn = lastDayOfYear(2012);

/** Who was on dispatch since FY2010, year by year, so that the published stocks and flows can be counted. */
export function timeline(random: Random): Stay[] {
  const draw = new Drawing(random);
  const stays = draw.untilTheEndOf2013();
  for (const [year, { departures, returns }] of Object.entries(flows)) {
    const fiscalYear = Number(year);
    returnSome(stays, fiscalYear, returns, draw);
    const cells = typeof departures === "number" ? draw.someCells(departures) : cellsOf(departures);
    stays.push(...draw.departures(fiscalYear, cells));
  }
  for (const fiscalYear of [2024, 2025])
    stays.push(...draw.departures(fiscalYear, draw.someCells(140)));
  for (const stay of stays) {
    const end = stay.firstPlannedTo;
    // Whose term had ended before stays on a little: the last counts are those of the end of FY2023.
    const last = end > lastDayOfYear(2023) ? end : draw.dayOfYear(2024);
    if (stay.returnedOn === undefined && last <= recordedUntil) stay.returnedOn = last;
  }
  return stays.sort((one, other) => one.startedOn.localeCompare(other.startedOn));
}

/** Ends as many stays as return in the year: those whose term ends first. */
function returnSome(
  stays: readonly Stay[],
  fiscalYear: number,
  returns: Returns,
  draw: Drawing,
): void {
  const away = stays
    .filter(({ returnedOn }) => returnedOn === undefined)
    .sort((one, other) => one.firstPlannedTo.localeCompare(other.firstPlannedTo));
  const returning =
    typeof returns === "number"
      ? away.slice(0, returns)
      : Object.entries(returns).flatMap(([type, count = 0]) =>
          away.filter((stay) => stay.type === type).slice(0, count),
        );
  for (const stay of returning) {
    const end = stay.firstPlannedTo;
    const fits = end >= firstDayOfYear(fiscalYear) && end <= lastDayOfYear(fiscalYear);
    stay.returnedOn = fits ? end : draw.dayOfYear(fiscalYear);
  }
}

const monthsOfTerm: Readonly<Record<Term, readonly number[]>> = {
  UP_TO_1Y: [12],
  OVER_1Y_TO_2Y: [24, 24, 18],
  OVER_2Y_TO_3Y: [36, 36, 30],
  OVER_3Y: [48, 48, 60],
};

/** How often each term is agreed on in years without published figures. */
const usualTerms: typeof terms2023 = [
  ["UP_TO_1Y", 20],
  ["OVER_1Y_TO_2Y", 45],
  ["OVER_2Y_TO_3Y", 45],
  ["OVER_3Y", 28],
];

/** Draws days, terms and places. */
class Drawing {
  constructor(private readonly random: Random) {}

  /** Any day of a fiscal year that is in every month. */
  dayOfYear(fiscalYear: number): string {
    const month = this.random.number.int({ max: 11 });
    return addDays(
      addMonths(firstDayOfYear(fiscalYear), month),
      this.random.number.int({ max: 27 }),
    );
  }

  /** The 399 on dispatch at the end of FY2013, 119 of whom departed in that year, and some who returned before. */
  untilTheEndOf2013(): Stay[] {
    const cells = this.random.helpers.shuffle(cellsOf(onDispatch2013));
    const away = [
      ...this.departures(2013, cells.slice(0, 119)),
      ...this.departures(2012, cells.slice(119, 249)),
      ...this.departures(2011, cells.slice(249, 349)),
      ...this.departures(2010, cells.slice(349)),
    ];
    const back = this.departures(2010, this.someCells(115));
    for (const stay of back) stay.returnedOn = this.dayOfYear(2013);
    return [...away, ...back];
  }

  departures(fiscalYear: number, cells: readonly Cell[]): Stay[] {
    const shuffled = this.random.helpers.shuffle(
      repeated(fiscalYear === 2023 ? terms2023 : usualTerms),
    );
    return cells.map((cell, index) => {
      const startedOn = this.dayOfYear(fiscalYear);
      const months = cycled(monthsOfTerm[cycled(shuffled, index)], index);
      return { ...cell, startedOn, firstPlannedTo: addMonths(startedOn, months) };
    });
  }

  /** So many places in the mix of the end of FY2013. */
  someCells(count: number): Cell[] {
    return this.random.helpers.shuffle(cellsOf(onDispatch2013)).slice(0, count);
  }
}
