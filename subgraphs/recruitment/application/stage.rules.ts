import type { Rule } from "../../kit/rules/rule";
import type { RecruitmentErrorCode } from "../record/recruitment-error-code";
import type { ApplicationStage } from "./application-stage";

/** Whether what is asked can be done at a stage: `true`, or the code of why not. */
type Allowance = Readonly<Record<ApplicationStage, true | RecruitmentErrorCode>>;

const toDecide: Allowance = {
  SUBMITTED: true,
  EVALUATED: true,
  SELECTED: "ALREADY_DECIDED",
  REJECTED: "ALREADY_DECIDED",
  TRAINED: "ALREADY_DECIDED",
  TRAINING_FAILED: "ALREADY_DECIDED",
  REGISTERED: "ALREADY_DECIDED",
  WITHDRAWN: "APPLICATION_WITHDRAWN",
};

const toWithdraw: Allowance = {
  SUBMITTED: true,
  EVALUATED: true,
  SELECTED: true,
  REJECTED: "ALREADY_DECIDED",
  TRAINED: true,
  TRAINING_FAILED: true,
  REGISTERED: "ALREADY_REGISTERED",
  WITHDRAWN: "APPLICATION_WITHDRAWN",
};

const toEnrol: Allowance = {
  SUBMITTED: "NOT_SELECTED",
  EVALUATED: "NOT_SELECTED",
  SELECTED: true,
  REJECTED: "NOT_SELECTED",
  TRAINED: "ALREADY_TRAINED",
  TRAINING_FAILED: true,
  REGISTERED: "ALREADY_TRAINED",
  WITHDRAWN: "APPLICATION_WITHDRAWN",
};

const toRegister: Allowance = {
  SUBMITTED: "NOT_SELECTED",
  EVALUATED: "NOT_SELECTED",
  SELECTED: "TRAINING_NOT_COMPLETED",
  REJECTED: "NOT_SELECTED",
  TRAINED: true,
  TRAINING_FAILED: "TRAINING_NOT_COMPLETED",
  REGISTERED: "ALREADY_REGISTERED",
  WITHDRAWN: "APPLICATION_WITHDRAWN",
};

/** An application is judged and decided on while it is neither decided nor withdrawn. */
export function undecidedRule(stage: ApplicationStage, at = "id"): Rule<RecruitmentErrorCode> {
  return atStage(toDecide, stage, at);
}

/** An application is withdrawn until it is rejected or registered. */
export function withdrawalStageRule(stage: ApplicationStage): Rule<RecruitmentErrorCode> {
  return atStage(toWithdraw, stage, "id");
}

/** A candidate is enrolled who is selected and not yet trained. */
export function enrolStageRule(stage: ApplicationStage): Rule<RecruitmentErrorCode> {
  return atStage(toEnrol, stage, "application");
}

/** A candidate is registered who is trained and not yet registered. */
export function registrationStageRule(stage: ApplicationStage): Rule<RecruitmentErrorCode> {
  return atStage(toRegister, stage, "id");
}

function atStage(
  allowance: Allowance,
  stage: ApplicationStage,
  at: string,
): Rule<RecruitmentErrorCode> {
  const answer = allowance[stage];
  const possible = Object.entries(allowance).flatMap(([one, holds]) =>
    holds === true ? [one] : [],
  );
  return {
    holds: answer === true,
    code: answer === true ? "NOT_FOUND" : answer,
    message: `Expected an application at stage ${possible.join(", ")}, found it at ${stage}.`,
    at,
  };
}
