import { Agency } from "../../catalog/agency/agency";
import { Country } from "../../catalog/country/country";
import { personBy } from "../../kit/access/persons-seen";
import { fieldsOf, queries } from "../../kit/record/declared-fields";
import { many, one } from "../../kit/record/declared-relations";
import { oneKnownByKey } from "../../kit/record/one-by-key";
import type { Module } from "../../kit/subgraph/module";
import { persons } from "../record/policies";
import { Cohort } from "./cohort";
import { cohorts } from "./cohort.list";
import { Fellow } from "./fellow";
import { fellowChanges } from "./fellow.changes";
import { fellowCorrections } from "./fellow.corrections";
import { fellowImport } from "./fellow.import";
import { fellows } from "./fellow.list";

const ofCohort = fellows.by("cohort_id");
const ofAgency = fellows.by("sending_agency_code", { name: "byAgencyCode" });
const ofCountry = fellows.by("sending_country_code", { name: "byCountryCode" });
const codeOf = ({ code }: { readonly code: string }) => code;

fellows.relatesTo({
  cohortIs: one(cohorts, {
    key: "cohort_id",
    description: "By the cohort itself, not its id alone.",
  }),
});
cohorts.relatesTo({
  fellows: many(fellows, { toKey: "cohort_id", description: "By its fellows on record." }),
});

/** Fellows, from admission to completion or withdrawal. */
export const fellowModule: Module = {
  entities: [Fellow],
  resolvers: [
    queries({
      fellow: oneKnownByKey(
        Fellow,
        "The fellow with this id; null where there is none.",
        "The fellow's id; the number is a filter of fellows.",
      ),
      fellows: fellows.all({
        description: "The fellows on record; published numbers of fellows are fellowshipFigures.",
      }),
    }),
    fieldsOf(Cohort, {
      fellows: ofCohort.all(({ id }: Cohort) => id, {
        nullable: false,
        description: "Its fellows on record; how many it has as published is publishedFellows.",
      }),
    }),
    fieldsOf(Agency, {
      fellowsSent: ofAgency.all(codeOf, {
        description: "The fellows that it sent, as far as they are on record.",
      }),
    }),
    fieldsOf(Country, {
      fellows: ofCountry.all(codeOf, {
        description: "The fellows on record that its agencies sent.",
      }),
    }),
    fellowChanges,
    fellowCorrections,
  ],
  access: { Fellow: persons },
  persons: { Fellow: personBy("id" satisfies keyof Fellow, (id) => `fellow:${id}`) },
  writable: { fellow: "INSERT, UPDATE, DELETE" },
  readable: { statistics: { fellow: "all" } },
  imports: [fellowImport],
};
