import { mostFiscalYears, sharedListSizes } from "../catalog/list-sizes";
import type { ListSizes } from "../kit/graphql/list-costs";

/** The categories of the skill standard: an enum of four. */
const mostCategories = 4;

/** The most elements of the plain lists of recruitment. */
export const recruitmentListSizes: ListSizes = {
  ...sharedListSizes,
  "RecruitmentStatistics.totals": mostFiscalYears,
  "Applicant.engagementHistory": 200,
  // One a category on any day.
  "Applicant.registrations": mostCategories,
  "Application.categories": mostCategories,
  "Application.selectedCategories": mostCategories,
  "ListedPerson.registrations": mostCategories,
  "Query.recruitmentDimensionValues": 100,
  "Registration.engagements": 200,
  "SkillStandard.categories": mostCategories,
  "Solicitation.categories": mostCategories,
};
