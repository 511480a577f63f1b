import {
  code,
  country,
  day,
  flag,
  id,
  optional,
  text,
  whole,
} from "../../kit/graphql/input-fields";
import { movedTo } from "../../kit/rules/rule";
import { trimmedUnlessBlank } from "../../kit/rules/text.rules";
import { DispatchLegalBasisCode } from "../classification/dispatch-legal-basis";
import { changesOf, correcting } from "../record/dispatch-changes";
import { Dispatch, DispatchExtension } from "./dispatch";
import {
  consultationRule,
  extensionsHold,
  inTheWay,
  lastConsultation,
} from "./dispatch-correction.rules";
import {
  correctDispatchFile,
  followedAfter,
  followNoLonger,
  lockDispatchFile,
} from "./dispatch-file.service";
import { dispatchConstraints as constraints, holdOrganization, othersOf } from "./dispatch.service";

/** What is absent stays; `null` takes a step back. */
function corrected<Value>(given: Value | null | undefined, recorded: Value | null): Value | null {
  return given === undefined ? recorded : given;
}

/** What the office knows of a return that then lies after the end of the term. */
const acknowledgeOverstay = optional(
  flag(
    "Whether the office knows that the official came back after the end of the term. Default: as on record.",
  ),
);

/** The fields of a dispatch, by their own names, and the reason of its cancellation. */
const named = {
  ...Object.fromEntries(
    [
      ...["post", "legalBasis", "country", "plannedFrom", "plannedTo", "payRatio"],
      ...["npaConsultedOn", "consentOn", "startedOn", "returnedOn", "cancelledOn"],
    ].map((field) => [field, field]),
  ),
  reason: "cancellationReason",
};

