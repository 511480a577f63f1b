import type { RecruitmentChange } from "../record/record.service";
import type { SkillCategoryCode } from "../skill-standard/skill-category-code";
import type { Application } from "./application";
import type { ApplicationFacts } from "./application.rules";
import { ApplicationStage } from "./application-stage";
import { StageTransition } from "./stage-transition";

/** Reads what the rules ask of an application that is locked, with two statements. */
export async function factsOf(
  change: RecruitmentChange,
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
  change: RecruitmentChange,
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
