import { Latest } from "./latest";

/** The time zone in which a day begins for everything the graph dates (Japan has one zone and no summer time). */
export const timeZone = "Asia/Tokyo";

const dayFormat = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" });

const minuteLength = 60_000;

/** The days of minutes that were asked about: formatting takes longer than a short request's other steps. */
const dayOf = new Latest<string>(100);

/** Today's date in {@link timeZone} as `YYYY-MM-DD`. */
export function today(now: Date | number = Date.now()): string {
  // A day begins with a minute.
  const minute = String(Math.floor(Number(now) / minuteLength));
  const known = dayOf.get(minute);
  if (known !== undefined) return known;
  const day = dayFormat.format(now);
  dayOf.set(minute, day);
  return day;
}

/** True for the last moment of a day in {@link timeZone}, which a given day stands for in `knownAt`. */
export function endsDay(moment: Date): boolean {
  return today(moment.getTime() + 1) > today(moment);
}

/** True for the first moment of a day in {@link timeZone}. */
export function beginsDay(moment: Date): boolean {
  return today(moment) > today(moment.getTime() - 1);
}

/** Describes the argument `asOf` wherever it stands. */
export const asOfDescription =
  "The day that the answer is about. Default: the header Graph-As-Of, else today in Asia/Tokyo.";

/** Describes the argument `knownAt` wherever it stands. */
export const knownAtDescription =
  "Shows what was on record at this moment, without what was recorded or corrected later. Fields of the records lead to what is on record now. Default: what is on record now.";

/** Describes the argument `updatedSince` wherever it stands. */
export const updatedSinceDescription =
  "Only what was recorded or changed at this moment or later. A change counts from its beginning and is seen seconds later, one of a spreadsheet minutes: leave an overlap. What was removed is not listed. Default: all.";
