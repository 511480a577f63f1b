import { registerEnumType } from "type-graphql";
import { enumFilter } from "../../kit/filter/filter-inputs";

/** What can be counted of recruitment. */
export enum RecruitmentMeasure {
  APPLICATIONS = "APPLICATIONS",
  SELECTED = "SELECTED",
  TRAINED = "TRAINED",
  ADDED = "ADDED",
  REGISTERED_PERSONS = "REGISTERED_PERSONS",
  REGISTRATIONS = "REGISTRATIONS",
  ENGAGEMENTS = "ENGAGEMENTS",
}

registerEnumType(RecruitmentMeasure, {
  name: "RecruitmentMeasure",
  description: "What can be counted of the recruitment of external personnel.",
  valuesConfig: {
    APPLICATIONS: { description: "Applications received: a flow." },
    SELECTED: { description: "Applicants selected by the committee: a flow." },
    TRAINED: { description: "Candidates who completed the training: a flow." },
    ADDED: { description: "Persons added to the external personnel list: a flow." },
    REGISTERED_PERSONS: {
      description:
        "Persons on the external personnel list on a day: a stock. Who is registered in several categories counts once.",
    },
    REGISTRATIONS: {
      description:
        "Registrations on the list on a day, one a person and category: a stock. Not persons.",
    },
    ENGAGEMENTS: { description: "Engagements with municipalities on a day: a stock." },
  },
});

/** What recruitment can be grouped by. */
export enum RecruitmentDimension {
  ROUND = "ROUND",
  CATEGORY = "CATEGORY",
  CATEGORIES_HELD = "CATEGORIES_HELD",
  STAGE = "STAGE",
  MUNICIPALITY = "MUNICIPALITY",
  PREFECTURE = "PREFECTURE",
}

registerEnumType(RecruitmentDimension, {
  name: "RecruitmentDimension",
  description: "What recruitment can be grouped by.",
  valuesConfig: {
    ROUND: { description: "The fiscal year of the solicitation that was applied in." },
    CATEGORY: {
      description:
        "The category: applied for, selected in or registered in, as the measure has it. A person can be in several.",
    },
    CATEGORIES_HELD: {
      description:
        "Whether a person is in one category or in several: on the day, or of what came of one application. Through several applications, a person can be in both.",
    },
    STAGE: { description: "How far the application has come today." },
    MUNICIPALITY: { description: "The municipality of the engagement." },
    PREFECTURE: { description: "The prefecture of that municipality." },
  },
});

/** Whether a person is in one category or in several. */
export enum CategoriesHeld {
  ONE = "ONE",
  SEVERAL = "SEVERAL",
}

registerEnumType(CategoriesHeld, {
  name: "CategoriesHeld",
  description: "Whether a person is in one category or in several.",
  valuesConfig: {
    ONE: { description: "In one." },
    SEVERAL: { description: "In more than one." },
  },
});

/** Conditions on whether a person is in one category or in several. */
export const CategoriesHeldFilter = enumFilter(CategoriesHeld, "CategoriesHeldFilter");
