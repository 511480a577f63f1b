// Reports what the public is shown of the records of a running graph: of every table of one or two dimensions and all
// fiscal years together, how many rows there are, how many are shown where each table is protected by itself (as to
// analysts), and how many are released. GATEWAY_URL says where it is; TOKEN is an officer's of all areas
// (npm run --silent token -- recruitment-officer,dispatch-officer,fellowship-officer,cooperation-officer), ANALYST_TOKEN an
// analyst's (npm run --silent token -- analyst).
import { ask, valuesOf } from "./ask.mjs";

const years = Array.from({ length: 30 }, (_year, index) => 1996 + index);

async function rowsOf(area, measure, dimensions, token) {
  const query = `{ s: ${area}Statistics(measure: ${measure}, fiscalYears: [${years}], groupBy: [${dimensions}], limit: 5000) {
    disclosure { applied } rows { count { value suppressed reason } } } }`;
  const { data } = await ask(query, token);
  if (!data?.s) return {};
  const there = data.s.rows.filter(({ count }) => count.reason !== "NOT_COVERED");
  return {
    isProtected: data.s.disclosure.applied,
    shown: there.filter(({ count }) => !count.suppressed && count.value > 0).length,
  };
}

const percent = (part, whole) => (whole === 0 ? "" : `${((100 * part) / whole).toFixed(0)} %`);

async function report(area, measure, dimensions) {
  const exact = await rowsOf(area, measure, dimensions, process.env.TOKEN);
  const before = await rowsOf(area, measure, dimensions, process.env.ANALYST_TOKEN);
  const after = await rowsOf(area, measure, dimensions);
  // What is about nobody, and what only officers can count by, is not released.
  if (!exact.shown || before.shown === undefined) return;
  if (after.shown !== undefined && !after.isProtected) return;
  const name = `${area} ${measure} ${dimensions.length === 0 ? "in total" : `by ${dimensions.join(" × ")}`}`;
  const released = after.shown === undefined ? "not released" : percent(after.shown, exact.shown);
  console.log(
    [
      name.padEnd(64),
      String(exact.shown).padStart(6),
      percent(before.shown, exact.shown).padStart(7),
      released.padStart(14),
    ].join(""),
  );
}

console.log(
  `${"table, all fiscal years".padEnd(64)}${"rows".padStart(6)}${"alone".padStart(7)}${"released".padStart(14)}`,
);
for (const area of ["recruitment", "dispatch", "fellowship", "cooperation"]) {
  const type = `${area[0].toUpperCase()}${area.slice(1)}`;
  const dimensions = await valuesOf(`${type}Dimension`);
  for (const measure of await valuesOf(`${type}Measure`)) {
    await report(area, measure, []);
    for (const [index, one] of dimensions.entries()) {
      await report(area, measure, [one]);
      for (const other of dimensions.slice(index + 1)) await report(area, measure, [one, other]);
    }
  }
}
