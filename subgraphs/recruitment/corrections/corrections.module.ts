import type { Module } from "../../kit/subgraph/module";
import { applicationCorrections } from "./application.corrections";
import { engagementCorrections } from "./engagement.corrections";
import { enrolmentCorrections } from "./enrolment.corrections";
import { evaluationCorrections } from "./evaluation.corrections";
import { listRequestCorrections } from "./list-request.corrections";
import { registrationCorrections } from "./registration.corrections";

/** Puts right what was recorded wrongly. Above all aggregates: a correction checks all that hangs together. */
export const correctionsModule: Module = {
  resolvers: [
    applicationCorrections,
    registrationCorrections,
    engagementCorrections,
    listRequestCorrections,
    evaluationCorrections,
    enrolmentCorrections,
  ],
};
