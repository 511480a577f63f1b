import type { ChangeDefinition } from "../../kit/mutation/change-definition";
import { Dispatch } from "../dispatch/dispatch";
import { OfficialHomeAgency } from "../home-agency/official-home-agency";
import type { DispatchRefusal } from "../rules/broken-rules";
import type { DispatchChange } from "../rules/dispatch-change";
import type { DispatchErrorCode } from "../rules/dispatch-error-code";
import { storedText } from "../rules/text.rules";
import { Official } from "./official";
import type {
  ChangeOfficialInput,
  RegisterOfficialInput,
  TransferOfficialInput,
} from "./official-inputs";
import { checkHomeAgency, checkOfficial, checkTransfer } from "./official.rules";

const numberTaken = {
  code: "PERSONNEL_NUMBER_TAKEN",
  message: "Expected a number that no official has, received one that is taken.",
  path: ["input", "personnelNumber"],
} as const satisfies DispatchRefusal;
const constraints = { official_personnel_number: numberTaken };

/** Adds an official, who belongs to a home agency from a day on. */
export const registerOfficial: ChangeDefinition<
  RegisterOfficialInput,
  Official,
  DispatchErrorCode
> = {
  name: "registerOfficial",
  node: Official,
  constraints,
  work: async (change, { personnelNumber, name, nameKana, homeAgency, from }) => {
    const values = { personnelNumber, name: storedText(name), nameKana: storedText(nameKana) };
    change.refuse(checkOfficial(values));
    change.refuse(checkHomeAgency(homeAgency, from, { agency: "homeAgency", from: "from" }));
    change.settle();
    const others = await change.see(Official, {
      where: { personnelNumber },
      comment: "registerOfficial.number",
    });
    if (others.length > 0) change.refuse([numberTaken]);
    const official = await change.insert(Official, values);
    await change.insert(OfficialHomeAgency, {
      officialId: official.id,
      agencyCode: homeAgency,
      from,
    });
    return official;
  },
};

/** Changes an official's names. */
export const changeOfficial: ChangeDefinition<ChangeOfficialInput, Official, DispatchErrorCode> = {
  name: "changeOfficial",
  node: Official,
  constraints,
  work: async (change, input) => {
    const official = await change.lock(Official, input);
    const { name, nameKana } = input;
    const values = {
      personnelNumber: official.personnelNumber,
      name: storedText(name) ?? official.name,
      nameKana: nameKana === undefined ? official.nameKana : storedText(nameKana),
    };
    change.refuse(checkOfficial(values));
    return change.update(Official, official, values);
  },
};

/** Ends an official's home agency and begins the next; dispatches planned from then on leave from the next. */
export const transferOfficial: ChangeDefinition<
  TransferOfficialInput,
  Official,
  DispatchErrorCode
> = {
  name: "transferOfficial",
  node: Official,
  constraints,
  work: async (change, input) => {
    const { agency, on } = input;
    const official = await change.lock(Official, input);
    const history = await change.findAll(OfficialHomeAgency, { officialId: official.id });
    const dispatches = await change.findAll(Dispatch, { officialId: official.id });
    const last = history.reduce((one, other) => (other.from > one.from ? other : one));
    const departures = dispatches.flatMap(({ startedOn, homeAgencyCode }) =>
      startedOn === null ? [] : [{ startedOn, homeAgencyCode }],
    );
    change.refuse(checkTransfer(agency, on, { last, departures }));
    change.settle();
    if (last.to === null || last.to > on) await change.update(OfficialHomeAgency, last, { to: on });
    await change.insert(OfficialHomeAgency, {
      officialId: official.id,
      agencyCode: agency,
      from: on,
    });
    await movePlans(change, dispatches, agency, on);
    return change.touch(Official, official);
  },
};

/** What has not begun leaves from the agency the official will then belong to. */
async function movePlans(
  change: DispatchChange,
  dispatches: readonly Dispatch[],
  agency: string,
  on: string,
): Promise<void> {
  for (const dispatch of dispatches) {
    const isOpen = dispatch.startedOn === null && dispatch.cancelledOn === null;
    if (isOpen && dispatch.plannedFrom >= on) {
      await change.update(Dispatch, dispatch, { homeAgencyCode: agency });
    }
  }
}
