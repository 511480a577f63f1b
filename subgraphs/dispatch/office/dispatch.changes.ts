import { code, country, day, flag, id, optional, text } from "../../kit/graphql/input-fields";
import { trimmedUnlessBlank } from "../../kit/rules/text.rules";
import { DispatchLegalBasisCode } from "../classification/dispatch-legal-basis";
import { Dispatch, DispatchExtension } from "./dispatch";
import { adding, changesOf, changing } from "../record/dispatch-changes";
import { firstDayOf, isFollowed } from "./dispatch-state";
import { terms } from "./dispatch-terms";
import { consentRule, extensionRules } from "./dispatch-step.rules";
import {
  dispatchConstraints as constraints,
  holdOrganization,
  lockDispatch,
  lockOfficial,
  othersOf,
  requireWhole,
  updateDispatch,
} from "./dispatch.service";

/** The fields of a dispatch that a plan gives, by their own names. */
const planned = Object.fromEntries(
  ["post", "legalBasis", "country", "plannedFrom", "plannedTo", "payRatio", "npaConsultedOn"].map(
    (field) => [field, field],
  ),
);

/** What becomes of a dispatch, from plan to return. */
export const dispatchChanges = changesOf(Dispatch, {
  planDispatch: adding({
    description: "Plans the dispatch of an official to an organization.",
    about: "A dispatch to plan.",
    given: "The plan.",
    input: {
      ...terms,
      official: id("Id of the official."),
      legalBasis: code(
        DispatchLegalBasisCode,
        "The provision it rests on; it must cover the organization's kind.",
      ),
      country: optional(country("The country of duty. Default: the organization's.")),
      npaConsultedOn: optional(
        day(
          "The day on which the National Personnel Authority was consulted; needed for a term beyond five years.",
        ),
      ),
    },
    constraints,
    work: async (change, input) => {
      const organization = await holdOrganization(change, input.organization);
      const file = await lockOfficial(change, input.official, "input", "official");
      const values = {
        organizationCode: organization.code,
        organizationTypeCode: organization.typeCode,
        regionCode: organization.regionCode,
        legalBasisCode: input.legalBasis,
        post: trimmedUnlessBlank(input.post),
        plannedFrom: input.plannedFrom,
        plannedTo: input.plannedTo,
        payRatio: input.payRatio ?? null,
        npaConsultedOn: input.npaConsultedOn ?? null,
        consentOn: null,
        startedOn: null,
        returnedOn: null,
        cancelledOn: null,
        cancellationReason: null,
      };
      const countryCode = input.country ?? organization.countryCode;
      const plan = { ...values, countryCode };
      const known = await requireWhole(change, file, undefined, plan, planned);
      return change.insert(Dispatch, { ...values, ...known, officialId: input.official });
    },
  }),

  changePlannedDispatch: changing({
    description: "Changes a dispatch that has not begun.",
    about:
      "What to change of a dispatch that has not begun; what is absent stays. Where the organization, the post, the country, the term or the pay changes, the official must consent anew.",
    given: "What to change.",
    input: {
      organization: optional(terms.organization),
      post: optional(terms.post),
      legalBasis: optional(code(DispatchLegalBasisCode, "The provision it rests on.")),
      country: optional(
        country("The country of duty. Default: a new organization's, else it stays."),
      ),
      plannedFrom: optional(terms.plannedFrom),
      plannedTo: optional(terms.plannedTo),
      payRatio: terms.payRatio,
      npaConsultedOn: optional(
        day("The day on which the National Personnel Authority was consulted; null: never."),
      ),
    },
    constraints,
    work: async (change, input) => {
      const organization =
        input.organization == null ? undefined : await holdOrganization(change, input.organization);
      const locked = await lockDispatch(change, input, "change");
      const { dispatch } = locked;
      const { countryCode: countryOfDuty } =
        organization === undefined || organization.code === dispatch.organizationCode
          ? dispatch
          : organization;
      const agreed = {
        organizationCode: organization?.code ?? dispatch.organizationCode,
        countryCode: input.country ?? countryOfDuty,
        post: trimmedUnlessBlank(input.post) ?? dispatch.post,
        plannedFrom: input.plannedFrom ?? dispatch.plannedFrom,
        plannedTo: input.plannedTo ?? dispatch.plannedTo,
        payRatio: input.payRatio === undefined ? dispatch.payRatio : input.payRatio,
      };
      const isSame = (Object.keys(agreed) as (keyof typeof agreed)[]).every(
        (name) => agreed[name] === dispatch[name],
      );
      const values = {
        ...agreed,
        organizationTypeCode: organization?.typeCode ?? dispatch.organizationTypeCode,
        regionCode: organization?.regionCode ?? dispatch.regionCode,
        legalBasisCode: input.legalBasis ?? dispatch.legalBasisCode,
        npaConsultedOn:
          input.npaConsultedOn === undefined ? dispatch.npaConsultedOn : input.npaConsultedOn,
        consentOn: isSame ? dispatch.consentOn : null,
      };
      return updateDispatch(change, locked, values, planned);
    },
  }),

  recordDispatchConsent: changing({
    description:
      "Records the official's consent to a planned dispatch, without which it cannot begin.",
    about:
      "An official's consent to a dispatch as planned. Until the dispatch begins, another day replaces the one on record.",
    given: "Which dispatch, and when.",
    input: {
      consentOn: day(
        "The day on which the official consented: today or earlier, and on or before the first day as planned.",
      ),
    },
    constraints,
    work: async (change, input) => {
      const { consentOn } = input;
      const locked = await lockDispatch(change, input, "consent");
      change.require(consentRule(locked.dispatch.consentOn, consentOn));
      change.settle();
      return updateDispatch(change, locked, { consentOn }, { consentOn: "consentOn" });
    },
  }),

  startDispatch: changing({
    description: "Records that a dispatch the official consented to has begun.",
    about: "The beginning of a dispatch.",
    given: "Which dispatch, and when.",
    input: {
      startedOn: day(
        "The first day on dispatch; today or earlier, and before the end of the term.",
      ),
    },
    constraints,
    work: async (change, input) => {
      const { startedOn } = input;
      const locked = await lockDispatch(change, input, "start");
      const { dispatch, file } = locked;
      const followed = isFollowed(dispatch, othersOf(file, dispatch.id));
      const values = { startedOn, followed };
      return updateDispatch(change, locked, values, { startedOn: "startedOn" });
    },
  }),

  extendDispatch: changing({
    description: "Renews the term of a dispatch that goes on, with the official's consent.",
    about: "A renewal of the term of a dispatch that goes on.",
    given: "Which dispatch, and until when.",
    input: {
      newTo: day("The new first day back on duty, later than the one so far."),
      consentOn: day(
        "The day on which the official consented to it: no later than the term so far ends, and no earlier than the dispatch began or the official consented to the extension before.",
      ),
      npaConsultedOn: optional(
        day(
          "The day on which the National Personnel Authority was consulted on it: after the consultation before, and no earlier than the dispatch began. Needed where the whole term is then beyond five years.",
        ),
      ),
    },
    constraints,
    work: async (change, input) => {
      const { dispatch, file } = await lockDispatch(change, input, "extend");
      const { id: dispatchId, plannedTo: previousTo } = dispatch;
      const { newTo, consentOn, npaConsultedOn = null } = input;
      const extension = { newTo, consentOn, npaConsultedOn };
      const before = await change.manager.findOne(DispatchExtension, {
        where: { dispatchId },
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
      change.require(extensionRules(extension, facts));
      change.settle();
      const values = {
        plannedTo: newTo,
        npaConsultedOn: npaConsultedOn ?? dispatch.npaConsultedOn,
        // The later one may have come to be the earlier, by a correction.
        followed: dispatch.followed && isFollowed({ plannedTo: newTo }, othersOf(file, dispatchId)),
      };
      const after = Object.assign(new Dispatch(), dispatch, values);
      const fields = { startedOn: "newTo", plannedTo: "newTo" };
      await requireWhole(change, file, dispatchId, after, fields);
      await change.insert(DispatchExtension, { dispatchId, previousTo, ...extension });
      return change.update(Dispatch, dispatch, values);
    },
  }),

  returnFromDispatch: changing({
    description: "Records that the official is back on duty.",
    about: "The end of a dispatch.",
    given: "Which dispatch, and when.",
    input: {
      returnedOn: day(
        "The first day back on duty: today or earlier, after the first day on dispatch, and no later than the end of the term unless acknowledgeOverstay says so.",
      ),
      acknowledgeOverstay: optional(
        flag(
          "true: the office knows that the official came back after the end of a term that was not extended. Without it, such a return breaks the rule RETURN_AFTER_TERM. It has no effect on a return within the term.",
        ),
      ),
    },
    constraints,
    work: async (change, input) => {
      const { returnedOn, acknowledgeOverstay } = input;
      const locked = await lockDispatch(change, input, "return");
      const overstayed = acknowledgeOverstay === true && returnedOn > locked.dispatch.plannedTo;
      const fields = { returnedOn: "returnedOn", startedOn: "returnedOn" };
      return updateDispatch(change, locked, { returnedOn, overstayed }, fields);
    },
  }),

  cancelDispatch: changing({
    description: "Cancels, today, a dispatch that has not begun. It stays on record.",
    about: "The cancellation, today, of a dispatch that has not begun.",
    given: "Which dispatch, and why.",
    input: { reason: text("Why, 1–2,000 characters.") },
    constraints,
    work: async (change, input) => {
      const locked = await lockDispatch(change, input, "cancel");
      const values = {
        cancelledOn: change.today,
        cancellationReason: trimmedUnlessBlank(input.reason),
      };
      return updateDispatch(change, locked, values, { reason: "reason" });
    },
  }),
});
