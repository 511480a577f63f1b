import { day, id, optional, whole } from "../../kit/graphql/input-fields";
import { dayAfter } from "../../kit/rules/period";
import type { FellowshipChange } from "../record/fellowship-changes";
import { changesOf, correcting } from "../record/fellowship-changes";
import { Cohort, cohortId } from "./cohort";
import { emptyRules, usesHold } from "./cohort-correction.rules";
import { cohortDaysRules, cohortNumberRules, openedRule } from "./cohort.rules";
import {
  cohortConstraints as constraints,
  daysOf,
  requireProgram,
  requireUnused,
  usesOf,
} from "./cohort.service";
import { Fellow } from "./fellow";
import { PhaseSchedule } from "./phase-schedule";

/** Puts right what was recorded wrongly of a cohort that the office opened. Locks its fellows where they move, then it. */
export const cohortCorrections = changesOf(Cohort, {
  correctCohort: correcting({
    description:
      "Puts right what was recorded wrongly of a cohort that the office opened. All that is in it must lie inside its period afterwards; what a source states is not put right here (PUBLISHED_FACT). Its id follows from program and number: with another, the cohort has another id, and its fellows and phases go along.",
    about: "What was recorded wrongly of a cohort, and how it is. What is absent stays.",
    given: "What was wrong, and how it is.",
    input: {
      program: optional(
        id("The program's code; another only as long as the cohort has no fellows and phases."),
      ),
      number: optional(whole("Its number in the program, from 1.")),
      startsOn: optional(day("Its first day.")),
      endsOn: optional(day("Its last day.")),
    },
    constraints,
    work: async (change, input) => {
      const { cohort, fellows } = await lockCohort(change, input);
      const programCode = input.program ?? cohort.programCode;
      const number = input.number ?? cohort.number;
      const startsOn = input.startsOn ?? cohort.startsOn ?? "";
      const endsOn = input.endsOn ?? cohort.endsOn ?? "";
      change.require(cohortNumberRules(number), cohortDaysRules({ startsOn, endsOn }));
      if (programCode !== cohort.programCode) await requireProgram(change, programCode);
      change.settle();
      const uses = await usesOf(change, cohort.id, "correctCohort");
      change.require(usesHold({ from: startsOn, to: dayAfter(endsOn) }, uses));
      const days = daysOf({ startsOn, endsOn });
      const key = cohortId(programCode, number);
      if (key === cohort.id) return change.update(Cohort, cohort, days);
      const schedules = await change.findAll(PhaseSchedule, { cohortId: cohort.id });
      if (programCode !== cohort.programCode) {
        change.require(emptyRules(cohort, { fellows, schedules }, "program"));
      }
      await requireUnused(change, programCode, number);
      const corrected = await change.insert(Cohort, {
        ...days,
        ...{ id: key, programCode, number, version: cohort.version + 1 },
        ...{ synthetic: cohort.synthetic, note: cohort.note },
        publishedFellows: cohort.publishedFellows,
      });
      for (const fellow of fellows) await change.update(Fellow, fellow, { cohortId: key });
      for (const schedule of schedules) {
        await change.update(PhaseSchedule, schedule, { cohortId: key });
      }
      await change.remove(Cohort, cohort);
      return corrected;
    },
  }),

  takeBackCohort: correcting({
    description:
      "Takes back a cohort that the office should never have opened, once it has no fellows and no phases. It answers with what was on record, which stays in the history and in the changes.",
    about: "A cohort that should never have been opened.",
    given: "Which cohort.",
    input: {},
    constraints,
    work: async (change, input) => {
      const { cohort, fellows } = await lockCohort(change, input);
      const schedules = await change.findAll(PhaseSchedule, { cohortId: cohort.id });
      change.require(emptyRules(cohort, { fellows, schedules }, "id"));
      await change.remove(Cohort, cohort);
      return cohort;
    },
  }),
});

/**
 * Locks a cohort that the office opened behind its fellows, by id. One who is admitted at the same moment is locked behind it:
 * should that cross another change, the database lets one of them give way, and it is done again.
 *
 * @throws Refused NOT_FOUND, VERSION_CONFLICT or PUBLISHED_FACT
 */
async function lockCohort(
  change: FellowshipChange,
  input: { readonly id: string; readonly expectedVersion?: number | null },
): Promise<{ readonly cohort: Cohort; readonly fellows: readonly Fellow[] }> {
  await change.findAll(Fellow, { cohortId: input.id });
  const cohort = await change.lock(Cohort, input);
  change.require(openedRule(cohort));
  change.settle();
  return { cohort, fellows: await change.findAll(Fellow, { cohortId: cohort.id }) };
}
