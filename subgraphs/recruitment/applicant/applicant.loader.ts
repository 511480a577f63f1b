import { recordById } from "../record/record.loader";
import { Applicant } from "./applicant";

/** Applicants by id; `null` for an id without one. */
export const applicantById = recordById("applicantById", Applicant);
