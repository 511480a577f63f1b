import { byKind, counted, inItsFiscalYear, onItsDay } from "../../kit/statistics/figure-definition";
import { mostFiscalYears } from "../../catalog/list-sizes";
import type { AreaMeasures, Dimension, Measure } from "../../kit/statistics/measure";
import { SkillCategoryCode } from "../skill-standard/skill-category-code";
import { CategoriesHeld } from "./recruitment-statistics-codes";
import { municipalityCodes } from "../municipality/municipality";
import { prefectureCodes } from "../municipality/prefecture";
import { fiscalYearNumbers } from "../../catalog/fiscal-year/fiscal-year-range";

const mostCategories = 5;

const roundOf = (table: string): Dimension => ({
  sql: `${table}.fiscal_year`,
  type: "integer",
  most: mostFiscalYears,
  codes: fiscalYearNumbers,
});

/** The round that a registration came from; on a day, a person can have registrations from several. */
const roundOfRegistration: Dimension = {
  ...roundOf("a"),
  join: "JOIN application a ON a.id = t.application_id",
  overlapping: true,
};

const categoryOf = (sql: string, join?: string): Dimension => ({
  sql,
  type: "text",
  most: mostCategories,
  order: Object.values(SkillCategoryCode),
  overlapping: true,
  ...(join !== undefined && { join }),
});

const heldOf = (sql: string, join?: string): Dimension => ({
  sql: `CASE WHEN ${sql} > 1 THEN 'SEVERAL' WHEN ${sql} = 1 THEN 'ONE' END`,
  type: "text",
  most: 2,
  order: Object.values(CategoriesHeld),
  isInternal: true,
  ...(join !== undefined && { join }),
});

const ofSelected = {
  round: roundOf("t"),
  category: categoryOf(
    "c.category_code",
    "LEFT JOIN selected_category c ON c.application_id = t.id",
  ),
  categoriesHeld: heldOf(
    "h.held",
    "CROSS JOIN LATERAL (SELECT count(*) AS held FROM selected_category c WHERE c.application_id = t.id) h",
  ),
};

const ofRegistered = {
  round: roundOfRegistration,
  category: categoryOf("t.category_code"),
  categoriesHeld: heldOf("t.held"),
};

/** Persons whose application came to a stage, on the day it came to it. */
const reached = (stage: "SELECTED" | "TRAINED", definition: string): Measure => ({
  unit: "persons",
  definition,
  table: "application",
  join: `JOIN stage_transition s ON s.application_id = t.id AND s.stage = '${stage}'`,
  time: { kind: "FLOW", day: "s.effective_on", fiscalYear: "t.fiscal_year" },
  counts: { how: "distinct", of: "t.applicant_id" },
  persons: { how: "distinct", of: "t.applicant_id" },
  records: "Application",
  dimensions: ofSelected,
});

/** Registrations on a day, each with how many its person has on it. */
const onTheList = (table: string) =>
  `(SELECT r.*, count(*) OVER (PARTITION BY r.applicant_id) AS held FROM ${table} r WHERE r.valid @> y.day)`;

/** Registrations, each with how many came from its application. */
const withAddedTogether = (table: string) =>
  `(SELECT r.*, count(*) OVER (PARTITION BY r.application_id) AS held FROM ${table} r)`;

