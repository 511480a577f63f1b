import type { ApplicationFacts } from "../application/application.rules";
import { ApplicationStage } from "../application/application-stage";
import { mayRegister } from "../application/stage.rules";
import { brokenRules, type RecruitmentRefusal } from "../record/broken-rules";
import { type DatedRecord, overlap } from "../record/dated-record";
import { inRange, notBefore, notInFuture, periodRule } from "../record/day.rules";
import { noteRule } from "../record/text.rules";
import type { SkillCategoryCode } from "../skill-standard/skill-category-code";
import type { Registration } from "./registration";

/** A place on the list as the rules see it. */
export type Place = Pick<Registration, "from" | "to" | "categoryCode">;

/** A candidate is entered on the list once trained, and is not on it in the same category. */
export function checkRegistration(
  values: { readonly from: string; readonly categories: readonly SkillCategoryCode[] },
  { stage, since }: Pick<ApplicationFacts, "stage" | "since">,
  places: readonly Place[],
  today: string,
): RecruitmentRefusal[] {
  const { from, categories } = values;
  const taken = places.find(
    (place) => categories.includes(place.categoryCode) && overlap({ from, to: null }, place),
  );
  return brokenRules(
    mayRegister(stage),
    inRange(from, "from"),
    notInFuture(from, today, "from"),
    notBefore(from, since, "when the application reached its stage", "from"),
    {
      holds: taken === undefined || stage === ApplicationStage.REGISTERED,
      code: "ALREADY_REGISTERED",
      message: `Expected a person who is not on the list as ${taken?.categoryCode ?? ""} on ${from} or later, found a registration from ${taken?.from ?? ""}. Remove it first.`,
      at: "id",
    },
  );
}

/**
 * A registration is removed once, after its first day and not before an engagement that came of it, and was not
 * cancelled, begins. The day may
 * lie ahead. Engagements that have begun go on: they are between the person and the municipality.
 */
export function checkRemoval(
  values: { readonly on: string; readonly reason: string },
  registration: Pick<DatedRecord, "from" | "to">,
  lastEngagementFrom: string | null,
): RecruitmentRefusal[] {
  return brokenRules(
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
  );
}
