import type { ChangeDefinition } from "../../kit/mutation/change-definition";
import type { DispatchErrorCode } from "../rules/dispatch-error-code";
import { isFollowed } from "./away-until";
import { Dispatch } from "./dispatch";
import { checkWhole, lockDispatch, othersOf } from "./dispatch-aggregate.service";
import { dispatchConstraints } from "./dispatch-constraints";
import { DispatchExtension } from "./dispatch-extension";
import type { ExtendDispatchInput } from "./dispatch-inputs";
import { firstDayOf } from "./dispatch.rules";
import { checkExtension } from "./extension.rules";

/** Renews the term of a dispatch that goes on, and keeps the renewal. */
export const extendDispatch: ChangeDefinition<ExtendDispatchInput, Dispatch, DispatchErrorCode> = {
  name: "extendDispatch",
  node: Dispatch,
  constraints: dispatchConstraints,
  work: async (change, input) => {
    const { dispatch, file } = await lockDispatch(change, input, "extend");
    const { id, plannedTo: previousTo } = dispatch;
    const extension = {
      newTo: input.newTo,
      consentOn: input.consentOn,
      npaConsultedOn: input.npaConsultedOn ?? null,
    };
    const before = await change.manager.findOne(DispatchExtension, {
      where: { dispatchId: id },
      order: { consentOn: "DESC" },
      comment: "extendDispatch.lastExtension",
    });
    const facts = {
      today: change.today,
      startedOn: firstDayOf(dispatch),
      previousTo,
      lastConsentOn: before?.consentOn ?? null,
      lastConsultedOn: dispatch.npaConsultedOn,
    };
    change.refuse(checkExtension(extension, facts));
    change.settle();
    const values = {
      plannedTo: input.newTo,
      npaConsultedOn: extension.npaConsultedOn ?? dispatch.npaConsultedOn,
      // The later one may have come to be the earlier, by a correction.
      followed:
        dispatch.followed && isFollowed({ plannedTo: input.newTo }, othersOf(file, dispatch.id)),
    };
    const after = Object.assign(new Dispatch(), dispatch, values);
    await checkWhole(change, file, id, after, { startedOn: "newTo", plannedTo: "newTo" });
    await change.insert(DispatchExtension, { dispatchId: id, previousTo, ...extension });
    return change.update(Dispatch, dispatch, values);
  },
};