/** Puts right what was recorded wrongly of a dispatch. */
export const dispatchCorrections = changesOf(Dispatch, {
  correctDispatch: correcting({
    description:
      "Puts right what was recorded wrongly of a dispatch, in whatever state it is, or takes a step back that it did not take. The official's whole file must keep the rules afterwards.",
    about:
      "What was recorded wrongly of a dispatch, and how it was. What is absent stays; null takes the consent, the start, the return or the cancellation back.",
    given: "What was wrong, and how it was.",
    input: {
      official: optional(id("Id of the official who was dispatched.")),
      organization: optional(id("Id of the organization.")),
      post: optional(text("The title of the post, 1–200 characters.")),
      legalBasis: optional(code(DispatchLegalBasisCode, "The provision it rests on.")),
      country: optional(
        country("The country of duty. Default: another organization's, else it stays."),
      ),
      plannedFrom: optional(day("The first day as planned.")),
      plannedTo: optional(
        day("The end of the term. Where it was extended, put the extension right instead."),
      ),
      payRatio: optional(whole("The percentage of pay that goes on; null where not known.")),
      npaConsultedOn: optional(
        day("The day of the consultation with the National Personnel Authority; null: none."),
      ),
      consentOn: optional(day("The day on which the official consented; null: not yet.")),
      startedOn: optional(day("The first day on dispatch; null: it has not begun.")),
      returnedOn: optional(day("The first day back on duty; null: the official is not back.")),
      acknowledgeOverstay,
      cancelledOn: optional(
        day("The day on which it was cancelled; null: it was not, and its reason goes too."),
      ),
      cancellationReason: optional(text("Why it was cancelled, 1–2,000 characters.")),
    },
    constraints,
    work: async (change, input) => {
      const organization =
        input.organization == null ? undefined : await holdOrganization(change, input.organization);
      const locked = await lockDispatchFile(change, input);
      const { dispatch, file } = locked;
      const isOther = organization !== undefined && organization.code !== dispatch.organizationCode;
      const cancelledOn = corrected(input.cancelledOn, dispatch.cancelledOn);
      const returnedOn = corrected(input.returnedOn, dispatch.returnedOn);
      const startedOn = corrected(input.startedOn, dispatch.startedOn);
      const plannedTo = input.plannedTo ?? dispatch.plannedTo;
      const acknowledged = input.acknowledgeOverstay ?? dispatch.overstayed;
      const officialId = input.official ?? dispatch.officialId;
      const others = othersOf(file, dispatch.id);
      return correctDispatchFile(
        change,
        locked,
        {
          officialId,
          organizationCode: organization?.code ?? dispatch.organizationCode,
          organizationTypeCode: organization?.typeCode ?? dispatch.organizationTypeCode,
          regionCode: organization?.regionCode ?? dispatch.regionCode,
          countryCode: input.country ?? (isOther ? organization.countryCode : dispatch.countryCode),
          post: trimmedUnlessBlank(input.post) ?? dispatch.post,
          legalBasisCode: input.legalBasis ?? dispatch.legalBasisCode,
          plannedFrom: input.plannedFrom ?? dispatch.plannedFrom,
          plannedTo,
          payRatio: corrected(input.payRatio, dispatch.payRatio),
          npaConsultedOn: corrected(input.npaConsultedOn, dispatch.npaConsultedOn),
          consentOn: corrected(input.consentOn, dispatch.consentOn),
          startedOn,
          returnedOn,
          overstayed: acknowledged && returnedOn !== null && returnedOn > plannedTo,
          followed: followedAfter(dispatch, { officialId, startedOn, plannedTo }, others),
          cancelledOn,
          cancellationReason:
            cancelledOn === null
              ? trimmedUnlessBlank(input.cancellationReason)
              : trimmedUnlessBlank(
                  corrected(input.cancellationReason, dispatch.cancellationReason),
                ),
        },
        named,
      );
    },
  }),

  takeBackDispatch: correcting({
    description:
      "Takes back a dispatch that was never planned. It answers with what was on record, which stays in the history and in the changes. One that was planned and given up is cancelled instead.",
    about: "A dispatch that was never planned.",
    given: "Which dispatch.",
    input: {},
    constraints,
    work: async (change, input) => {
      const { dispatch, files } = await lockDispatchFile(change, input);
      const { startedOn } = dispatch;
      change.require(
        startedOn === null
          ? []
          : [
              inTheWay(
                `Expected a dispatch that has not begun, received one that began on ${startedOn}.`,
                "id",
              ),
            ],
      );
      await change.remove(Dispatch, dispatch);
      const left = files.map(({ dispatches, homeAgencies }) => ({
        homeAgencies,
        dispatches: dispatches.filter((one) => one.id !== dispatch.id),
      }));
      await followNoLonger(change, undefined, left);
      return dispatch;
    },
  }),

  correctDispatchExtension: correcting({
    description:
      "Puts right what was recorded wrongly of an extension. The end of the last alone can be another: the next begins with that of the one before.",
    about: "What was recorded wrongly of an extension, and how it was. What is absent stays.",
    given: "What was wrong, and how it was.",
    input: {
      previousTo: day("Which extension: the end of the term before it."),
      newTo: optional(day("The end of the term since.")),
      consentOn: optional(day("The day on which the official consented to it.")),
      npaConsultedOn: optional(
        day("The day of the consultation with the National Personnel Authority; null: none."),
      ),
      acknowledgeOverstay,
    },
    constraints,
    work: async (change, input) => {
      const locked = await lockDispatchFile(change, input);
      const { dispatch, extensions } = locked;
      const extension = extensions.find(({ previousTo }) => previousTo === input.previousTo);
      if (!extension) return change.notFound(DispatchExtension, input.previousTo, previousToPath);
      const isLast = extension === extensions.at(-1);
      const newTo = input.newTo ?? extension.newTo;
      const after = Object.assign(new DispatchExtension(), extension, {
        newTo,
        consentOn: input.consentOn ?? extension.consentOn,
        npaConsultedOn: corrected(input.npaConsultedOn, extension.npaConsultedOn),
      });
      change.require(
        isLast || newTo === extension.newTo
          ? []
          : [
              inTheWay(
                `Expected the last extension, found one from ${extension.newTo} on.`,
                "newTo",
              ),
            ],
      );
      change.settle();
      const all = extensions.map((one) => (one === extension ? after : one));
      const consultedOn = lastConsultation(all);
      const values = {
        plannedTo: isLast ? newTo : dispatch.plannedTo,
        npaConsultedOn: consultedOn ?? dispatch.npaConsultedOn,
      };
      const fields = {
        plannedTo: "newTo",
        npaConsultedOn: "npaConsultedOn",
        startedOn: "consentOn",
      };
      const rules = extensionsHold(
        Object.assign(new Dispatch(), dispatch, values),
        all,
        change.today,
      );
      change.require(movedTo(fields, rules, "id"));
      change.settle();
      await change.update(DispatchExtension, extension, {
        newTo,
        consentOn: after.consentOn,
        npaConsultedOn: after.npaConsultedOn,
      });
      return correctDispatchFile(
        change,
        { ...locked, extensions: all },
        { ...values, overstayed: isOverstay(dispatch, values.plannedTo, input) },
        fields,
      );
    },
  }),

  takeBackDispatchExtension: correcting({
    description: "Takes back the last extension of a dispatch, which was never made.",
    about: "An extension that was never made.",
    given: "Which extension.",
    input: {
      previousTo: day("Which extension: the end of the term before it. It must be the last."),
      npaConsultedOn: optional(
        day(
          "The day of the consultation before it; null: none. Needed where that on record was for this extension and none of the others had one.",
        ),
      ),
      acknowledgeOverstay,
    },
    constraints,
    work: async (change, input) => {
      const locked = await lockDispatchFile(change, input);
      const { dispatch, extensions } = locked;
      const extension = extensions.find(({ previousTo }) => previousTo === input.previousTo);
      if (!extension) return change.notFound(DispatchExtension, input.previousTo, previousToPath);
      const { newTo, previousTo } = extension;
      change.require(
        extension === extensions.at(-1)
          ? []
          : [inTheWay(`Expected the last extension, found one from ${newTo} on.`, "previousTo")],
      );
      change.settle();
      const left = extensions.filter((one) => one !== extension);
      change.require([consultationRule(dispatch, extension, left, input)]);
      change.settle();
      const consultedOn = lastConsultation(left);
      await change.remove(DispatchExtension, extension);
      return correctDispatchFile(
        change,
        { ...locked, extensions: left },
        {
          plannedTo: previousTo,
          npaConsultedOn: corrected(input.npaConsultedOn, consultedOn ?? dispatch.npaConsultedOn),
          overstayed: isOverstay(dispatch, previousTo, input),
        },
        { npaConsultedOn: "npaConsultedOn", returnedOn: "acknowledgeOverstay" },
      );
    },
  }),
});

const previousToPath = ["input", "previousTo"];

/** What the office has acknowledged stays so, as long as the official came back after the end of the term. */
function isOverstay(
  { overstayed, returnedOn }: Pick<Dispatch, "overstayed" | "returnedOn">,
  plannedTo: string,
  { acknowledgeOverstay: given }: { readonly acknowledgeOverstay?: boolean | null },
): boolean {
  return (given ?? overstayed) && returnedOn !== null && returnedOn > plannedTo;
}
