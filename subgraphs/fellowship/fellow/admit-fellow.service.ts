import type { ChangeDefinition } from "../../kit/mutation/change-definition";
import { Cohort } from "../cohort/cohort";
import { factsOfCohort } from "../cohort/cohort-period";
import { type FellowshipCode, refusal } from "../error/refusal";
import { programOfCohort } from "../program/program-of-cohort";
import { Fellow } from "./fellow";
import { FellowStatus } from "./fellow-status";
import type { AdmitFellowInput } from "./fellow.inputs";
import { checkAdmission } from "./fellow.rules";

/** Admits a fellow to a cohort, published or opened. Locks the cohort, so that its period stays. */
export const admitFellow: ChangeDefinition<AdmitFellowInput, Fellow, FellowshipCode> = {
  name: "admitFellow",
  node: Fellow,
  constraints: {
    fellow_number_once: refusal(
      "FELLOW_NUMBER_TAKEN",
      "Expected a number that no fellow has: it has just been taken.",
      "fellowNumber",
    ),
  },
  work: async (change, input) => {
    const cohort = await change.lock(Cohort, { id: input.cohort }, "input", "cohort");
    const program = await programOfCohort(change.manager, cohort, "admitFellow");
    const fellowNumber = input.fellowNumber.trim();
    const namesake = await change.manager.findOne(Fellow, {
      where: { fellowNumber },
      comment: "admitFellow.number",
    });
    const facts = {
      today: change.today,
      sendingCountry: program.sendingCountryCode,
      cohort: factsOfCohort(cohort),
      isNumberTaken: namesake !== null,
    };
    change.refuse(checkAdmission(input, facts));
    return change.insert(Fellow, {
      fellowNumber,
      name: input.name.trim(),
      cohortId: cohort.id,
      sendingAgencyCode: input.sendingAgency,
      status: FellowStatus.ADMITTED,
      admittedOn: input.admittedOn,
    });
  },
};
