import { fieldsOf } from "../../kit/record/declared-fields";
import { rowsBy } from "../../kit/record/by-key";
import { loaded } from "../../kit/record/one-by-key";
import type { Module } from "../../kit/subgraph/module";
import { records } from "../record/policies";
import { FellowshipPhase } from "../program/fellowship-phase";
import { phasesByProgramCode } from "../program/fellowship-program.list";
import { Cohort } from "./cohort";
import { PhaseSchedule } from "./phase-schedule";
import { phaseScheduleChanges } from "./phase-schedule.changes";
import { phaseScheduleCorrections } from "./phase-schedule.corrections";

const phaseSchedulesByCohortId = rowsBy("phaseSchedulesByCohortId", PhaseSchedule, "cohortId", {
  order: { from: "ASC" },
});

/** When cohorts go through the phases of their program. */
export const phaseScheduleModule: Module = {
  entities: [PhaseSchedule],
  resolvers: [
    fieldsOf(PhaseSchedule, {
      phase: {
        type: () => FellowshipPhase,
        description: "The phase of the program.",
        find: async ({ programCode, phaseCode }, _args, context) => {
          const phases = await context.load(phasesByProgramCode, programCode);
          return phases.find(({ code }) => code === phaseCode);
        },
      },
    }),
    fieldsOf(Cohort, {
      phaseSchedule: loaded(
        () => [PhaseSchedule],
        "When it goes through the phases of its program, in order; those not scheduled are left out.",
        phaseSchedulesByCohortId,
        ({ id }: Cohort) => id,
      ),
    }),
    phaseScheduleChanges,
    phaseScheduleCorrections,
  ],
  access: { PhaseSchedule: records },
  listSizes: { "Cohort.phaseSchedule": 20 },
  writable: { phase_schedule: "INSERT, UPDATE, DELETE" },
};
