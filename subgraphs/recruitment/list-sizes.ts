import { mostFiscalYears } from "../catalog/list-sizes";
import type { ListSizes } from "../kit/graphql/list-costs";

/** The categories of the skill standard: an enum of four. */
const mostCategories = 4;

/** The stages of an application: an enum of eight. */
const mostStages = 8;

/** The most elements of the plain lists of recruitment. */
export const recruitmentListSizes: ListSizes = {
  "RecruitmentStatistics.totals": mostFiscalYears,
  // One a category on any day.
  "Applicant.registrations": mostCategories,
  "Application.categories": mostCategories,
  // Two subjects, each taken again where it is failed; no course twice.
  "Application.enrolments": 20,
  // One a category and evaluator: a dozen evaluators for each category.
  "Application.evaluations": 12 * mostCategories,
  // One a category.
  "Application.registrations": mostCategories,
  "Application.selectedCategories": mostCategories,
  // Each is reached once.
  "Application.stages": mostStages,
  // As many as a change may give; the table has no position beyond.
  "Evaluation.scores": 50,
  "ListedPerson.registrations": mostCategories,
  "Query.recruitmentDimensionValues": 100,
  "SkillStandard.categories": mostCategories,
  "Solicitation.categories": mostCategories,
};
