/** The numbers of all cohorts. */
export const cohortNumbers = {
  sql: "SELECT number::text AS code FROM cohort GROUP BY number ORDER BY number",
};
