import { inRange } from "../../catalog/rules/day.rules";
import { notBefore, notInFuture, periodRule } from "../../kit/rules/day.rules";
import { overlap } from "../../kit/rules/period";
import type { Rules } from "../../kit/rules/rule";
import { noteRule } from "../../kit/rules/text.rules";
import type { Place } from "../personnel-list/registration.rules";
import type { RecruitmentErrorCode } from "../record/recruitment-error-code";
import type { SkillCategoryCode } from "../skill-standard/skill-category-code";

/** A place on the list as it is to be. */
export interface CorrectedPlace extends Place {
  readonly removalReason: string | null;
}

/** What a place on the list rests on. */
export interface PlaceFacts {
  readonly trainedOn: string | null;
  readonly selected: readonly SkillCategoryCode[];
  /** The person's other places on the list. */
  readonly others: readonly Place[];
}

/**
 * A place that is put right is in a category that the candidate was selected in, from the training on, and the only one of the
 * person in it at a time. Its removal has a reason.
 */
export function correctedPlaceRules(
  { categoryCode, from, to, removalReason }: CorrectedPlace,
  { trainedOn, selected, others }: PlaceFacts,
  today: string,
): Rules<RecruitmentErrorCode> {
  const taken = others.find(
    (one) => one.categoryCode === categoryCode && overlap({ from, to }, one),
  );
  return [
    {
      holds: selected.includes(categoryCode),
      code: "NOT_SELECTED",
      message: `Expected a category that the application was selected in, ${selected.join(", ")}, received ${categoryCode}.`,
      at: "category",
    },
    inRange(from, "from"),
    notInFuture(from, today, "from"),
    trainedOn === null ? [] : notBefore(from, trainedOn, "when the candidate was trained", "from"),
    inRange(to, "to"),
    periodRule(from, to, "to"),
    removalReasonRules(to, removalReason),
    {
      holds: taken === undefined,
      code: "ALREADY_REGISTERED",
      message: `Expected a person who is not on the list as ${categoryCode} from ${from} to before ${to ?? "an open day"}, found a registration from ${taken?.from ?? ""} to before ${taken?.to ?? "an open day"}.`,
      at: taken && taken.from < from ? "from" : "to",
    },
  ];
}

function removalReasonRules(to: string | null, reason: string | null): Rules<RecruitmentErrorCode> {
  if (to !== null) return [noteRule(reason ?? "", "removalReason")];
  return [
    {
      holds: reason === null,
      code: "INVALID_PERIOD",
      message: "Expected the day of removal with its reason, received none.",
      at: "to",
    },
  ];
}
