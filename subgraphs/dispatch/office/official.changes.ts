import { day, id, optional, text } from "../../kit/graphql/input-fields";
import type { Refusal } from "../../kit/rules/refusal";
import { trimmedUnlessBlank } from "../../kit/rules/text.rules";
import { Dispatch } from "./dispatch";
import { adding, changesOf, changing, type DispatchChange } from "../record/dispatch-changes";
import type { DispatchErrorCode } from "../record/dispatch-error-code";
import { Official } from "./official";
import { OfficialHomeAgency } from "./official-home-agency";
import { departuresOf, homeAgencyRules, officialRules, transferRules } from "./official.rules";

const numberTaken: Refusal<DispatchErrorCode> = {
  code: "PERSONNEL_NUMBER_TAKEN",
  message: "Expected a number that no official has, received one that is taken.",
  path: ["input", "personnelNumber"],
};
/** What the constraints on officials mean to a caller; the rules themselves are checked before. */
export const officialConstraints = { official_personnel_number: numberTaken };
const constraints = officialConstraints;

/** What the office records of officials. */
export const officialChanges = changesOf(Official, {
  registerOfficial: adding({
    description: "Registers an official with the home agency.",
    about: "An official to register, with the first home agency known.",
    given: "The official.",
    input: {
      personnelNumber: id(
        "A new number: 1–64 letters, digits, hyphens and underscores. Only a correction changes it.",
      ),
      name: text("The name, 1–200 characters."),
      nameKana: optional(text("The name in kana, 1–200 characters.")),
      homeAgency: id("Code of the home agency, one of Japan's, as JP-METI."),
      from: day("The first day there."),
    },
    constraints,
    work: async (change, { personnelNumber, name, nameKana, homeAgency: agencyCode, from }) => {
      const values = {
        personnelNumber,
        name: trimmedUnlessBlank(name),
        nameKana: trimmedUnlessBlank(nameKana),
      };
      change.require(officialRules(values));
      change.require(homeAgencyRules(agencyCode, from, { agency: "homeAgency", from: "from" }));
      change.settle();
      if (await change.isThere(Official, { personnelNumber })) change.refuse([numberTaken]);
      const official = await change.insert(Official, values);
      await change.insert(OfficialHomeAgency, { officialId: official.id, agencyCode, from });
      return official;
    },
  }),

  changeOfficial: changing({
    description: "Changes an official's names.",
    about: "What to change of an official; what is absent stays.",
    given: "What to change.",
    input: {
      name: optional(text("The name, 1–200 characters.")),
      nameKana: optional(text("The name in kana, 1–200 characters; null removes it.")),
    },
    constraints,
    work: async (change, input) => {
      const official = await change.lock(Official, input);
      const { name, nameKana } = input;
      const values = {
        personnelNumber: official.personnelNumber,
        name: trimmedUnlessBlank(name) ?? official.name,
        nameKana: nameKana === undefined ? official.nameKana : trimmedUnlessBlank(nameKana),
      };
      change.require(officialRules(values));
      return change.update(Official, official, values);
    },
  }),

  transferOfficial: changing({
    description:
      "Transfers an official to another home agency: the former ends and the next begins. Dispatches planned from then on are from the next.",
    about: "A transfer of an official to another home agency.",
    given: "Who, where to, and when.",
    input: {
      agency: id("Code of the new home agency, one of Japan's, as JP-METI."),
      on: day("The first day there; the former agency ends with it. May lie in the future."),
    },
    constraints,
    work: async (change, input) => {
      const { agency: agencyCode, on } = input;
      const official = await change.lock(Official, input);
      const { id: officialId } = official;
      const history = await change.findAll(OfficialHomeAgency, { officialId });
      const dispatches = await change.findAll(Dispatch, { officialId });
      const last = history.reduce((one, other) => (other.from > one.from ? other : one));
      change.require(transferRules(agencyCode, on, { last, departures: departuresOf(dispatches) }));
      change.settle();
      if (last.to === null || last.to > on) {
        await change.update(OfficialHomeAgency, last, { to: on });
      }
      await change.insert(OfficialHomeAgency, { officialId, agencyCode, from: on });
      await movePlans(change, dispatches, agencyCode, on);
      return change.touch(Official, official);
    },
  }),
});

/** What has not begun leaves from the agency the official will then belong to. */
async function movePlans(
  change: DispatchChange,
  dispatches: readonly Dispatch[],
  homeAgencyCode: string,
  on: string,
): Promise<void> {
  for (const dispatch of dispatches) {
    const isOpen = dispatch.startedOn === null && dispatch.cancelledOn === null;
    if (isOpen && dispatch.plannedFrom >= on) {
      await change.update(Dispatch, dispatch, { homeAgencyCode });
    }
  }
}
