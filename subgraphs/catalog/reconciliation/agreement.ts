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
  description: "Whether what is counted from records agrees with what was published.",
  valuesConfig: {
    AGREES: { description: "Counted from records, it is the same." },
    DIFFERS: { description: "Counted from records, it is another; `difference` says by how much." },
    NOT_COMPUTABLE: {
      description: "It cannot be counted from records; `notComputableReason` says why.",
    },
    VALUE_UNKNOWN: { description: "It was published, but its value is not known." },
    WITHHELD: {
      description:
        "What is counted is not shown to the caller, for the reason that `computed` names; so neither is whether it agrees.",
    },
  },
});
