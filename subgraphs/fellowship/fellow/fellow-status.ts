import { registerEnumType } from "type-graphql";

/** How far a fellow has come. */
export enum FellowStatus {
  ADMITTED = "ADMITTED",
  COMPLETED = "COMPLETED",
  WITHDRAWN = "WITHDRAWN",
}

registerEnumType(FellowStatus, {
  name: "FellowStatus",
  description: "How far a fellow has come.",
  valuesConfig: {
    ADMITTED: { description: "Admitted to a cohort, and neither of the others." },
    COMPLETED: { description: "Has completed the fellowship." },
    WITHDRAWN: { description: "Has left it before its end." },
  },
});
