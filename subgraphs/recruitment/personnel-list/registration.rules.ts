import { inRange } from "../../catalog/rules/day.rules";
import { notBefore, notInFuture, periodRule } from "../../kit/rules/day.rules";
import { overlap, type StartedPeriod } from "../../kit/rules/period";
import type { Rules } from "../../kit/rules/rule";
import { noteRule } from "../../kit/rules/text.rules";
import type { ApplicationFacts } from "../application/application.rules";
import { ApplicationStage } from "../application/application-stage";
import { registrationStageRule } from "../application/stage.rules";
import type { RecruitmentErrorCode } from "../record/recruitment-error-code";
import type { SkillCategoryCode } from "../skill-standard/skill-category-code";
import type { Registration } from "./registration";

/** A place on the list as the rules see it. */
export type Place = Pick<Registration, "from" | "to" | "categoryCode">;

/** A candidate is entered on the list once trained, and is not on it in the same category. */
export function registrationRules(
  values: { readonly from: string; readonly categories: readonly SkillCategoryCode[] },
  { stage, since }: Pick<ApplicationFacts, "stage" | "since">,
  places: readonly Place[],
  today: string,
): Rules<RecruitmentErrorCode> {
  const { from, categories } = values;
  const taken = places.find(
    (place) => categories.includes(place.categoryCode) && overlap({ from, to: null }, place),
  );
  return [
    registrationStageRule(stage),
    inRange(from, "from"),
    notInFuture(from, today, "from"),
    notBefore(from, since, "when the application reached its stage", "from"),
    {
      holds: taken === undefined || stage === ApplicationStage.REGISTERED,
      code: "ALREADY_REGISTERED",
      message: `Expected a person who is not on the list as ${taken?.categoryCode ?? ""} on ${from} or later, found a registration from ${taken?.from ?? ""}. Remove it first.`,
      at: "id",
    },
  ];
}

/**
 * A registration is removed once, after its first day and after the first days of all engagements that came of it and
 * were not cancelled. The day can be in the future. Engagements that have begun go on: they are between the person and the
 * municipality.
 */
export function removalRules(
  values: { readonly on: string; readonly reason: string },
  registration: StartedPeriod,
  lastEngagementFrom: string | null,
): Rules<RecruitmentErrorCode> {
  return [
    {
      holds: registration.to === null,
      code: "ALREADY_REMOVED",
      message: `Expected a registration that is open, found it removed on ${registration.to ?? ""}.`,
      at: "id",
    },
    inRange(values.on, "on"),
    periodRule(registration.from, values.on, "on"),
    {
      holds: lastEngagementFrom === null || lastEngagementFrom < values.on,
      code: "ENGAGED_LATER",
      message: `Expected a day after ${lastEngagementFrom ?? ""}, when the last engagement of the registration begins, received ${values.on}.`,
      at: "on",
    },
    noteRule(values.reason, "reason"),
  ];
}
