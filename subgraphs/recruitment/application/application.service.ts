import type { Change } from "../../kit/mutation/change";
import { Refused } from "../../kit/rules/refusal";
import { brokenRules } from "../../kit/rules/rule";
import type { RecruitmentErrorCode } from "../record/recruitment-error-code";
import type { SkillCategoryCode } from "../skill-standard/skill-category-code";
import { Application, StageTransition } from "./application";
import type { ApplicationFacts } from "./application.rules";
import { ApplicationStage } from "./application-stage";
import { Solicitation } from "./solicitation";
import { noSolicitationRule } from "./solicitation.rules";

/** Reads what the rules ask of an application that is locked, with two statements. */
export async function factsOf(
  change: Change<RecruitmentErrorCode>,
  application: Application,
): Promise<ApplicationFacts> {
  const { since } = await lastStage(change, application.id);
  const rows: { code: SkillCategoryCode; on: string | null }[] = await change.manager.query(
    `/* application.evaluated */
SELECT c.category_code AS code, max(e.evaluated_on) AS "on"
FROM application_category c LEFT JOIN evaluation e USING (application_id, category_code)
WHERE c.application_id = $1 GROUP BY c.category_code ORDER BY c.category_code`,
    [application.id],
  );
  const evaluated = rows.flatMap(({ code, on }) => (on === null ? [] : [[code, on] as const]));
  return {
    stage: application.stage,
    since,
    categories: rows.map(({ code }) => code),
    evaluated: new Map(evaluated),
  };
}

/** The number of an application's last stage, and the day it was reached. */
export async function lastStage(
  change: Change<RecruitmentErrorCode>,
  applicationId: string,
): Promise<{ readonly number: number; readonly since: string }> {
  const last = await change.manager.findOneOrFail(StageTransition, {
    where: { applicationId },
    order: { number: "DESC" },
    comment: "application.lastStage",
  });
  return { number: last.number, since: last.on };
}

/** Whether each category that the application is for was judged. */
export function isEvaluated({ categories, evaluated, stage }: ApplicationFacts): boolean {
  return (
    stage === ApplicationStage.SUBMITTED && categories.every((category) => evaluated.has(category))
  );
}

/** A stage to reach. */
interface Step {
  readonly stage: ApplicationStage;
  /** The day on which it is reached. */
  readonly on: string;
  readonly reason?: string | null;
  /** The day of the decision, where the stage is one. */
  readonly decidedOn?: string;
}

/** Takes a locked application to a stage, and keeps that it was reached. */
export async function reachStage(
  change: Change<RecruitmentErrorCode>,
  application: Application,
  { stage, on, reason = null, decidedOn }: Step,
): Promise<Application> {
  change.settle();
  const { id: applicationId } = application;
  const { number } = await lastStage(change, applicationId);
  const step = { applicationId, number: number + 1, stage, on, at: change.now, reason };
  await change.insert(StageTransition, step);
  return change.update(Application, application, {
    stage,
    ...(decidedOn !== undefined && { decidedOn }),
  });
}

/**
 * Reads the solicitation of a fiscal year and keeps it as it is until the change ends, for others too who only keep it;
 * the first lock of every change that takes it.
 * @throws Refused NOT_FOUND
 */
export async function keepSolicitation(
  { manager }: Change<RecruitmentErrorCode>,
  fiscalYear: number,
): Promise<Solicitation> {
  const solicitation = await manager.findOne(Solicitation, {
    where: { fiscalYearNumber: fiscalYear },
    lock: { mode: "pessimistic_read" },
    comment: "keepSolicitation",
  });
  if (!solicitation) throw new Refused(brokenRules([noSolicitationRule(fiscalYear)]));
  return solicitation;
}
