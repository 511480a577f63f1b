import type { ChangeDefinition } from "../../kit/mutation/change-definition";
import type { ChangeInput } from "../../kit/mutation/inputs";
import type { DispatchErrorCode } from "../rules/dispatch-error-code";
import type { DispatchRefusal } from "../rules/broken-rules";
import type { DispatchChange } from "../rules/dispatch-change";
import { storedText } from "../rules/text.rules";
import { isFollowed } from "./away-until";
import { Dispatch } from "./dispatch";
import { checkWhole, lockDispatch, othersOf } from "./dispatch-aggregate.service";
import { dispatchConstraints } from "./dispatch-constraints";
import type {
  CancelDispatchInput,
  RecordDispatchConsentInput,
  ReturnFromDispatchInput,
  StartDispatchInput,
} from "./dispatch-inputs";
import type { DispatchTerm } from "./dispatch.rules";
import { checkConsent, type DispatchStep } from "./dispatch-step.rules";

/** Notes the official's consent, or corrects its day. */
export const recordDispatchConsent = step<RecordDispatchConsentInput>(
  "recordDispatchConsent",
  "consent",
  ({ consentOn }) => ({ consentOn }),
  { consentOn: "consentOn" },
  ({ consentOn }, recorded) => checkConsent(recorded.consentOn, consentOn),
);

/** Notes that a dispatch has begun; the home agency on record is that of the first day. */
export const startDispatch = step<StartDispatchInput>(
  "startDispatch",
  "start",
  ({ startedOn }, _change, recorded, others) => ({
    startedOn,
    followed: isFollowed(recorded, others),
  }),
  { startedOn: "startedOn" },
);

/** Notes that the official is back on duty; after the end of the term only as an overstay. */
export const returnFromDispatch = step<ReturnFromDispatchInput>(
  "returnFromDispatch",
  "return",
  ({ returnedOn, acknowledgeOverstay }, _change, { plannedTo }) => ({
    returnedOn,
    overstayed: acknowledgeOverstay === true && returnedOn > plannedTo,
  }),
  { returnedOn: "returnedOn", startedOn: "returnedOn" },
);

/** Gives up a dispatch that has not begun. */
export const cancelDispatch = step<CancelDispatchInput>(
  "cancelDispatch",
  "cancel",
  ({ reason }, { today }) => ({ cancelledOn: today, cancellationReason: storedText(reason) }),
  { reason: "reason" },
);

function step<Input extends ChangeInput>(
  name: string,
  next: DispatchStep,
  valuesOf: (
    input: Input,
    change: DispatchChange,
    recorded: Dispatch,
    others: readonly DispatchTerm[],
  ) => Partial<Dispatch>,
  fields: Readonly<Record<string, string>>,
  check: (input: Input, recorded: Dispatch) => DispatchRefusal[] = () => [],
): ChangeDefinition<Input, Dispatch, DispatchErrorCode> {
  return {
    name,
    node: Dispatch,
    constraints: dispatchConstraints,
    work: async (change, input) => {
      const { dispatch, file } = await lockDispatch(change, input, next);
      change.refuse(check(input, dispatch));
      change.settle();
      const values = valuesOf(input, change, dispatch, othersOf(file, dispatch.id));
      const after = Object.assign(new Dispatch(), dispatch, values);
      const homeAgency = await checkWhole(change, file, dispatch.id, after, fields);
      return change.update(Dispatch, dispatch, {
        ...values,
        homeAgencyCode: homeAgency ?? dispatch.homeAgencyCode,
      });
    },
  };
}
