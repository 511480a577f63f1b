import { DeclaredList } from "../../kit/record/declared-list";
import { rowsBy } from "../../kit/record/by-key";
import { holdsOn } from "../../kit/rules/period";
import { Registration } from "./registration";

/** All registrations, earliest first. */
export const registrations = new DeclaredList(Registration, {
  plural: "registrations",
  filters: {
    fiscalYear: {
      description: "By fiscal year of the solicitation that led to them.",
      sql: "(SELECT a.fiscal_year FROM application a WHERE a.id = t.application_id)",
      type: "integer",
    },
  },
  order: ["FROM"],
  ordered: "by first day, earliest first",
  asOf: (day) => `t.valid @> ${day}`,
  known: { table: "registration" },
});

const earliestFirst = { from: "ASC", categoryCode: "ASC", id: "ASC" } as const;

/**
 * The registrations of persons, earliest first and in order of category, by person: those in force on a day, or with
 * `asOf: null` all.
 */
export const registrationsByApplicantId = rowsBy<Registration, { readonly asOf: string | null }>(
  "registrationsByApplicantId",
  Registration,
  "applicantId",
  { order: earliestFirst, only: (one, { asOf }) => asOf === null || holdsOn(asOf, one) },
);

/** The registrations that came of applications, earliest first and in order of category, by application. */
export const registrationsByApplicationId = rowsBy(
  "registrationsByApplicationId",
  Registration,
  "applicationId",
  { order: earliestFirst },
);
