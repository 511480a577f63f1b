import { payloadType } from "../../kit/mutation/payload-type";
import { FellowshipUserError } from "../error/fellowship-user-error";
import { Cohort } from "./cohort";

/** The answer of the mutations that open and reschedule cohorts. */
export const CohortPayload = payloadType("Cohort", "cohort", Cohort, FellowshipUserError);
