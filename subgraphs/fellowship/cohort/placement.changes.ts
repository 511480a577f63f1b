import { code, day, id, optional, text } from "../../kit/graphql/input-fields";
import { dayAfter } from "../../kit/rules/period";
import { atTheSameMoment } from "../../kit/rules/rule";
import { longestName, longestNote, textRefused, trimmed } from "../../kit/rules/text.rules";
import { FellowshipProgram } from "../program/fellowship-program";
import { adding, changesOf, changing } from "../record/fellowship-changes";
import { Fellow } from "./fellow";
import { HostKind, Placement } from "./placement";
import {
  cancellationRules,
  endRules,
  hostRules,
  notCancelledRule,
  placementPeriodRules,
  stillToComeRule,
} from "./placement.rules";
import { lockPlacement, lockPlacements } from "./placement.service";

/** What the constraints on placements mean where another has just been written. */
export const placementConstraints = {
  placement_one_at_a_time: atTheSameMoment(
    "OVERLAPPING_PLACEMENT",
    "days on which the fellow is placed nowhere else",
    "from",
  ),
  placement_host_name_is_text: textRefused(longestName, "hostName"),
};
/** What the constraint on the end of a placement means. */
export const endConstraints = { placement_end_reason_is_text: textRefused(longestNote, "reason") };
/** What the constraint on the cancellation of a placement means. */
export const cancellationConstraints = {
  placement_cancellation_has_reason: textRefused(longestNote, "reason"),
};

const reason = text("Why, 1–2,000 characters.");

/** What the office does with placements. Locks the fellow, then the cohort, then the fellow's placements. */
export const placementChanges = changesOf(Placement, {
  placeFellow: adding({
    description:
      "Places a fellow with a host, inside the cohort's period and the fellowship. A fellow has one placement at a time; it can begin on the day `to` of another.",
    about: "A placement to make.",
    given: "The placement.",
    input: {
      fellow: id("The fellow's id."),
      hostKind: code(HostKind, "What kind of host it is."),
      hostAgency: optional(
        id(
          "For AGENCY, and for it alone: the agency's code, as JP-METI; one of the program's host country.",
        ),
      ),
      hostName: optional(text("For every kind but AGENCY: the host's name, 1–200 characters.")),
      from: day("The first day."),
      to: optional(
        day(
          "The first day on which it no longer holds; null where that is open, which a cohort of unknown end allows.",
        ),
      ),
    },
    constraints: placementConstraints,
    // The placement of a synthetic fellow is synthetic.
    work: async (change, input) => {
      const { hostKind, hostAgency = null, hostName = null, from, to = null } = input;
      const fellow = await change.lock(Fellow, { id: input.fellow }, "input", "fellow");
      const facts = await lockPlacements(change, fellow);
      const program = await change.read(FellowshipProgram, facts.ofCohort.programCode);
      change.require(
        hostRules({ hostKind, hostAgency, hostName }, program.hostCountryCode),
        placementPeriodRules({ from, to }, facts),
      );
      return change.insert(Placement, {
        fellowId: fellow.id,
        hostKind,
        hostAgencyCode: hostAgency,
        hostName: trimmed(hostName),
        from,
        to,
        synthetic: fellow.synthetic,
      });
    },
  }),

  changePlacement: changing({
    description:
      "Changes the days of a placement by the same rules, or corrects those of one that has ended.",
    about: "New days of a placement; what is not given stays.",
    given: "The placement and its new days.",
    input: {
      from: optional(day("The first day.")),
      to: optional(
        day("The first day on which it no longer holds; null opens it, not given leaves it."),
      ),
    },
    constraints: placementConstraints,
    work: async (change, input) => {
      const { placement, fellow } = await lockPlacement(change, input);
      const facts = await lockPlacements(change, fellow, input.id);
      const from = input.from ?? placement.from;
      const to = input.to === undefined ? placement.to : input.to;
      change.require(notCancelledRule(placement), placementPeriodRules({ from, to }, facts));
      // The reason goes where the end is opened again.
      const endReason = to === null ? null : placement.endReason;
      return change.update(Placement, placement, { from, to, endReason });
    },
  }),

  endPlacement: changing({
    description: "Ends a placement before its time, or an open one.",
    about: "The end of a placement before its time.",
    given: "The placement, its last day and why.",
    input: { lastDay: day("Its last day, not in the future; `to` becomes the day after."), reason },
    constraints: endConstraints,
    work: async (change, input) => {
      const { placement } = await lockPlacement(change, input);
      change.require(endRules(input, placement, change.today));
      change.settle();
      return change.update(Placement, placement, {
        to: dayAfter(input.lastDay),
        endReason: trimmed(input.reason),
      });
    },
  }),

  cancelPlacement: changing({
    description: "Cancels a placement whose first day is after today; it stays on record.",
    about: "The cancellation of a placement before it begins.",
    given: "The placement, the day and why.",
    input: {
      on: day(
        "The day of the cancellation: since the fellow's admission, before the placement's first, not in the future.",
      ),
      reason,
    },
    constraints: cancellationConstraints,
    work: async (change, input) => {
      const { today } = change;
      const { placement, fellow } = await lockPlacement(change, input);
      change.require(cancellationRules(input, placement, { today, fellow }));
      change.settle();
      change.require(stillToComeRule(placement, today));
      return change.update(Placement, placement, {
        cancelledOn: input.on,
        cancellationReason: trimmed(input.reason),
      });
    },
  }),
});
