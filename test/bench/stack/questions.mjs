// What the whole stack is asked: the gateways' operations by the public, and an officer's usual questions.
import { operations } from "../gateways/operations.mjs";
import { cursorsBehind } from "../support/pages.mjs";

const deepRows = 5_000;
const numbers = Array.from({ length: 24 }, (_, index) => index);
const two = (number) => String(number).padStart(2, "0");

// What the records cover begins on 31 March 2013.
const days = numbers.map((index) => `${2014 + (index % 11)}-${two(1 + (index % 12))}-15`);
const decades = numbers.map((index) => {
  return Array.from({ length: 10 }, (_, year) => 2012 + (index % 5) + year);
});
const regions = ["AFRICA", "ASIA", "EUROPE", "LATIN_AMERICA", "MIDDLE_EAST", "NORTH_AMERICA"];
const filters = numbers.map((index) => ({
  region: regions[index % regions.length],
  state: index % 4 === 0 ? "ON_DISPATCH" : "RETURNED",
}));

/** An officer's questions as queries to the graph. */
export const graphQueries = {
  /** A page of dispatches as a screen shows it: each with whom it is about, and where to. */
  page: `query Page($first: Int!, $after: String) {
    dispatchHistory(first: $first, after: $after) {
      nodes { id startedOn returnedOn post
        official { personnelNumber name } organization { code name } }
      pageInfo { hasNextPage endCursor } } }`,
  cursors: `query Cursors($first: Int!, $after: String) {
    dispatchHistory(first: $first, after: $after) { edges { cursor } pageInfo { endCursor } } }`,
  count: `query Count($region: DispatchRegionCode!, $state: DispatchState!) {
    dispatchHistory(first: 0, filter: { region: { eq: $region }, state: { eq: $state } }) {
      totalCount } }`,
  onDay: `query OnDay($day: Date!) {
    dispatchStatistics(measure: ON_DISPATCH, groupBy: [REGION], asOf: $day) {
      rows { region { code } count { value } } } }`,
  inYears: `query InYears($years: [Int!]!) {
    dispatchStatistics(measure: ON_DISPATCH, groupBy: [REGION], fiscalYears: $years) {
      rows { fiscalYear { year } region { code } count { value } } } }`,
};

/**
 * An officer's questions by name, each with its sets of variables.
 *
 * @param queries the graph's, or those with which something else is asked the same
 */
export async function officersQuestions({ url, headers }, queries = graphQueries) {
  const at = (after) => ({ first: 50, after });
  const cursors = await cursorsBehind(deepRows, {
    url,
    headers,
    count: 24,
    query: queries.cursors,
  });
  return {
    "page of 50": { query: queries.page, variables: [at(null)] },
    [`page of 50, ${deepRows} rows in`]: { query: queries.page, variables: cursors.map(at) },
    "filtered exact count": { query: queries.count, variables: filters },
    "by region on a day": { query: queries.onDay, variables: days.map((day) => ({ day })) },
    "by region × ten years": {
      query: queries.inYears,
      variables: decades.map((years) => ({ years })),
    },
  };
}

/** All that a stack is asked, by name, with the headers of who asks. */
export async function questionsOf({ url, officer }) {
  const named = (who, questions, headers) =>
    Object.entries(questions).map(([name, question]) => [
      `${name} (${who})`,
      { ...question, headers },
    ]);
  return Object.fromEntries([
    ...named("public", operations, {}),
    ...named("officer", await officersQuestions({ url, headers: officer }), officer),
  ]);
}
