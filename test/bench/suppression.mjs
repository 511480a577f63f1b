// Reports what disclosure control costs on the records of a running graph: of every table of one or two dimensions, how
// many rows are about too few persons, and how many more are suppressed to protect them.
// GATEWAY_URL says where it is; TOKEN is an officer's (npm run --silent token -- dispatch-officer,recruitment-officer),
// ANALYST_TOKEN an analyst's (npm run --silent token -- analyst), for whom tables are counted on request and protected.
import { ask, valuesOf } from "./ask.mjs";

const threshold = 5;

const sum = { tables: 0, rows: 0, small: 0, secondary: 0, zeros: 0, withheld: 0 };

async function report(area, measure, dimensions, time) {
  const query = `{ s: ${area}Statistics(measure: ${measure}, ${time}, groupBy: [${dimensions}], limit: 5000) {
    rows { count { value suppressed } } disclosure { withheld } } }`;
  const exact = await ask(query, process.env.TOKEN);
  const released = await ask(query, process.env.ANALYST_TOKEN);
  if (!exact.data?.s || !released.data?.s) return;
  const { rows } = exact.data.s;
  const { withheld } = released.data.s.disclosure;
  const small = rows.filter(({ count }) => count.value < threshold).length;
  const shown = released.data.s.rows.filter(({ count }) => !count.suppressed).length;
  const zeros = Math.max(0, released.data.s.rows.length - rows.length);
  const secondary = rows.length - small - shown;
  const name = `${measure} by ${dimensions.join(" and ")}`;
  console.log(
    `${name}: ${rows.length} rows, ${small} small, ${secondary} more suppressed, ${zeros} zeros hidden${withheld ? ", groups withheld" : ""}`,
  );
  sum.tables += 1;
  sum.rows += rows.length;
  sum.small += small;
  sum.secondary += secondary;
  sum.zeros += zeros;
  sum.withheld += withheld ? 1 : 0;
}

// Measures of which one row is one person, so that a small number is a small group.
for (const [area, measure, time] of [
  ["dispatch", "ON_DISPATCH", `asOf: "2014-03-31"`],
  ["dispatch", "ON_DISPATCH", `asOf: "2024-03-31"`],
  ["dispatch", "DEPARTURES", "fiscalYears: [2023]"],
  ["recruitment", "REGISTERED_PERSONS", `asOf: "2024-05-31"`],
]) {
  const type = `${area[0].toUpperCase()}${area.slice(1)}Dimension`;
  const dimensions = await valuesOf(type);
  for (const [index, one] of dimensions.entries()) {
    await report(area, measure, [one], time);
    for (const other of dimensions.slice(index + 1))
      await report(area, measure, [one, other], time);
  }
}
const share = (part) => `${((100 * part) / sum.rows).toFixed(1)} %`;
console.log(
  `${sum.tables} tables, ${sum.withheld} with groups withheld; of ${sum.rows} rows ${share(sum.small)} small, ${share(sum.secondary)} secondary; ${sum.zeros} zeros hidden`,
);
