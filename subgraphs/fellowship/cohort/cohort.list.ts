import { DeclaredList } from "../../kit/record/declared-list";
import { rowsBy } from "../../kit/record/by-key";
import { Cohort } from "./cohort";

/** The cohorts of all programs. */
export const cohorts = new DeclaredList(Cohort, {
  plural: "cohorts",
  filters: {
    startsOn: {
      description: "By the day on which it began.",
      earliest: "t.starts_earliest",
      latest: "t.starts_latest",
      type: "date",
    },
  },
  orderings: {
    STARTS_ON: {
      description: "By the first day on which it may have begun; what is unknown counts as latest.",
      sql: "coalesce(t.starts_earliest, 'infinity')",
      type: "date",
    },
  },
  order: ["NUMBER"],
  ordered: "by number",
  known: { table: "cohort" },
});

/** The cohorts whose start lies wholly in fiscal years, in order of number, by the year. */
export const cohortsByFiscalYear = rowsBy("cohortsByFiscalYear", Cohort, "fiscalYearNumber", {
  order: { number: "ASC", id: "ASC" },
});
