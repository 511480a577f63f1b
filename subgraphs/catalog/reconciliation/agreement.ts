import { registerEnumType } from "type-graphql";

/** Whether records agree with a published figure. */
export enum Agreement {
  AGREES = "AGREES",
  DIFFERS = "DIFFERS",
  NOT_COMPUTABLE = "NOT_COMPUTABLE",
  VALUE_UNKNOWN = "VALUE_UNKNOWN",
  WITHHELD = "WITHHELD",
}

registerEnumType(Agreement, {
  name: "Agreement",
  description: "Whether the count from records agrees with the published figure.",
  valuesConfig: {
    AGREES: { description: "The count from records is the same." },
    DIFFERS: { description: "The count from records differs; `difference` shows by how much." },
    NOT_COMPUTABLE: {
      description: "It cannot be counted from records; `notComputableReason` gives the reason.",
    },
    VALUE_UNKNOWN: { description: "It was published, but its value is not known." },
    WITHHELD: {
      description:
        "The count is not shown to the caller, for the reason in `computed`; nor is whether it agrees.",
    },
  },
});
