/** The time zone in which a day begins for everything the graph dates (Japan has one zone and no summer time). */
export const timeZone = "Asia/Tokyo";

const dayFormat = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" });

const minuteLength = 60_000;

/** The last minute that was asked about: formatting takes longer than a short request's other steps. */
let known = { minute: NaN, day: "" };

/** Today's date in {@link timeZone} as `YYYY-MM-DD`. */
export function today(now: Date | number = Date.now()): string {
  // A day begins with a minute.
  const minute = Math.floor(Number(now) / minuteLength);
  if (minute !== known.minute) known = { minute, day: dayFormat.format(now) };
  return known.day;
}

/** Describes the argument `asOf` wherever it stands. */
export const asOfDescription =
  "The day that the answer is about. Default: the header Graph-As-Of, else today in Asia/Tokyo.";

/** Describes the argument `knownAt` wherever it stands. */
export const knownAtDescription =
  "Shows what was on record at this moment, without what was recorded or corrected later. Fields of the records lead to what is on record now. Default: what is on record now.";
