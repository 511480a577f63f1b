// The statistics as SQL by hand, which are the same for everything that is compared with ours.

/** Dispatches by region on a day. */
export const onDay = `SELECT region_code AS region, count(*)::integer AS value
FROM dispatch WHERE first_day <= $1::date AND on_dispatch_until > $1::date
GROUP BY region_code`;

/** Dispatches by region on many days: each day is counted by itself, which is faster than one join of all. */
export const onDays = `SELECT day.day::text AS day, counted.region, counted.value
FROM unnest($1::date[]) AS day (day)
CROSS JOIN LATERAL (
  SELECT region_code AS region, count(*)::integer AS value
  FROM dispatch WHERE first_day <= day.day AND on_dispatch_until > day.day
  GROUP BY region_code) AS counted`;

/** The day on which a fiscal year ends. */
export const lastDay = (year) => `${year + 1}-03-31`;
