import { areaStatistics } from "../../catalog/area-statistics";
import {
  codesOf,
  fiscalYears,
  foundBy,
  recordsOf,
} from "../../catalog/statistics/dimension-values";
import { codes } from "../../kit/codes";
import { enumFilter } from "../../kit/filter/filter-inputs";
import { byKind, counted, inItsFiscalYear, onItsDay } from "../../kit/statistics/figure-definition";
import type { Dimension, Measure } from "../../kit/statistics/measure";
import { ApplicationStage } from "../application/application-stage";
import { Municipality, municipalityCodes } from "../municipality/municipality";
import { Prefecture, prefectureCodes, prefectureOf } from "../municipality/prefecture";
import { persons } from "../record/policies";
import { SkillCategory } from "../skill-standard/skill-category";
import { SkillCategoryCode } from "../skill-standard/skill-category-code";

const CategoriesHeld = codes(
  "CategoriesHeld",
  "Whether a person is in one category or in several.",
  { ONE: "In one.", SEVERAL: "In more than one." },
);
enumFilter(CategoriesHeld, "CategoriesHeldFilter");

/** The round that a registration came from; on a day, a person can have registrations from several. */
const roundOfRegistration = {
  sql: "a.fiscal_year",
  join: "JOIN application a ON a.id = t.application_id",
  overlapping: true,
} as const satisfies Partial<Dimension>;

/** The categories of persons, who can be in several. */
const categories = (sql: string): Partial<Dimension> => ({ sql, overlapping: true });

const held = (sql: string): Partial<Dimension> => ({
  sql: `CASE WHEN ${sql} > 1 THEN 'SEVERAL' WHEN ${sql} = 1 THEN 'ONE' END`,
});

const ofSelected = {
  round: {},
  category: {
    ...categories("c.category_code"),
    join: "LEFT JOIN selected_category c ON c.application_id = t.id",
  },
  categoriesHeld: {
    ...held("h.held"),
    join: "CROSS JOIN LATERAL (SELECT count(*) AS held FROM selected_category c WHERE c.application_id = t.id) h",
  },
};

const ofRegistered = {
  round: roundOfRegistration,
  category: categories("t.category_code"),
  categoriesHeld: held("t.held"),
};

/** Different persons, however many records they have. */
const countedPersons = {
  unit: "persons",
  counts: { how: "distinct", of: "t.applicant_id" },
  persons: { how: "distinct", of: "t.applicant_id" },
} as const satisfies Partial<Measure>;

/** Persons whose application came to a stage, on the day it came to it. */
const reached = (stage: "SELECTED" | "TRAINED") =>
  ({
    ...countedPersons,
    table: "application",
    join: `JOIN stage_transition s ON s.application_id = t.id AND s.stage = '${stage}'`,
    time: { kind: "FLOW", day: "s.effective_on", fiscalYear: "t.fiscal_year" },
    records: "Application",
    dimensions: ofSelected,
  }) as const;

/** Registrations on a day, each with how many its person has on it. */
const onTheList = (table: string) =>
  `(SELECT r.*, count(*) OVER (PARTITION BY r.applicant_id) AS held FROM ${table} r WHERE r.valid @> y.day)`;

/** Registrations, each with how many came from its application. */
const withAddedTogether = (table: string) =>
  `(SELECT r.*, count(*) OVER (PARTITION BY r.application_id) AS held FROM ${table} r)`;

const inSeveral = { dimension: "categoriesHeld", values: [CategoriesHeld.SEVERAL], isRest: false };

