import { day, id, optional, text } from "../../kit/graphql/input-fields";
import { isNumber } from "../../kit/number-form";
import { longestNote, textRefused, trimmed, trimmedUnlessBlank } from "../../kit/rules/text.rules";
import { corrected } from "../record/correction.rules";
import { changesOf, correcting, type FellowshipChange } from "../record/fellowship-changes";
import { factsOfCohort } from "./cohort.rules";
import { Fellow } from "./fellow";
import { admissionConstraints } from "./fellow.changes";
import { admittedAloneRules, placementsHold } from "./fellow-correction.rules";
import { longestFellowNumber } from "./fellow.rules";
import { lockFellow, notesOf } from "./fellow.service";
import { Placement } from "./placement";
import { type FellowshipEnd, statusBy, wholeFellowRules } from "./whole-fellow.rules";
import { endBeforeWithdrawal, endedByWithdrawal } from "./withdrawal.rules";

const noReason = textRefused(longestNote, "withdrawalReason");

const constraints = {
  ...admissionConstraints,
  fellow_withdrawal_has_reason: noReason,
  placement_end_reason_is_text: noReason,
  placement_cancellation_has_reason: noReason,
};

/** Puts right what was recorded wrongly of a fellow. Locks the fellow, then the cohorts, then the placements. */
export const fellowCorrections = changesOf(Fellow, {
  correctFellow: correcting({
    description:
      "Puts right what was recorded wrongly of a fellow, however far the fellow has come, or takes back the completion or the withdrawal. With a withdrawal, what it did to placements is put right too: they are as before it, and then as the right one leaves them. The fellow's whole file must keep the rules afterwards.",
    about:
      "What was recorded wrongly of a fellow, and how it was. What is absent stays; null takes the completion or the withdrawal back.",
    given: "What was wrong, and how it was.",
    input: {
      fellowNumber: optional(id("The office's number of the fellow, 1–50 characters, used once.")),
      name: optional(text("The fellow's name, 1–200 characters.")),
      cohort: optional(id("The cohort's id, as MIKE_MANSFIELD-29.")),
      sendingAgency: optional(id("The code of the sending agency, as US-DOD.")),
      admittedOn: optional(day("The day of admission.")),
      completedOn: optional(
        day("The last day of the completed fellowship; null: it is not completed."),
      ),
      withdrawnOn: optional(
        day(
          "The last day as a fellow; null: the fellow has not withdrawn, and the reason goes too.",
        ),
      ),
      withdrawalReason: optional(text("Why the fellow withdrew, 1–2,000 characters.")),
    },
    constraints,
    work: async (change, input) => {
      const { fellow, placements, recorded, then } = await lockFellow(change, input);
      const { today } = change;
      const withdrawnOn = corrected(input.withdrawnOn, fellow.withdrawnOn);
      const after = {
        fellowNumber: trimmed(input.fellowNumber) ?? fellow.fellowNumber,
        name: trimmedUnlessBlank(input.name) ?? fellow.name,
        sendingAgency: input.sendingAgency ?? fellow.sendingAgencyCode,
        admittedOn: input.admittedOn ?? fellow.admittedOn,
        completedOn: corrected(input.completedOn, fellow.completedOn),
        withdrawnOn,
        withdrawalReason: trimmedUnlessBlank(
          corrected(input.withdrawalReason, withdrawnOn === null ? null : fellow.withdrawalReason),
        ),
      };
      const cohort = factsOfCohort(then.cohort);
      change.require(
        wholeFellowRules(after, {
          today,
          sendingCountry: then.program.sendingCountryCode,
          cohort,
          isNumberTaken: await isNumberTaken(change, fellow, after.fellowNumber),
          // What the end means for them is said of each below.
          placements: [],
        }),
      );
      change.settle();
      const placementsThen = await placementsAfter(change, fellow, after, placements);
      const status = statusBy(after);
      const now = {
        fellow,
        cohort: factsOfCohort(recorded.cohort),
        hostCountry: recorded.program.hostCountryCode,
        placements,
      };
      const afterwards = {
        fellow: { ...after, status },
        cohort,
        hostCountry: then.program.hostCountryCode,
        placements: placementsThen,
      };
      change.require(placementsHold(now, afterwards, today));
      change.settle();
      // The fellow of a synthetic cohort is synthetic, and so are that fellow's placements.
      const synthetic = fellow.synthetic || then.cohort.synthetic;
      for (const [index, placement] of placements.entries()) {
        const { to, endReason, cancelledOn, cancellationReason } =
          placementsThen[index] ?? placement;
        await change.update(Placement, placement, {
          ...{ to, endReason, cancelledOn, cancellationReason },
          synthetic: placement.synthetic || synthetic,
        });
      }
      const { sendingAgency: sendingAgencyCode, ...values } = after;
      const cohortId = then.cohort.id;
      return change.update(Fellow, fellow, {
        ...values,
        ...{ sendingAgencyCode, cohortId, status, synthetic },
      });
    },
  }),

  takeBackFellow: correcting({
    description:
      "Takes back the admission of a fellow who was never admitted, once no placement and no end is on record. It answers with what was on record, which stays in the history and in the changes.",
    about: "A fellow who was never admitted.",
    given: "Who.",
    input: {},
    work: async (change, input) => {
      const { fellow, placements } = await lockFellow(change, input);
      change.require(admittedAloneRules(fellow, placements));
      await change.remove(Fellow, fellow);
      return fellow;
    },
  }),
});

async function isNumberTaken(
  change: FellowshipChange,
  fellow: Fellow,
  fellowNumber: string,
): Promise<boolean> {
  if (fellowNumber === fellow.fellowNumber) return false;
  if (!isNumber(fellowNumber, longestFellowNumber)) return false;
  return change.isThere(Fellow, { fellowNumber });
}

/** The placements as another withdrawal, or none, leaves them; they stay where that on record is the right one. */
async function placementsAfter(
  change: FellowshipChange,
  fellow: Fellow,
  { withdrawnOn: lastDay, withdrawalReason: reason }: FellowshipEnd,
  placements: readonly Placement[],
): Promise<readonly Placement[]> {
  const isSame = fellow.withdrawnOn === lastDay && fellow.withdrawalReason === reason;
  if (isSame) return placements;
  const isUndone = fellow.withdrawnOn !== null;
  const notes = isUndone ? await notesOf(change, placements) : new Map<string, never>();
  return placements.map((placement) => {
    const planned = Object.assign(
      new Placement(),
      placement,
      endBeforeWithdrawal(placement, notes.get(placement.id) ?? []),
    );
    if (lastDay === null || reason === null) return planned;
    return Object.assign(planned, endedByWithdrawal(planned, { lastDay, reason }));
  });
}
