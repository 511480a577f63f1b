import type { Change } from "../../kit/mutation/change";
import type { ChangeDefinition } from "../../kit/mutation/change-definition";
import { Cohort } from "../cohort/cohort";
import { factsOfCohort } from "../cohort/cohort-period";
import type { FellowshipCode } from "../error/refusal";
import { Placement } from "../placement/placement";
import { longestReason, runsOnAfter, textRefused } from "../rules/common.rules";
import { dayAfter } from "../rules/period";
import { Fellow } from "./fellow";
import { FellowStatus } from "./fellow-status";
import type { CompleteFellowshipInput, WithdrawFellowInput } from "./fellow.inputs";
import { checkCompletion, checkNoneEndedAfter, checkWithdrawal } from "./fellow.rules";

const noReason = textRefused(longestReason, "reason");

/** Completes a fellowship. Locks the fellow, then the cohort, then the placements. */
export const completeFellowship: ChangeDefinition<CompleteFellowshipInput, Fellow, FellowshipCode> =
  {
    name: "completeFellowship",
    node: Fellow,
    constraints: {},
    work: async (change, input) => {
      const fellow = await change.lock(Fellow, input);
      const cohort = await change.lock(Cohort, { id: fellow.cohortId });
      change.refuse(
        checkCompletion(input.lastDay, {
          today: change.today,
          fellow,
          cohort: factsOfCohort(cohort),
          placements: await placementsOf(change, fellow),
        }),
      );
      return change.update(Fellow, fellow, {
        status: FellowStatus.COMPLETED,
        completedOn: input.lastDay,
      });
    },
  };

/**
 * Withdraws a fellow. In the same transaction placements that go on after the last day end on it, for the same reason
 * unless they were ended for one of their own, and those that were to begin after it are cancelled, on the last day,
 * also where their first day has passed by today. Locks the fellow, then the cohort, then the placements.
 */
export const withdrawFellow: ChangeDefinition<WithdrawFellowInput, Fellow, FellowshipCode> = {
  name: "withdrawFellow",
  node: Fellow,
  constraints: {
    fellow_withdrawal_has_reason: noReason,
    placement_end_reason_is_text: noReason,
    placement_cancellation_has_reason: noReason,
  },
  work: async (change, input) => {
    const fellow = await change.lock(Fellow, input);
    const cohort = await change.lock(Cohort, { id: fellow.cohortId });
    const facts = { today: change.today, fellow, cohort: factsOfCohort(cohort) };
    const placements = await placementsOf(change, fellow);
    change.refuse(checkWithdrawal(input, facts));
    change.refuse(checkNoneEndedAfter(input.lastDay, placements));
    change.settle();
    const reason = input.reason.trim();
    for (const placement of placements) {
      if (placement.from > input.lastDay) {
        const cancelled = { cancelledOn: input.lastDay, cancellationReason: reason };
        await change.update(Placement, placement, cancelled);
      } else if (runsOnAfter(placement, input.lastDay)) {
        const ended = { to: dayAfter(input.lastDay), endReason: placement.endReason ?? reason };
        await change.update(Placement, placement, ended);
      }
    }
    return change.update(Fellow, fellow, {
      status: FellowStatus.WITHDRAWN,
      withdrawnOn: input.lastDay,
      withdrawalReason: reason,
    });
  },
};

async function placementsOf(change: Change<FellowshipCode>, { id }: Fellow): Promise<Placement[]> {
  const placements = await change.findAll(Placement, { fellowId: id });
  return placements.filter(({ cancelledOn }) => cancelledOn === null);
}
