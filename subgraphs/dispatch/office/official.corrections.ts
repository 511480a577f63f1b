import { isDeepStrictEqual } from "node:util";
import { day, id, optional, text } from "../../kit/graphql/input-fields";
import { trimmedUnlessBlank } from "../../kit/rules/text.rules";
import { changesOf, correcting, type DispatchChange } from "../record/dispatch-changes";
import { Dispatch } from "./dispatch";
import { inTheWay } from "./dispatch-correction.rules";
import { firstDayOf } from "./dispatch-state";
import {
  type CorrectedAgencies,
  correctedAgency,
  dispatchesLeave,
  withoutAgency,
} from "./home-agency.rules";
import { Official } from "./official";
import { type Belonging, homeAgencyOn, OfficialHomeAgency } from "./official-home-agency";
import { officialConstraints as constraints } from "./official.changes";
import { officialRules } from "./official.rules";

const which = day("Which agency: the first day there, as on record. May lie in the future.");

/** Puts right what was recorded wrongly of an official. */
export const officialCorrections = changesOf(Official, {
  correctOfficial: correcting({
    description: "Puts right the number or the names of an official that were recorded wrongly.",
    about: "What was recorded wrongly of an official, and how it is. What is absent stays.",
    given: "What was wrong, and how it is.",
    input: {
      personnelNumber: optional(id("The number: 1–64 letters, digits, hyphens and underscores.")),
      name: optional(text("The name, 1–200 characters.")),
      nameKana: optional(text("The name in kana, 1–200 characters; null removes it.")),
    },
    constraints,
    work: async (change, input) => {
      const official = await change.lock(Official, input);
      const { personnelNumber, name, nameKana } = input;
      const values = {
        personnelNumber: personnelNumber ?? official.personnelNumber,
        name: trimmedUnlessBlank(name) ?? official.name,
        nameKana: nameKana === undefined ? official.nameKana : trimmedUnlessBlank(nameKana),
      };
      change.require(officialRules(values));
      return change.update(Official, official, values);
    },
  }),

  correctHomeAgency: correcting({
    description:
      "Puts right which agency an official came to, or when: also of one who has been dispatched since, whose dispatches are then from the other, and of a transfer that lies in the future.",
    about: "Which agency an official came to, and when. What is absent stays.",
    given: "What was wrong, and how it was.",
    input: {
      from: which,
      agency: optional(id("Code of the agency, one of Japan's, as JP-METI.")),
      newFrom: optional(day("The first day there; the agency before ends with it.")),
    },
    constraints,
    work: (change, input) =>
      correctAgencies(change, input, (history, one) =>
        correctedAgency(history, one, {
          agencyCode: input.agency ?? one.agencyCode,
          from: input.newFrom ?? one.from,
        }),
      ),
  }),

  takeBackTransfer: correcting({
    description:
      "Takes back a transfer that was never made, or will not be made: the agency before goes on.",
    about: "A transfer that was never made, or will not be made.",
    given: "Which transfer.",
    input: { from: which },
    constraints,
    work: (change, input) => correctAgencies(change, input, withoutAgency),
  }),

  takeBackOfficial: correcting({
    description:
      "Takes back an official who should never have been registered. It answers with what was on record, which stays in the history and in the changes.",
    about: "An official who should never have been registered.",
    given: "Who.",
    input: {},
    constraints,
    work: async (change, input) => {
      const official = await change.lock(Official, input);
      const { id: officialId } = official;
      const agencies = await change.findAll(OfficialHomeAgency, { officialId });
      const dispatches = await change.findAll(Dispatch, { officialId });
      change.require(
        dispatches.length === 0
          ? []
          : [
              inTheWay(
                `Expected an official without a dispatch, received one with ${dispatches.length}, the first from ${firstOf(dispatches)} on.`,
                "id",
              ),
            ],
      );
      change.settle();
      for (const agency of agencies) await change.remove(OfficialHomeAgency, agency);
      await change.remove(Official, official);
      return official;
    },
  }),
});

function firstOf(dispatches: readonly Dispatch[]): string {
  return dispatches.map(firstDayOf).reduce((one, other) => (other < one ? other : one));
}

/** Changes the agencies of an official, and with them those that the official's dispatches leave from. */
async function correctAgencies(
  change: DispatchChange,
  input: { readonly id: string; readonly expectedVersion?: number | null; readonly from: string },
  correct: (history: OfficialHomeAgency[], one: OfficialHomeAgency) => CorrectedAgencies,
): Promise<Official> {
  const official = await change.lock(Official, input);
  const { id: officialId } = official;
  const history = await change.findAll(OfficialHomeAgency, { officialId });
  history.sort((one, other) => (one.from < other.from ? -1 : 1));
  const dispatches = await change.findAll(Dispatch, { officialId });
  const one = history.find(({ from }) => from === input.from);
  if (!one) return change.notFound(OfficialHomeAgency, input.from, ["input", "from"]);
  const { after, rules } = correct(history, one);
  const current = dispatches.filter(({ cancelledOn }) => cancelledOn === null);
  change.require(rules);
  change.settle();
  change.require(dispatchesLeave(current, after, "from"));
  change.settle();
  if (isDeepStrictEqual(after.map(belonging), history.map(belonging))) return official;
  await change.later("dispatch_from_home_agency", async () => {
    await writeAgencies(change, history, after, one);
    for (const dispatch of current) {
      const homeAgencyCode = homeAgencyOn(after, firstDayOf(dispatch)) ?? dispatch.homeAgencyCode;
      await change.update(Dispatch, dispatch, { homeAgencyCode });
    }
  });
  return change.touch(Official, official);
}

function belonging({ agencyCode, from, to }: Belonging): Belonging {
  return { agencyCode, from, to };
}

/** Writes what has changed: what goes and what becomes shorter first, so that no day has two agencies. */
async function writeAgencies(
  change: DispatchChange,
  history: readonly OfficialHomeAgency[],
  after: CorrectedAgencies["after"],
  corrected: OfficialHomeAgency,
): Promise<void> {
  const now = history.map((one, index) => {
    const isLeft = after.length === history.length;
    return {
      one,
      then: isLeft
        ? after[index]
        : after.find(({ from }) => from === one.from && one !== corrected),
    };
  });
  for (const { one, then } of now) if (!then) await change.remove(OfficialHomeAgency, one);
  const left = now.flatMap(({ one, then }) => (then ? [{ one, then }] : []));
  const shrinks = ({ one, then }: (typeof left)[number]) =>
    then.from >= one.from && (then.to ?? "infinity") <= (one.to ?? "infinity");
  for (const { one, then } of [...left.filter(shrinks), ...left.filter((each) => !shrinks(each))]) {
    const { agencyCode, from, to } = then;
    const { officialId } = one;
    if (from === one.from) {
      await change.update(OfficialHomeAgency, one, { agencyCode, to });
    } else {
      await change.remove(OfficialHomeAgency, one);
      await change.insert(OfficialHomeAgency, { officialId, agencyCode, from, to });
    }
  }
}
