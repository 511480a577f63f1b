import { day, id, text } from "../../kit/graphql/input-fields";
import type { Change } from "../../kit/mutation/change";
import { isNumber } from "../../kit/number-form";
import { atTheSameMoment } from "../../kit/rules/rule";
import {
  longestName,
  longestNote,
  numberRefused,
  textRefused,
  trimmed,
} from "../../kit/rules/text.rules";
import { FellowshipProgram } from "../program/fellowship-program";
import { adding, changesOf, changing } from "../record/fellowship-changes";
import type { FellowshipErrorCode } from "../record/fellowship-error-code";
import { Cohort } from "./cohort";
import { factsOfCohort } from "./cohort.rules";
import { Fellow, FellowStatus } from "./fellow";
import {
  admissionRules,
  completionRules,
  longestFellowNumber,
  noneEndedAfterRule,
  withdrawalRules,
} from "./fellow.rules";
import { Placement } from "./placement";
import { endedByWithdrawal } from "./withdrawal.rules";

/** What the constraints on an admission mean where another has just been written. */
export const admissionConstraints = {
  fellow_number_once: atTheSameMoment(
    "FELLOW_NUMBER_TAKEN",
    "a number that no fellow has",
    "fellowNumber",
  ),
  fellow_number_form: numberRefused(longestFellowNumber, "fellowNumber"),
  fellow_name_is_text: textRefused(longestName, "name"),
};

const noReason = textRefused(longestNote, "reason");

/** What the constraints on a withdrawal mean. */
export const withdrawalConstraints = {
  fellow_withdrawal_has_reason: noReason,
  placement_end_reason_is_text: noReason,
  placement_cancellation_has_reason: noReason,
};

/** What the office does with fellows. Locks the fellow, then the cohort, then the placements. */
export const fellowChanges = changesOf(Fellow, {
  admitFellow: adding({
    description: "Admits a fellow to a cohort, published or opened.",
    about: "A fellow to admit to a cohort.",
    given: "The fellow.",
    input: {
      fellowNumber: id("The office's number of the fellow, 1–50 characters, used once."),
      name: text("The fellow's name, 1–200 characters."),
      cohort: id("The cohort's id, as MIKE_MANSFIELD-29."),
      sendingAgency: id(
        "The code of the sending agency, as US-DOD; one of the program's sending country.",
      ),
      admittedOn: day("The day of admission: not in the future, not after the cohort's last day."),
    },
    constraints: admissionConstraints,
    // Locks the cohort, so that its period stays. In a synthetic one, the fellow is synthetic.
    work: async (change, input) => {
      const cohort = await change.lock(Cohort, { id: input.cohort }, "input", "cohort");
      const program = await change.read(FellowshipProgram, cohort.programCode);
      const fellowNumber = trimmed(input.fellowNumber);
      const isNumberTaken =
        isNumber(fellowNumber, longestFellowNumber) &&
        (await change.isThere(Fellow, { fellowNumber }));
      const facts = {
        today: change.today,
        sendingCountry: program.sendingCountryCode,
        cohort: factsOfCohort(cohort),
        isNumberTaken,
      };
      change.require(admissionRules(input, facts));
      return change.insert(Fellow, {
        fellowNumber,
        name: trimmed(input.name),
        cohortId: cohort.id,
        sendingAgencyCode: input.sendingAgency,
        status: FellowStatus.ADMITTED,
        admittedOn: input.admittedOn,
        synthetic: cohort.synthetic,
      });
    },
  }),

  completeFellowship: changing({
    description:
      "Completes a fellowship on a day of the cohort's period. Every placement ends by then.",
    about: "The completion of a fellowship.",
    given: "The fellow and the last day.",
    input: { lastDay: day("The last day of the fellowship, not in the future.") },
    work: async (change, input) => {
      const { lastDay } = input;
      const { fellow, cohort, placements } = await locked(change, input);
      const facts = { today: change.today, fellow, cohort };
      change.require(completionRules(lastDay, facts, placements));
      const { COMPLETED } = FellowStatus;
      return change.update(Fellow, fellow, { status: COMPLETED, completedOn: lastDay });
    },
  }),

  withdrawFellow: changing({
    description:
      "Withdraws a fellow. Placements that go on after the last day end on it, for the same reason; those that were to begin after it are cancelled.",
    about: "The withdrawal of a fellow.",
    given: "The fellow, the last day and why.",
    input: {
      lastDay: day("The last day as a fellow, not in the future."),
      reason: text("Why, 1–2,000 characters."),
    },
    constraints: withdrawalConstraints,
    // A placement that was ended before keeps its own reason. One is cancelled also where its first day has passed by today.
    work: async (change, input) => {
      const { lastDay } = input;
      const { fellow, cohort, placements } = await locked(change, input);
      change.require(
        withdrawalRules(input, { today: change.today, fellow, cohort }),
        noneEndedAfterRule(lastDay, placements),
      );
      change.settle();
      const reason = trimmed(input.reason);
      for (const placement of placements) {
        await change.update(
          Placement,
          placement,
          endedByWithdrawal(placement, { lastDay, reason }),
        );
      }
      return change.update(Fellow, fellow, {
        status: FellowStatus.WITHDRAWN,
        withdrawnOn: lastDay,
        withdrawalReason: reason,
      });
    },
  }),
});

/** Locks a fellow, the cohort, and the placements; gives those that were not cancelled. */
async function locked(
  change: Change<FellowshipErrorCode>,
  input: { readonly id: string; readonly expectedVersion?: number | null },
) {
  const fellow = await change.lock(Fellow, input);
  const cohort = await change.lock(Cohort, { id: fellow.cohortId });
  const placements = await change.findAll(Placement, { fellowId: fellow.id });
  return {
    fellow,
    cohort: factsOfCohort(cohort),
    placements: placements.filter(({ cancelledOn }) => cancelledOn === null),
  };
}
