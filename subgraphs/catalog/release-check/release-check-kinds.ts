import { registerEnumType } from "type-graphql";
import { FindingKind, NumberKind } from "../../kit/release/check/check-task";

registerEnumType(FindingKind, {
  name: "ReleaseFindingKind",
  description: "In what way a number would be known too well.",
  valuesConfig: {
    SUPPRESSED: {
      description:
        "The last release suppresses it, and it would be known more exactly than `width`.",
    },
    HIDDEN: { description: "The tables hide it, and it would be known more exactly than `width`." },
    SHOWN: { description: "The tables show it, and it is about fewer persons than the threshold." },
    COMPUTED: {
      description:
        "Nothing shows it, but anybody could compute that it is about somebody, and about fewer persons than the threshold.",
    },
    CHANGED: {
      description:
        "It is shown for another day less than three months away too, and differs by fewer persons than the threshold: that may be one event. `lower` and `upper` are the difference.",
    },
  },
});

registerEnumType(NumberKind, {
  name: "CheckedNumberKind",
  description: "What a number is of.",
  valuesConfig: {
    GROUP: { description: "Of a group: a row of a table, or a sum of rows." },
    OTHERS: {
      description:
        "Of all groups by `dimension` together that are hidden or have no row, within the group of `keys`.",
    },
    OUTSIDE: {
      description:
        "Of those who are not in the group, but in another by `dimension`, where somebody can be in several.",
    },
    SEVERAL: {
      description:
        "How much more the groups by `dimension` add up to than the group of `keys`, as somebody can be in several of them.",
    },
    REST: {
      description:
        "Of those in the group whom the measure does not count, but the one that it is a part of does.",
    },
  },
});

export { FindingKind, NumberKind };
