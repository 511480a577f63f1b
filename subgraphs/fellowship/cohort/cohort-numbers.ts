/** The numbers of all cohorts that a caller reads. */
export const cohortNumbers = {
  sql: "SELECT number::text AS code FROM cohort GROUP BY number ORDER BY number",
};
