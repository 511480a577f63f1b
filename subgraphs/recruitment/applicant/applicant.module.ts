import { personBy } from "../../kit/access/persons-seen";
import { queries } from "../../kit/record/declared-fields";
import { oneKnownByKey } from "../../kit/record/one-by-key";
import type { Module } from "../../kit/subgraph/module";
import { persons } from "../record/policies";
import { Applicant } from "./applicant";
import { applicantChanges } from "./applicant.changes";
import { applicants } from "./applicant.list";

/** Persons who apply. */
export const applicantModule: Module = {
  entities: [Applicant],
  resolvers: [
    queries({
      applicant: oneKnownByKey(
        Applicant,
        "The applicant with this id; null where there is none.",
        "Of the applicant.",
      ),
      applicants: applicants.all({ description: "All applicants." }),
    }),
    applicantChanges,
  ],
  access: { Applicant: persons },
  persons: {
    Applicant: personBy("id" satisfies keyof Applicant, (id) => `applicant:${id}`),
  },
  writable: { applicant: "INSERT, UPDATE, DELETE" },
  readable: { profiles: { applicant: "all" } },
};
