import { rowsOfKeys } from "../../kit/loaders";
import type { DatabaseLoader } from "../../kit/request-context";
import { StageTransition } from "./stage-transition";

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
  ORDER BY id LIMIT 1
) c ON true
WHERE t.application_id = ANY($1) ORDER BY t.application_id, t.number`,
      [ids],
    );
    const transitions = rows.map((row) => Object.assign(new StageTransition(), row));
    return rowsOfKeys(ids, transitions, ({ applicationId }) => applicationId);
  },
};
