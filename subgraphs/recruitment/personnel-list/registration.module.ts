import { personBy } from "../../kit/access/persons-seen";
import { AsOfArguments, fieldsOf, queries } from "../../kit/record/declared-fields";
import { many, one } from "../../kit/record/declared-relations";
import { loaded, oneKnownByKey } from "../../kit/record/one-by-key";
import type { Module } from "../../kit/subgraph/module";
import { Applicant } from "../applicant/applicant";
import { applicants } from "../applicant/applicant.list";
import { Application } from "../application/application";
import { applications } from "../application/application.list";
import { persons, profiles } from "../record/policies";
import { SkillCategory } from "../skill-standard/skill-category";
import { mostCategories } from "../skill-standard/skill-category-code";
import { Registration } from "./registration";
import { applicationListChanges, registrationChanges } from "./registration.changes";
import {
  registrations,
  registrationsByApplicantId,
  registrationsByApplicationId,
} from "./registration.list";

registrations.relatesTo({
  applicant: one(applicants, {
    key: "applicant_id",
    ofSamePerson: true,
    description: "By the person.",
  }),
  application: one(applications, {
    key: "application_id",
    ofSamePerson: true,
    description: "By the application that led to it.",
  }),
});
applicants.relatesTo({
  registrations: many(registrations, {
    toKey: "applicant_id",
    onDay: true,
    ofSamePerson: true,
    description:
      "By the person's places on the external personnel list on a day: of the list, or where it has none, of the header Graph-As-Of or today.",
  }),
  registrationHistory: many(registrations, {
    toKey: "applicant_id",
    ofSamePerson: true,
    description: "By all places of the person on the list: past, present and future.",
  }),
});
applications.relatesTo({
  registrations: many(registrations, {
    toKey: "application_id",
    ofSamePerson: true,
    description: "By the places on the list that it led to, ended ones included.",
  }),
});

/** Places of persons on the external personnel list. */
export const registrationModule: Module = {
  entities: [Registration],
  resolvers: [
    queries({
      registration: oneKnownByKey(
        Registration,
        "The registration with this id; null where there is none.",
        "Of the registration.",
      ),
      registrations: registrations.onDay({
        description:
          "The places on the external personnel list on a day, one a person and category.",
      }),
      registrationHistory: registrations.all({
        description: "All places on the list: past, present and future.",
      }),
    }),
    fieldsOf(SkillCategory, {
      registrations: registrations.by("category_code").onDay(({ code }: SkillCategory) => code, {
        description:
          "The places on the external personnel list in it on a day; their totalCount is the number of persons.",
      }),
    }),
    fieldsOf(Applicant, {
      registrations: {
        type: () => [Registration],
        description: "The person's places on the external personnel list on a day, one a category.",
        arguments: AsOfArguments,
        find: ({ id }, { asOf }, context) =>
          context.load(registrationsByApplicantId, id, { asOf: asOf ?? context.asOf }),
      },
      registrationHistory: {
        type: () => [Registration],
        description:
          "All places of the person on the list, past, present and future, earliest first.",
        find: ({ id }, _none, context) =>
          context.load(registrationsByApplicantId, id, { asOf: null }),
      },
    }),
    fieldsOf(Application, {
      registrations: loaded(
        () => [Registration],
        "The places on the external personnel list that it led to, ended ones included.",
        registrationsByApplicationId,
        ({ id }: Application) => id,
      ),
    }),
    applicationListChanges,
    registrationChanges,
  ],
  access: {
    Registration: profiles,
    "Registration.applicant": persons,
    "Registration.application": persons,
    "Registration.removalReason": persons,
    // It is the application's.
    "RegistrationFilter.fiscalYear": persons,
    "Query.registration": persons,
    "Query.registrationHistory": persons,
    "Query.registrations": persons,
    "SkillCategory.registrations": persons,
  },
  persons: {
    Registration: personBy("applicantId" satisfies keyof Registration, (id) => `applicant:${id}`),
  },
  listSizes: {
    // One a category.
    "Applicant.registrations": mostCategories,
    "Application.registrations": mostCategories,
  },
  writable: { registration: "INSERT, UPDATE, DELETE" },
  readable: {
    published: { history_start: "all" },
    profiles: { registration: "all" },
    statistics: { registration: "all", registration_history: "all" },
  },
};
