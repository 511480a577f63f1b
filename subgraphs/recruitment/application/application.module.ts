import { personBy } from "../../kit/access/persons-seen";
import { tableAsKnown } from "../../kit/history/table-as-known";
import { type DeclaredField, fieldsOf, queries } from "../../kit/record/declared-fields";
import { many, one } from "../../kit/record/declared-relations";
import { byKey, found } from "../../kit/record/by-key";
import { loaded, oneKnownByKey } from "../../kit/record/one-by-key";
import type { Module } from "../../kit/subgraph/module";
import { Applicant } from "../applicant/applicant";
import { applicants } from "../applicant/applicant.list";
import { persons } from "../record/policies";
import { SkillCategory } from "../skill-standard/skill-category";
import { categoriesOf } from "../skill-standard/skill-category.list";
import { mostCategories } from "../skill-standard/skill-category-code";
import { Application, ApplicationCategory, SelectedCategory, StageTransition } from "./application";
import { applicationChanges } from "./application.changes";
import { applicationImport } from "./application.import";
import {
  applications,
  applicationsByApplicantId,
  categoryCodesByApplicationId,
  selectedCodesByApplicationId,
  stagesByApplicationId,
} from "./application.list";
import { ApplicationStage } from "./application-stage";
import { Solicitation } from "./solicitation";

/** The categories that an application has rows with. */
function categoriesBy(
  loader: typeof categoryCodesByApplicationId,
  description: string,
): DeclaredField<Application> {
  return {
    type: () => [SkillCategory],
    description,
    find: async ({ id }, _none, context) => {
      const own = await context.load(loader, id);
      return categoriesOf(
        context,
        own.map(({ categoryCode }) => categoryCode),
      );
    },
  };
}

const isForCategory = (table: string, category: string) =>
  `t.id IN (SELECT c.application_id FROM ${table} c WHERE c.category_code = ${category})`;

applications.relatesTo({
  applicant: one(applicants, {
    key: "applicant_id",
    ofSamePerson: true,
    description: "By who applied.",
  }),
});
applicants.relatesTo({
  applications: many(applications, {
    toKey: "applicant_id",
    ofSamePerson: true,
    description: "By the person's applications.",
  }),
});

/** Applications of persons to solicitations. */
export const applicationModule: Module = {
  entities: [Application, ApplicationCategory, SelectedCategory, StageTransition],
  resolvers: [
    queries({
      application: oneKnownByKey(
        Application,
        "The application with this id; null where there is none.",
        "Of the application.",
      ),
      applications: applications.all({ description: "Applications to all solicitations." }),
    }),
    fieldsOf(Application, {
      solicitation: {
        type: () => Solicitation,
        description: "What was applied to.",
        find: ({ fiscalYear }, _none, context) => found(context, byKey(Solicitation), fiscalYear),
      },
      categories: categoriesBy(categoryCodesByApplicationId, "The categories it is for."),
      selectedCategories: categoriesBy(
        selectedCodesByApplicationId,
        "The categories it was selected in; empty if it has not been selected.",
      ),
      stages: loaded(
        () => [StageTransition],
        "Every stage it reached, in order, from its submission.",
        stagesByApplicationId,
        ({ id }: Application) => id,
      ),
    }),
    fieldsOf(Applicant, {
      applications: loaded(
        () => [Application],
        "The person's applications, latest first.",
        applicationsByApplicantId,
        ({ id }: Applicant) => id,
      ),
    }),
    fieldsOf(Solicitation, {
      applications: applications
        .by("fiscal_year", { keyType: "integer" })
        .all(({ fiscalYearNumber }: Solicitation) => fiscalYearNumber, {
          description: "The applications received, as far as they are on record here.",
        }),
    }),
    fieldsOf(SkillCategory, {
      applications: applications
        .by("category_code", {
          condition: (key) => isForCategory("application_category", key),
          known: (key, knownAt) =>
            isForCategory(tableAsKnown("application_category", undefined, knownAt), key),
        })
        .all(({ code }: SkillCategory) => code, { description: "The applications for it." }),
    }),
    applicationChanges,
  ],
  imports: [applicationImport],
  access: { Application: persons, StageTransition: persons },
  persons: {
    Application: personBy("applicantId" satisfies keyof Application, (id) => `applicant:${id}`),
  },
  listSizes: {
    "Application.categories": mostCategories,
    "Application.selectedCategories": mostCategories,
    // Each is reached once.
    "Application.stages": Object.keys(ApplicationStage).length,
  },
  writable: {
    application: "INSERT, UPDATE, DELETE",
    application_category: "INSERT, DELETE",
    selected_category: "INSERT, DELETE",
    stage_transition: "INSERT, UPDATE, DELETE",
  },
  readable: {
    statistics: {
      application: "all",
      application_category: "all",
      selected_category: "all",
      stage_transition: "all",
    },
  },
};
