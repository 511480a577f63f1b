import { code, day, id, optional, text } from "../../kit/graphql/input-fields";
import { longestNote, textRefused, trimmedUnlessBlank } from "../../kit/rules/text.rules";
import { FellowshipProgram } from "../program/fellowship-program";
import { corrected } from "../record/correction.rules";
import { changesOf, correcting } from "../record/fellowship-changes";
import { HostKind, Placement } from "./placement";
import { placementConstraints } from "./placement.changes";
import { lockPlacement, lockPlacements } from "./placement.service";
import { wholePlacementRules } from "./whole-placement.rules";

const constraints = {
  ...placementConstraints,
  placement_end_reason_is_text: textRefused(longestNote, "endReason"),
  placement_cancellation_has_reason: textRefused(longestNote, "cancellationReason"),
};

/** Puts right what was recorded wrongly of a placement. Locks the fellows, then the cohort, then placements. */
export const placementCorrections = changesOf(Placement, {
  correctPlacement: correcting({
    description:
      "Puts right what was recorded wrongly of a placement, in whatever state it is, or takes back its end or its cancellation. The fellow's whole file must keep the rules afterwards.",
    about:
      "What was recorded wrongly of a placement, and how it was. What is absent stays; null takes the end or the cancellation back.",
    given: "What was wrong, and how it was.",
    input: {
      fellow: optional(id("The id of the fellow who works there.")),
      hostKind: optional(
        code(HostKind, "What kind of host it is; of another kind, the agency or name goes too."),
      ),
      hostAgency: optional(id("For AGENCY, and for it alone: the agency's code, as JP-METI.")),
      hostName: optional(text("For every kind but AGENCY: the host's name, 1–200 characters.")),
      from: optional(day("The first day.")),
      to: optional(
        day(
          "The first day on which it no longer holds; null opens it, and the reason of its end goes too.",
        ),
      ),
      endReason: optional(
        text("Why it was ended before its time, 1–2,000 characters; null: it was not."),
      ),
      cancelledOn: optional(
        day("The day on which it was cancelled; null: it was not, and the reason goes too."),
      ),
      cancellationReason: optional(text("Why it was cancelled, 1–2,000 characters.")),
    },
    constraints,
    work: async (change, input) => {
      const { placement, fellow } = await lockPlacement(change, input);
      const facts = await lockPlacements(change, fellow, placement.id);
      const program = await change.read(FellowshipProgram, facts.ofCohort.programCode);
      const hostKind = input.hostKind ?? placement.hostKind;
      const [hostAgency, hostName] = hostOf(placement, hostKind);
      const to = corrected(input.to, placement.to);
      const cancelledOn = corrected(input.cancelledOn, placement.cancelledOn);
      const { cancellationReason } = placement;
      const after = {
        hostKind,
        hostAgency: corrected(input.hostAgency, hostAgency),
        hostName: trimmedUnlessBlank(corrected(input.hostName, hostName)),
        from: input.from ?? placement.from,
        to,
        endReason: trimmedUnlessBlank(
          corrected(input.endReason, to === null ? null : placement.endReason),
        ),
        cancelledOn,
        cancellationReason: trimmedUnlessBlank(
          corrected(input.cancellationReason, cancelledOn === null ? null : cancellationReason),
        ),
      };
      const hostCountry = program.hostCountryCode;
      const { today } = change;
      change.require(wholePlacementRules(after, { ...facts, today, hostCountry }));
      const { hostAgency: hostAgencyCode, ...values } = after;
      return change.update(Placement, placement, {
        ...values,
        hostAgencyCode,
        fellowId: fellow.id,
        // The placement of a synthetic fellow is synthetic.
        synthetic: placement.synthetic || fellow.synthetic,
      });
    },
  }),

  takeBackPlacement: correcting({
    description:
      "Takes back a placement that was never made. It answers with what was on record, which stays in the history and in the changes. One that was planned and given up is cancelled instead.",
    about: "A placement that was never made.",
    given: "Which placement.",
    input: {},
    work: async (change, input) => {
      const { placement } = await lockPlacement(change, input);
      await change.remove(Placement, placement);
      return placement;
    },
  }),
});

/** The agency and the name on record, as far as a host of the kind has them. */
function hostOf(
  { hostAgencyCode, hostName }: Placement,
  kind: HostKind,
): readonly [string | null, string | null] {
  return kind === HostKind.AGENCY ? [hostAgencyCode, null] : [null, hostName];
}
