import { registerEnumType } from "type-graphql";
import { enumFilter } from "../../kit/filter/filter-inputs";

/** What candidates are trained in. */
export enum TrainingSubject {
  LOCAL_GOVERNMENT_OPERATIONS = "LOCAL_GOVERNMENT_OPERATIONS",
  INFORMATION_SYSTEMS = "INFORMATION_SYSTEMS",
}

registerEnumType(TrainingSubject, {
  name: "RecruitmentTrainingSubject",
  description: "What candidates are trained in before they are entered on the list.",
  valuesConfig: {
    LOCAL_GOVERNMENT_OPERATIONS: { description: "How local governments work." },
    INFORMATION_SYSTEMS: { description: "The information systems of local governments." },
  },
});

/** Conditions on a subject. */
export const TrainingSubjectFilter = enumFilter(
  TrainingSubject,
  "RecruitmentTrainingSubjectFilter",
);
