/** GraphQL values that examples give to arguments that cannot be left out, and to some that can, by their coordinates. */
export const sampleArguments: Readonly<Record<string, string>> = {
  "Query.agency(code:)": '"JP-NPA"',
  "Query.cohort(number:)": "28",
  "Query.cohort(program:)": '"MIKE_MANSFIELD"',
  "Query.cooperationReleaseCheck(tables:)":
    "[{ measure: EVENTS, fiscalYear: 2023, rows: [{ count: 3 }] }]",
  "Query.cooperationStatistics(fiscalYears:)": "[2022, 2023]",
  "Query.cooperationStatistics(groupBy:)": "[NETWORK]",
  "Query.cooperationStatistics(measure:)": "EVENTS",
  "Query.country(code:)": '"JP"',
  "Query.dispatchReleaseCheck(tables:)":
    "[{ measure: ON_DISPATCH, fiscalYear: 2023, rows: [{ count: 342 }] }]",
  "Query.dispatchStatistics(fiscalYears:)": "[2022, 2023]",
  "Query.dispatchStatistics(groupBy:)": "[REGION]",
  "Query.dispatchStatistics(measure:)": "ON_DISPATCH",
  "Query.fellowshipProgram(code:)": '"MIKE_MANSFIELD"',
  "Query.fellowshipReleaseCheck(tables:)":
    "[{ measure: FELLOWS, fiscalYear: 2023, rows: [{ count: 10 }] }]",
  "Query.fellowshipStatistics(fiscalYears:)": "[2022, 2023]",
  "Query.fellowshipStatistics(measure:)": "FELLOWS",
  "Query.fiscalYear(year:)": "2023",
  "Query.fiscalYears(from:)": "2021",
  "Query.fiscalYears(to:)": "2023",
  "Query.municipality(code:)": '"012220"',
  "Query.network(code:)": '"CJK_PPN"',
  "Query.recruitmentReleaseCheck(tables:)":
    "[{ measure: APPLICATIONS, fiscalYear: 2024, groupBy: [CATEGORY], complete: false, rows: [{ category: PRODUCER, count: 10 }] }]",
  "Query.recruitmentStatistics(fiscalYears:)": "[2023, 2024]",
  "Query.recruitmentStatistics(groupBy:)": "[CATEGORY]",
  "Query.recruitmentStatistics(measure:)": "APPLICATIONS",
  "Query.skillCategory(code:)": "PROJECT_MANAGER",
  "Query.solicitation(fiscalYear:)": "2023",
  "Query.source(id:)": '"seed-npa"',
  "Query.trainingCourse(code:)": '"PERSONNEL_ADMINISTRATION"',
};

/** How many elements of a list examples ask for. */
export const sampleFirst = 5;

/** What stands in an example for an id that only its reader has. */
export const sampleId = "an-id";