/** What is counted of recruitment: whom, and when. */
const measures = {
  // One application a person and solicitation (constraint application_once_a_solicitation).
  APPLICATIONS: {
    unit: "applications",
    definition:
      "Applications received, one a person and solicitation; by fiscal year, in that of the solicitation.",
    table: "application",
    time: { kind: "FLOW", day: "t.received_on", fiscalYear: "t.fiscal_year" },
    counts: { how: "rows" },
    persons: { how: "distinct", of: "t.applicant_id" },
    records: "Application",
    dimensions: {
      round: roundOf("t"),
      category: categoryOf(
        "c.category_code",
        "LEFT JOIN application_category c ON c.application_id = t.id",
      ),
      stage: { sql: "t.stage", type: "text", most: 8 },
    },
  },
  SELECTED: reached(
    "SELECTED",
    "Applicants selected by the external evaluation committee, in however many categories and rounds; by fiscal year, in that of the solicitation.",
  ),
  TRAINED: reached(
    "TRAINED",
    "Selected candidates who completed the training, in however many rounds; by fiscal year, in that of the solicitation.",
  ),
  ADDED: {
    unit: "persons",
    definition:
      "Persons added to the external personnel list, in however many categories and rounds; by fiscal year, in that of the solicitation they applied in.",
    table: "registration",
    known: true,
    source: withAddedTogether,
    join: roundOfRegistration.join ?? "",
    time: { kind: "FLOW", day: "t.from_date", fiscalYear: "a.fiscal_year" },
    counts: { how: "distinct", of: "t.applicant_id" },
    persons: { how: "distinct", of: "t.applicant_id" },
    records: "Query.registrations",
    dimensions: ofRegistered,
  },
  REGISTERED_PERSONS: {
    unit: "persons",
    definition:
      "Persons on the external personnel list on the day; a person registered in several categories counts once.",
    table: "registration",
    known: true,
    source: onTheList,
    time: { kind: "STOCK", on: (day) => `t.valid @> ${day}` },
    counts: { how: "distinct", of: "t.applicant_id" },
    persons: { how: "distinct", of: "t.applicant_id" },
    records: "Query.registrations",
    dimensions: ofRegistered,
  },
  REGISTRATIONS: {
    unit: "registrations",
    definition:
      "Registrations on the external personnel list on the day, one a person and category.",
    table: "registration",
    known: true,
    time: { kind: "STOCK", on: (day) => `t.valid @> ${day}` },
    counts: { how: "rows" },
    persons: { how: "distinct", of: "t.applicant_id" },
    records: "Query.registrations",
    dimensions: {
      round: { ...roundOf("a"), join: "JOIN application a ON a.id = t.application_id" },
      category: {
        sql: "t.category_code",
        type: "text",
        most: mostCategories,
        order: Object.values(SkillCategoryCode),
      },
    },
  },
  ENGAGEMENTS: {
    unit: "engagements",
    definition:
      "Engagements of registered persons with municipalities that go on on the day, without those given up before they began.",
    table: "engagement",
    where: "t.cancelled_on IS NULL",
    time: { kind: "STOCK", on: (day) => `t.valid @> ${day}` },
    counts: { how: "rows" },
    persons: { how: "distinct", of: "t.applicant_id" },
    records: "Query.engagements",
    dimensions: {
      category: {
        sql: "r.category_code",
        type: "text",
        most: mostCategories,
        order: Object.values(SkillCategoryCode),
        join: "JOIN registration r ON r.id = t.registration_id",
      },
      municipality: {
        sql: "t.municipality_code",
        type: "text",
        most: 2_000,
        codes: municipalityCodes,
        within: "prefecture",
      },
      prefecture: {
        sql: "left(t.municipality_code, 2)",
        type: "text",
        most: 47,
        codes: prefectureCodes,
      },
    },
  },
} satisfies AreaMeasures["measures"];

/** The day of the earliest record of each table. */
const earliest = {
  application: "SELECT least(min(received_on), make_date(min(fiscal_year), 4, 1)) FROM application",
  registration: `SELECT least(min(r.from_date), make_date(min(a.fiscal_year), 4, 1))
    FROM registration r JOIN application a ON a.id = r.application_id`,
  engagement: "SELECT min(from_date) FROM engagement",
} satisfies AreaMeasures["earliest"];

const inSeveral = { dimension: "categoriesHeld", values: [CategoriesHeld.SEVERAL], isRest: false };

/** How the figures that were published are counted. */
const figures = {
  applications: counted({ measure: "APPLICATIONS", time: inItsFiscalYear }),
  persons_selected: counted({ measure: "SELECTED", time: inItsFiscalYear }),
  selected_multi_category: counted({
    measure: "SELECTED",
    time: inItsFiscalYear,
    whole: inSeveral,
  }),
  persons_registered_added: counted({ measure: "ADDED", time: inItsFiscalYear }),
  persons_registered_total: counted({ measure: "REGISTERED_PERSONS", time: onItsDay }),
  registrants_multi_category: byKind({
    STOCK: counted({ measure: "REGISTERED_PERSONS", time: onItsDay, whole: inSeveral }),
    FLOW: counted({ measure: "ADDED", time: inItsFiscalYear, whole: inSeveral }),
  }),
} satisfies AreaMeasures["figures"];

/** What can be counted of the area's records, and which published figures that answers. */
export const recruitmentMeasures: AreaMeasures = { measures, earliest, figures };
