import { In } from "typeorm";
import { rowsOfKeys } from "../../kit/loaders";
import type { DatabaseLoader } from "../../kit/request-context";
import { PhaseSchedule } from "./phase-schedule";

/** The schedules of cohorts, in order of time, by the cohort's id. */
export const phaseSchedulesByCohortId: DatabaseLoader<string, PhaseSchedule[]> = {
  name: "phaseSchedulesByCohortId",
  batch: async (ids, database) => {
    const schedules = await database.getRepository(PhaseSchedule).find({
      where: { cohortId: In([...ids]) },
      order: { from: "ASC" },
      comment: "phaseSchedulesByCohortId",
    });
    return rowsOfKeys(ids, schedules, ({ cohortId }) => cohortId);
  },
};
