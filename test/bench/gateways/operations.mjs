// The three operations that gateways are measured by, each with 24 sets of variables.

const numbers = Array.from({ length: 24 }, (_, index) => index);
const day = (index) => `${2012 + (index % 13)}-${String(1 + (index % 12)).padStart(2, "0")}-15`;

/** One subgraph and one call: what a gateway costs at least. */
const light = {
  query: `query Light($day: Date!) {
    network(code: "CJK_PPN") { members(asOf: $day) { country { code } agency { code } } } }`,
  variables: numbers.map((index) => ({ day: day(index) })),
};

/** One object that all four subgraphs know: much at once. */
const wide = {
  query: `query Wide($year: Int!) { fiscalYear(year: $year) { year name startsOn endsOn
    solicitation { opensOn closesOn state }
    recruitmentFigures(first: 20) { nodes { value measure dimension source { id } } }
    dispatchFigures(first: 20) {
      nodes { value confidence measure dimension country { code name } source { id } } }
    fellowshipFigures(first: 20) { nodes { value measure source { id } } }
    cohorts { number }
    cooperationFigures(first: 10) { nodes { value measure } }
    networkEvents(first: 10) {
      totalCount nodes { title startsOn city network { code name } country { code name } } }
    invitations(first: 10) { nodes { id state country { code } } } } }`,
  variables: numbers.map((index) => ({ year: 2002 + index })),
};

/** Three steps, each over the objects of the one before: much one after the other. Each 31 March is released to the public. */
const deep = {
  query: `query Deep($day: Date!, $first: Int!) {
    dispatchStatistics(measure: ON_DISPATCH, groupBy: [COUNTRY], asOf: $day, limit: 60) {
      rows { count { value lower upper }
        country { code name fellowshipPrograms { code name }
          networkEvents(first: $first) { nodes { title startsOn hostAgency { code name }
            fiscalYear { year
              recruitmentFigures(first: 3) { nodes { value measure } }
              dispatchFigures(first: 3) { nodes { value measure } } } } } } } } }`,
  variables: numbers.map((index) => ({
    day: `${2012 + (index % 12)}-03-31`,
    first: 2 + (index % 5),
  })),
};

/** The operations by name. */
export const operations = { light, wide, deep };
