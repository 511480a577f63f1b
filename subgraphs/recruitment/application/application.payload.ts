import { payloadType } from "../../kit/mutation/payload-type";
import { RecruitmentUserError } from "../record/recruitment-error-code";
import { Application } from "./application";

/** The answer of the mutations of applications. */
export const ApplicationPayload = payloadType(
  "Application",
  "application",
  Application,
  RecruitmentUserError,
);
