import type { ChangeDefinition } from "../../kit/mutation/change-definition";
import { isNumber } from "../../kit/number-form";
import { Cohort } from "../cohort/cohort";
import { factsOfCohort } from "../cohort/cohort-period";
import { type FellowshipCode, refusal } from "../error/refusal";
import { longestName, textRefused } from "../rules/common.rules";
import { programOfCohort } from "../program/program-of-cohort";
import { Fellow } from "./fellow";
import { FellowStatus } from "./fellow-status";
import type { AdmitFellowInput } from "./fellow.inputs";
import { checkAdmission, longestFellowNumber } from "./fellow.rules";

/** Admits a fellow to a cohort, published or opened; in a synthetic one, a synthetic fellow. Locks the cohort, so that its period stays. */
export const admitFellow: ChangeDefinition<AdmitFellowInput, Fellow, FellowshipCode> = {
  name: "admitFellow",
  node: Fellow,
  constraints: {
    fellow_number_once: refusal(
      "FELLOW_NUMBER_TAKEN",
      "Expected a number that no fellow has: it has just been taken.",
      "fellowNumber",
    ),
    fellow_number_form: textRefused(longestFellowNumber, "fellowNumber"),
    fellow_name_is_text: textRefused(longestName, "name"),
  },
  work: async (change, input) => {
    const cohort = await change.lock(Cohort, { id: input.cohort }, "input", "cohort");
    const program = await programOfCohort(change.manager, cohort, "admitFellow");
    const fellowNumber = input.fellowNumber.trim();
    const namesakes = isNumber(fellowNumber, longestFellowNumber)
      ? await change.see(Fellow, { where: { fellowNumber }, comment: "admitFellow.number" })
      : [];
    const facts = {
      today: change.today,
      sendingCountry: program.sendingCountryCode,
      cohort: factsOfCohort(cohort),
      isNumberTaken: namesakes.length > 0,
    };
    change.refuse(checkAdmission(input, facts));
    return change.insert(Fellow, {
      fellowNumber,
      name: input.name.trim(),
      cohortId: cohort.id,
      sendingAgencyCode: input.sendingAgency,
      status: FellowStatus.ADMITTED,
      admittedOn: input.admittedOn,
      synthetic: cohort.synthetic,
    });
  },
};
