import { In, IsNull } from "typeorm";
import { fiscalYearOfDay } from "../../catalog/fiscal-year/fiscal-year-range";
import { shown } from "../../kit/errors";
import { day, id, optional, whole } from "../../kit/graphql/input-fields";
import type { Change } from "../../kit/mutation/change";
import { dayAfter, type StartedPeriod } from "../../kit/rules/period";
import { atTheSameMoment } from "../../kit/rules/rule";
import { betweenRule } from "../../kit/rules/text.rules";
import { FellowshipProgram } from "../program/fellowship-program";
import { adding, changesOf, changing } from "../record/fellowship-changes";
import type { FellowshipErrorCode } from "../record/fellowship-error-code";
import { Cohort, cohortId } from "./cohort";
import {
  cohortDaysRules,
  type CohortUse,
  type CohortValues,
  shownPeriod,
  usesRules,
} from "./cohort.rules";
import { Fellow } from "./fellow";
import { PhaseSchedule } from "./phase-schedule";
import { Placement } from "./placement";

const largestNumber = 2_147_483_647;

const exists = atTheSameMoment("COHORT_EXISTS", "a number that the program has not used", "number");

/** What the office does with cohorts. */
export const cohortChanges = changesOf(Cohort, {
  openCohort: adding({
    description: "Opens a cohort of a program, with exact days.",
    about: "A cohort to open.",
    given: "The cohort.",
    input: {
      program: id("The program's code, as MIKE_MANSFIELD."),
      number: whole("Its number in the program, from 1: 30 is 第30期."),
      startsOn: day("Its first day."),
      endsOn: day("Its last day, as planned."),
    },
    constraints: { cohort_pkey: exists, cohort_program_code_number_key: exists },
    work: async (change, { program, number, startsOn, endsOn }) => {
      change.require(
        betweenRule(number, "number", 1, largestNumber),
        cohortDaysRules({ startsOn, endsOn }),
        {
          holds: await change.isThere(FellowshipProgram, { code: program }),
          code: "UNKNOWN_PROGRAM",
          message: `Expected the code of a fellowship program, received ${shown(program)}.`,
          at: "program",
        },
      );
      const key = cohortId(program, number);
      change.require({
        holds: (await change.find(Cohort, { id: key })) === undefined,
        code: "COHORT_EXISTS",
        message: `Expected a number that ${program} has not used, received ${number}.`,
        at: "number",
      });
      const days = daysOf({ startsOn, endsOn });
      return change.insert(Cohort, { id: key, programCode: program, number, ...days });
    },
  }),

  rescheduleCohort: changing({
    description:
      "Moves the first or last day of a cohort that the office opened. All that is in it must lie inside the new period; what a source states is not changed (PUBLISHED_FACT).",
    about: "New days of a cohort the office opened; what is not given stays.",
    given: "The cohort and its new days.",
    input: { startsOn: optional(day("Its first day.")), endsOn: optional(day("Its last day.")) },
    // It locks the cohort alone: whatever must lie inside the period is written under the cohort's lock too.
    work: async (change, input) => {
      const cohort = await change.lock(Cohort, input);
      change.require({
        holds: cohort.sourceId === null,
        code: "PUBLISHED_FACT",
        message: `Expected a cohort that the office opened, received ${cohort.id}, which ${cohort.sourceId ?? ""} states.`,
        at: "id",
      });
      change.settle();
      const startsOn = input.startsOn ?? cohort.startsOn ?? "";
      const endsOn = input.endsOn ?? cohort.endsOn ?? "";
      change.require(cohortDaysRules({ startsOn, endsOn }));
      change.settle();
      const uses = await usesOf(change, cohort.id);
      change.require(usesRules({ from: startsOn, to: dayAfter(endsOn) }, uses));
      return change.update(Cohort, cohort, daysOf({ startsOn, endsOn }));
    },
  }),
});

/** What is stored of the days of a cohort that are known exactly. */
function daysOf({ startsOn, endsOn }: CohortValues): Partial<Cohort> {
  return {
    startsOn,
    startsEarliest: startsOn,
    startsLatest: startsOn,
    endsOn,
    endsLatest: endsOn,
    fiscalYearNumber: fiscalYearOfDay(startsOn),
  };
}

async function usesOf(change: Change<FellowshipErrorCode>, cohortId: string): Promise<CohortUse[]> {
  const fellows = await change.see(Fellow, {
    where: { cohortId },
    comment: "rescheduleCohort.fellows",
  });
  const placements = await change.see(Placement, {
    where: { fellowId: In(fellows.map((fellow) => fellow.id)), cancelledOn: IsNull() },
    comment: "rescheduleCohort.placements",
  });
  const phases = await change.see(PhaseSchedule, {
    where: { cohortId },
    comment: "rescheduleCohort.phases",
  });
  return [
    ...phases.map((phase) => useDuring(`phase ${phase.phaseCode}`, phase)),
    ...placements.map((placement) => useDuring(`placement ${placement.id}`, placement)),
    ...fellows.map(useOf),
  ];
}

function useDuring(what: string, { from, to }: StartedPeriod): CohortUse {
  return { what: `${what}, from ${shownPeriod({ from, to })}`, from, to };
}

/** The fellowship is completed inside the period; the fellow is admitted, and may withdraw, before it or inside. */
function useOf({ fellowNumber, admittedOn, completedOn, withdrawnOn }: Fellow): CohortUse {
  const last = completedOn ?? withdrawnOn ?? admittedOn;
  return {
    what: `${last}, a day of fellow ${fellowNumber}`,
    from: completedOn,
    to: dayAfter(last),
  };
}
