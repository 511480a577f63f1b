import { registerEnumType } from "type-graphql";
import { SuppressionReason } from "../../kit/statistics/answer";

registerEnumType(SuppressionReason, {
  name: "SuppressionReason",
  description: "Why a number is not there.",
  valuesConfig: {
    SMALL_GROUP: {
      description:
        "It is about fewer persons than may be shown, or one that is could be computed from it. Which of the two is not told.",
    },
    OVERLAPPING_GROUPS: {
      description:
        "Persons can be in several of the groups it sums, and how many are is not shown: it lies between its bounds.",
    },
    NOT_TOLD: {
      description:
        "Statistics do not tell the caller of it, whatever it is, as of what is counted up to a day.",
    },
    NOT_COVERED: {
      description:
        "The records do not reach the day or the whole year: they begin later, or it is not over. How far they reach is in `covers`.",
    },
    NOT_ADDITIVE: {
      description:
        "Numbers of several days, of persons over several years, or of groups that overlap do not add up to one number.",
    },
  },
});

export { SuppressionReason };