/** What can be counted of the area's records, and which published figures that answers. */
export const { measures: recruitmentMeasures, module: recruitmentStatisticsModule } =
  areaStatistics("recruitment", {
    about: "recruitment",
    description:
      "Applications, registrations and engagements counted from the ministry's records, as of any day or by fiscal year. These are not the published figures, which are in recruitmentFigures.",
    exactWith: "recruitment:persons",
    dimensions: {
      round: {
        name: "Round",
        description: "The fiscal year of the solicitation that was applied in.",
        filter: "By fiscal year of the solicitation that was applied in.",
        values: fiscalYears,
        sql: "t.fiscal_year",
      },
      category: {
        name: "Category",
        description:
          "The category: applied for, selected in or registered in, as the measure has it. A person can be in several.",
        filter: "By category.",
        row: "The category.",
        values: recordsOf(SkillCategory, SkillCategoryCode),
        sql: "t.category_code",
        most: 5,
        order: Object.values(SkillCategoryCode),
      },
      // Beside persons by category they would show how few are in several categories, or in all.
      categoriesHeld: {
        name: "One category or several",
        description:
          "Whether a person is in one category or in several: on the day, or through one application. A person with several applications can be in both.",
        filter: "By whether a person is in one category or in several.",
        row: "Whether a person is in one category or in several.",
        values: codesOf(CategoriesHeld),
        only: persons,
        most: 2,
        order: Object.values(CategoriesHeld),
      },
      stage: {
        name: "Stage today",
        description: "How far the application has come today.",
        filter: "By stage today.",
        values: codesOf(ApplicationStage),
        sql: "t.stage",
        most: 8,
      },
      municipality: {
        name: "Municipality",
        description: "The municipality of the engagement.",
        filter: "By code of the municipality.",
        values: recordsOf(Municipality),
        sql: "t.municipality_code",
        most: 2_000,
        codes: municipalityCodes,
        within: "prefecture",
      },
      prefecture: {
        name: "Prefecture",
        description: "The prefecture of that municipality.",
        filter: "By two-digit code of the prefecture (JIS X 0401).",
        values: foundBy(() => Prefecture, prefectureOf),
        sql: "left(t.municipality_code, 2)",
        most: 47,
        codes: prefectureCodes,
      },
    },
    measures: {
      // One application a person and solicitation (constraint application_once_a_solicitation).
      APPLICATIONS: {
        name: "Applications received",
        description: "Applications received: a flow.",
        unit: "applications",
        definition:
          "Applications received, one a person and solicitation; by fiscal year, in that of the solicitation.",
        table: "application",
        time: { kind: "FLOW", day: "t.received_on", fiscalYear: "t.fiscal_year" },
        counts: { how: "rows" },
        persons: { how: "distinct", of: "t.applicant_id" },
        records: "Application",
        dimensions: {
          round: {},
          category: {
            ...categories("c.category_code"),
            join: "LEFT JOIN application_category c ON c.application_id = t.id",
          },
          stage: {},
        },
        released: { by: [[], ["category"]] },
      },
      SELECTED: {
        name: "Applicants selected",
        ...reached("SELECTED"),
        description: "Applicants selected by the committee: a flow.",
        definition:
          "Applicants selected by the external evaluation committee, in however many categories and rounds; by fiscal year, in that of the solicitation.",
        released: { by: [[], ["category"]] },
        // The ministry publishes both, so how many were not selected is no secret.
        linked: { atMost: "APPLICATIONS" },
      },
      TRAINED: {
        name: "Candidates trained",
        ...reached("TRAINED"),
        description: "Candidates who completed the training: a flow.",
        definition:
          "Selected candidates who completed the training, in however many rounds; by fiscal year, in that of the solicitation.",
        released: { by: [[], ["category"]] },
        linked: { partOf: "SELECTED" },
      },
      ADDED: {
        name: "Persons added to the list",
        ...countedPersons,
        description: "Persons added to the external personnel list: a flow.",
        definition:
          "Persons added to the external personnel list, in however many categories and rounds; by fiscal year, in that of the solicitation they applied in.",
        table: "registration",
        known: true,
        source: withAddedTogether,
        join: roundOfRegistration.join,
        time: { kind: "FLOW", day: "t.from_date", fiscalYear: "a.fiscal_year" },
        records: "Query.registrations",
        dimensions: ofRegistered,
        released: { by: [[], ["category"]] },
        linked: { partOf: "TRAINED" },
      },
      REGISTERED_PERSONS: {
        name: "Persons on the list",
        ...countedPersons,
        description:
          "Persons on the external personnel list on a day: a stock. A person who is registered in several categories counts once.",
        definition:
          "Persons on the external personnel list on the day; a person registered in several categories counts once.",
        table: "registration",
        known: true,
        source: onTheList,
        time: { kind: "STOCK", on: (day) => `t.valid @> ${day}` },
        records: "Query.registrations",
        dimensions: ofRegistered,
        // The day of which the ministry published how many there were.
        released: { by: [[], ["category"]], days: ["2024-05-31"] },
        linked: { cameBy: "ADDED" },
      },
      REGISTRATIONS: {
        name: "Registrations on the list",
        description:
          "Registrations on the list on a day, one a person and category: a stock. Not persons.",
        only: persons,
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
          round: { sql: "a.fiscal_year", join: roundOfRegistration.join },
          category: {},
        },
      },
      ENGAGEMENTS: {
        name: "Engagements with municipalities",
        description: "Engagements with municipalities on a day: a stock.",
        unit: "engagements",
        definition:
          "Engagements of registered persons with municipalities that go on on the day, without those cancelled before they began.",
        table: "engagement",
        where: "t.cancelled_on IS NULL",
        time: { kind: "STOCK", on: (day) => `t.valid @> ${day}` },
        counts: { how: "rows" },
        persons: { how: "distinct", of: "t.applicant_id" },
        records: "Query.engagements",
        dimensions: {
          category: {
            sql: "r.category_code",
            join: "JOIN registration r ON r.id = t.registration_id",
          },
          municipality: {},
          prefecture: {},
        },
        released: { by: [[], ["prefecture"], ["category"]] },
      },
    },
    // The day of the earliest record of each table.
    earliest: {
      application:
        "SELECT least(min(received_on), make_date(min(fiscal_year), 4, 1)) FROM application",
      registration: `SELECT least(min(r.from_date), make_date(min(a.fiscal_year), 4, 1))
    FROM registration r JOIN application a ON a.id = r.application_id`,
      engagement: "SELECT min(from_date) FROM engagement",
    },
    // How the figures that were published are counted.
    figures: {
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
    },
  });
