import { fiscalYearOfDay } from "../../catalog/fiscal-year/fiscal-year-range";
import { shown } from "../../kit/errors";
import type { ChangeDefinition } from "../../kit/mutation/change-definition";
import { type FellowshipCode, refusal } from "../error/refusal";
import { FellowshipProgram } from "../program/fellowship-program";
import { Cohort } from "./cohort";
import { cohortId } from "./cohort-id";
import type { OpenCohortInput } from "./cohort.inputs";
import { checkCohortDays, checkCohortNumber, type CohortValues } from "./cohort.rules";

const exists = refusal(
  "COHORT_EXISTS",
  "Expected a number that the program has not used: it has just been taken.",
  "number",
);

/** Opens a cohort of a program. */
export const openCohort: ChangeDefinition<OpenCohortInput, Cohort, FellowshipCode> = {
  name: "openCohort",
  node: Cohort,
  constraints: { cohort_pkey: exists, cohort_program_code_number_key: exists },
  work: async (change, { program, number, startsOn, endsOn }) => {
    const id = cohortId(program, number);
    change.refuse([...checkCohortNumber(number), ...checkCohortDays({ startsOn, endsOn })]);
    change.check(
      (await change.manager.findOne(FellowshipProgram, {
        where: { code: program },
        comment: "openCohort.program",
      })) !== null,
      "UNKNOWN_PROGRAM",
      `Expected the code of a fellowship program, received ${shown(program)}.`,
      ...["input", "program"],
    );
    change.check(
      (await change.find(Cohort, { id })) === undefined,
      "COHORT_EXISTS",
      `Expected a number that ${program} has not used, received ${number}.`,
      ...["input", "number"],
    );
    return change.insert(Cohort, {
      id,
      programCode: program,
      number,
      ...daysOf({ startsOn, endsOn }),
    });
  },
};

/** What is stored of the days of a cohort that are known exactly. */
export function daysOf({ startsOn, endsOn }: CohortValues): Partial<Cohort> {
  return {
    startsOn,
    startsEarliest: startsOn,
    startsLatest: startsOn,
    endsOn,
    endsLatest: endsOn,
    fiscalYearNumber: fiscalYearOfDay(startsOn),
  };
}
