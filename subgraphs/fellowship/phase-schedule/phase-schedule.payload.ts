import { payloadType } from "../../kit/mutation/payload-type";
import { FellowshipUserError } from "../error/fellowship-user-error";
import { PhaseSchedule } from "./phase-schedule";

/** The answer of the mutations that schedule phases. */
export const PhaseSchedulePayload = payloadType(
  "PhaseSchedule",
  "phaseSchedule",
  PhaseSchedule,
  FellowshipUserError,
);
