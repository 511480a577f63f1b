import { DeclaredList } from "../../kit/record/declared-list";
import { type DatabaseLoader, rowsOfKeys } from "../../kit/loaders";
import { byKey, rowsBy } from "../../kit/record/by-key";
import type { RequestContext } from "../../kit/request/request-context";
import { Application, ApplicationCategory, SelectedCategory, StageTransition } from "./application";

/** All applications, in order of receipt. */
export const applications = new DeclaredList(Application, {
  plural: "applications",
  order: ["RECEIVED_ON"],
  ordered: "by day of receipt, earliest first",
  known: { table: "application" },
});

/** The applications of persons, latest first, by the person's id. */
export const applicationsByApplicantId = rowsBy(
  "applicationsByApplicantId",
  Application,
  "applicantId",
  { order: { receivedOn: "DESC", id: "ASC" } },
);

/** The categories that applications are for, by application. */
export const categoryCodesByApplicationId = rowsBy(
  "categoryCodesByApplicationId",
  ApplicationCategory,
  "applicationId",
  { order: {} },
);

/** The categories that applications were selected in, by application. */
export const selectedCodesByApplicationId = rowsBy(
  "selectedCodesByApplicationId",
  SelectedCategory,
  "applicationId",
  { order: {} },
);

/** Every stage of applications with who recorded it, in order, by application. */
export const stagesByApplicationId: DatabaseLoader<string, StageTransition[]> = {
  name: "stagesByApplicationId",
  batch: async (ids, database) => {
    const rows: object[] = await database.query(
      `/* stagesByApplicationId */
SELECT t.application_id AS "applicationId", t.number, t.stage, t.effective_on AS "on",
  t.recorded_at AS "at", t.reason, c.actor AS "by"
FROM stage_transition t LEFT JOIN LATERAL (
  SELECT actor FROM change_record
  WHERE record_type = 'stage_transition' AND record_id = t.application_id || '/' || t.number
  ORDER BY id DESC LIMIT 1
) c ON true
WHERE t.application_id = ANY($1) ORDER BY t.application_id, t.number`,
      [ids],
    );
    const transitions = rows.map((row) => Object.assign(new StageTransition(), row));
    return rowsOfKeys(ids, transitions, ({ applicationId }) => applicationId);
  },
};

/** The person whom an application is about. */
export async function applicantOf(applicationId: string, context: RequestContext): Promise<string> {
  const application = await context.load(byKey(Application), applicationId);
  return application ? `applicant:${application.applicantId}` : `application:${applicationId}`;
}
