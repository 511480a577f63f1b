import { payloadType } from "../../kit/mutation/payload-type";
import { RecruitmentUserError } from "../record/recruitment-error-code";
import { Solicitation } from "./solicitation";

/** The answer of the mutations of solicitations. */
export const SolicitationPayload = payloadType(
  "Solicitation",
  "solicitation",
  Solicitation,
  RecruitmentUserError,
);
