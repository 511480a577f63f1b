import { DatedRecord } from "../../kit/record/dated-record";
import { hidden, record, reference } from "../../kit/record/fields";
import { noteShown } from "../../kit/record/shown-fields";
import type { FellowshipPhaseCode } from "../program/fellowship-phase";
import { Cohort } from "./cohort";

/** When a cohort goes through a phase of its program. */
@record("phase_schedule", "When a cohort goes through a phase of its program.")
export class PhaseSchedule extends DatedRecord {
  @reference(() => Cohort, "The cohort that goes through the phase.")
  cohortId: string;

  @hidden("text")
  programCode: string;

  @hidden("text")
  phaseCode: FellowshipPhaseCode;
}

// The field `phase` shows it, together with the program.
noteShown(PhaseSchedule.prototype, "phaseCode" satisfies keyof PhaseSchedule, "phase");
