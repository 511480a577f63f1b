import type { Module } from "../../kit/subgraph/module";
import { applicationCorrections } from "./application.corrections";
import { courseCorrections } from "./course.corrections";
import { engagementCorrections } from "./engagement.corrections";
import { enrolmentCorrections } from "./enrolment.corrections";
import { evaluationCorrections } from "./evaluation.corrections";
import { listRequestCorrections } from "./list-request.corrections";
import { applicantCorrections, evaluatorCorrections } from "./party.corrections";
import { registrationCorrections } from "./registration.corrections";
import { solicitationCorrections } from "./solicitation.corrections";

/** Puts right what was recorded wrongly. Above all aggregates: a correction checks all that hangs together. */
export const correctionsModule: Module = {
  resolvers: [
    applicantCorrections,
    evaluatorCorrections,
    solicitationCorrections,
    applicationCorrections,
    evaluationCorrections,
    courseCorrections,
    enrolmentCorrections,
    registrationCorrections,
    listRequestCorrections,
    engagementCorrections,
  ],
};
