// An officer's questions to PostGraphile, and what answers have in common with the graph's.

const organization = "organizationByOrganizationCodeAndOrganizationTypeCodeAndRegionCode";
const listOf = (selection) => `query Page($first: Int!, $after: Cursor) {
  dispatchHistory: allDispatches(
    first: $first, after: $after, orderBy: [FIRST_DAY_DESC, ROW_ID_DESC]) { ${selection} } }`;

/** The questions as queries to PostGraphile: the graph's names before its own. */
export const postgraphileQueries = {
  page: listOf(`nodes { id: rowId startedOn returnedOn post
      official: officialByOfficialId { personnelNumber name }
      organization: ${organization} { code name: nameEn } }
    pageInfo { hasNextPage endCursor }`),
  cursors: listOf("edges { cursor } pageInfo { endCursor }"),
  count: `query Count($region: String!, $state: String!) {
    dispatchHistory: allDispatches(condition: { regionCode: $region, state: $state }) {
      totalCount } }`,
  onDay: "query OnDay($day: Date!) { counts: regionsOnDay(day: $day) { region value } }",
  inYears: `query InYears($years: [Int!]!) {
    counts: regionsInYears(years: $years) { day region value } }`,
};

/** An answer as a text that is equal for equal answers: without cursors, and counts in one order without those of 0. */
export function comparable(answer) {
  const { dispatchHistory, dispatchStatistics, counts } = JSON.parse(answer);
  if (dispatchHistory) return JSON.stringify(dispatchHistory.nodes ?? dispatchHistory);
  const rows =
    counts?.map(({ day, region, value }) => [yearOf(day), region, value]) ??
    dispatchStatistics.rows.map(({ fiscalYear, region, count }) => {
      return [fiscalYear?.year, region.code, count.value];
    });
  const shown = rows.filter(([, , value]) => value > 0).map((row) => row.join(" "));
  return shown.sort().join("\n");
}

function yearOf(day) {
  return day && Number(day.slice(0, 4)) - 1;
}
