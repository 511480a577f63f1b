import { personBy } from "../../kit/access/persons-seen";
import { persons, profiles } from "../record/policies";
import { AsOfArguments, fieldsOf, queries } from "../../kit/record/declared-fields";
import { many, one } from "../../kit/record/declared-relations";
import { loaded, oneKnownByKey } from "../../kit/record/one-by-key";
import type { Module } from "../../kit/subgraph/module";
import { Applicant } from "../applicant/applicant";
import { applicants } from "../applicant/applicant.list";
import { requireEngagementsOf } from "../list-request/granted-list.service";
import { Municipality } from "../municipality/municipality";
import { municipalities } from "../municipality/municipality.list";
import { Registration } from "./registration";
import { registrations } from "./registration.list";
import { Engagement } from "./engagement";
import { engagementChanges } from "./engagement.changes";
import {
  engagements,
  engagementsByApplicantId,
  engagementsByRegistrationId,
} from "./engagement.list";

const ofMunicipality = engagements.by("municipality_code");
const codeOf = ({ code }: Municipality) => code;

engagements.relatesTo({
  registration: one(registrations, {
    key: "registration_id",
    ofSamePerson: true,
    description: "By the person's place on the list that led to it.",
  }),
  applicant: one(applicants, {
    key: "applicant_id",
    ofSamePerson: true,
    description: "By the person.",
  }),
  municipalityIs: one(municipalities, {
    key: "municipality_code",
    toKey: "code",
    description: "By the municipality itself, not its code alone.",
  }),
});
registrations.relatesTo({
  engagements: many(engagements, {
    toKey: "registration_id",
    ofSamePerson: true,
    description: "By the engagements that it led to, ended and cancelled ones included.",
  }),
});
applicants.relatesTo({
  engagements: many(engagements, {
    toKey: "applicant_id",
    onDay: true,
    ofSamePerson: true,
    description:
      "By the person's engagements on a day: of the list, or where it has none, of the header Graph-As-Of or today.",
  }),
  engagementHistory: many(engagements, {
    toKey: "applicant_id",
    ofSamePerson: true,
    description: "By all engagements of the person: past, present, future and cancelled.",
  }),
});
municipalities.relatesTo({
  engagements: many(engagements, {
    key: "code",
    toKey: "municipality_code",
    onDay: true,
    description:
      "By the engagements with it on a day: of the list, or where it has none, of the header Graph-As-Of or today.",
  }),
  engagementHistory: many(engagements, {
    key: "code",
    toKey: "municipality_code",
    description: "By all engagements with it: past, present, future and cancelled.",
  }),
});

/** Engagements of registered persons with municipalities. */
export const engagementModule: Module = {
  entities: [Engagement],
  resolvers: [
    queries({
      engagement: oneKnownByKey(
        Engagement,
        "The engagement with this id; null where there is none.",
        "Of the engagement.",
      ),
      engagements: engagements.onDay({
        description: "The engagements of registered persons with municipalities on a day.",
      }),
      engagementHistory: engagements.all({
        description: "All engagements: past, present and future.",
      }),
    }),
    fieldsOf(Municipality, {
      engagements: ofMunicipality.onDay(codeOf, {
        description:
          "The engagements with it on a day. A municipality sees its own; for those of another, the error is FORBIDDEN.",
        guard: requireEngagementsOf,
      }),
      engagementHistory: ofMunicipality.all(codeOf, {
        description:
          "All engagements with it: past, present and future. A municipality sees its own; for those of another, the error is FORBIDDEN.",
        guard: requireEngagementsOf,
      }),
    }),
    fieldsOf(Applicant, {
      engagements: {
        type: () => [Engagement],
        description: "The person's engagements on a day.",
        arguments: AsOfArguments,
        find: ({ id }, { asOf }, context) =>
          context.load(engagementsByApplicantId, id, { asOf: asOf ?? context.asOf }),
      },
      engagementHistory: {
        type: () => [Engagement],
        description: "All engagements of the person, past, present and future, earliest first.",
        find: ({ id }, _none, context) =>
          context.load(engagementsByApplicantId, id, { asOf: null }),
      },
    }),
    fieldsOf(Registration, {
      engagements: loaded(
        () => [Engagement],
        "The engagements that it led to, earliest first, ended and cancelled ones included.",
        engagementsByRegistrationId,
        ({ id }: Registration) => id,
      ),
    }),
    engagementChanges,
  ],
  access: {
    Engagement: profiles,
    // A municipality sees its own engagements only.
    "MunicipalityFilter.engagements": persons,
    "MunicipalityFilter.engagementHistory": persons,
    "Engagement.applicant": persons,
    "Query.engagement": persons,
    "Query.engagementHistory": persons,
    "Query.engagements": persons,
    "Registration.engagements": persons,
  },
  persons: {
    Engagement: personBy("applicantId" satisfies keyof Engagement, (id) => `applicant:${id}`),
  },
  listSizes: { "Applicant.engagementHistory": 200, "Registration.engagements": 200 },
  writable: { engagement: "INSERT, UPDATE, DELETE" },
  readable: { profiles: { engagement: "all" }, statistics: { engagement: "all" } },
};
