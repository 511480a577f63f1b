import { day, id, optional, whole } from "../../kit/graphql/input-fields";
import { dayAfter } from "../../kit/rules/period";
import { adding, changesOf, changing } from "../record/fellowship-changes";
import { Cohort, cohortId } from "./cohort";
import { cohortDaysRules, cohortNumberRules, openedRule, usesRules } from "./cohort.rules";
import {
  cohortConstraints as constraints,
  daysOf,
  requireProgram,
  requireUnused,
  usesOf,
} from "./cohort.service";

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
    constraints,
    work: async (change, { program, number, startsOn, endsOn }) => {
      change.require(cohortNumberRules(number), cohortDaysRules({ startsOn, endsOn }));
      await requireProgram(change, program);
      await requireUnused(change, program, number);
      const days = daysOf({ startsOn, endsOn });
      return change.insert(Cohort, {
        id: cohortId(program, number),
        programCode: program,
        number,
        ...days,
      });
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
      change.require(openedRule(cohort));
      change.settle();
      const startsOn = input.startsOn ?? cohort.startsOn ?? "";
      const endsOn = input.endsOn ?? cohort.endsOn ?? "";
      change.require(cohortDaysRules({ startsOn, endsOn }));
      change.settle();
      const uses = await usesOf(change, cohort.id, "rescheduleCohort");
      change.require(usesRules({ from: startsOn, to: dayAfter(endsOn) }, uses));
      return change.update(Cohort, cohort, daysOf({ startsOn, endsOn }));
    },
  }),
});
