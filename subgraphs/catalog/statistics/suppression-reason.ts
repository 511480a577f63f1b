import { registerEnumType } from "type-graphql";
import { SuppressionReason } from "../../kit/statistics/answer";

registerEnumType(SuppressionReason, {
  name: "SuppressionReason",
  description: "Why a number is missing.",
  valuesConfig: {
    SMALL_GROUP: {
      description:
        "It is about too few persons, or a number about too few could be computed from it. Which of the two is not shown.",
    },
    OVERLAPPING_GROUPS: {
      description:
        "It sums groups that overlap, and how many persons are in several of them is not shown. The number lies between its bounds.",
    },
    NOT_TOLD: {
      description:
        "It is not released to the caller, whatever its value; for example a flow that is counted up to a day.",
    },
    NOT_COVERED: {
      description:
        "The records do not cover the day or the whole year: they begin later, or it is not over. `covers` gives the days that they cover.",
    },
    NOT_ADDITIVE: {
      description:
        "Numbers of several days, of persons over several years, or of overlapping groups cannot be added up.",
    },
  },
});

export { SuppressionReason };
