import type { ChangeDefinition } from "../../kit/mutation/change-definition";
import type { DispatchErrorCode } from "../rules/dispatch-error-code";
import { storedText } from "../rules/text.rules";
import { Dispatch } from "./dispatch";
import {
  checkWhole,
  holdOrganization,
  lockDispatch,
  lockOfficial,
} from "./dispatch-aggregate.service";
import { dispatchConstraints } from "./dispatch-constraints";
import type { ChangePlannedDispatchInput, PlanDispatchInput } from "./dispatch-inputs";

/** The fields of a dispatch that a plan gives, by their own names. */
const planned = Object.fromEntries(
  ["post", "legalBasis", "country", "plannedFrom", "plannedTo", "payRatio", "npaConsultedOn"].map(
    (field) => [field, field],
  ),
);

/** Plans a dispatch. */
export const planDispatch: ChangeDefinition<PlanDispatchInput, Dispatch, DispatchErrorCode> = {
  name: "planDispatch",
  node: Dispatch,
  constraints: dispatchConstraints,
  work: async (change, input) => {
    const organization = await holdOrganization(change, input.organization);
    const file = await lockOfficial(change, input.official, "input", "official");
    const values = {
      organizationCode: organization.code,
      organizationTypeCode: organization.typeCode,
      regionCode: organization.regionCode,
      legalBasisCode: input.legalBasis,
      countryCode: input.country ?? organization.countryCode,
      post: storedText(input.post),
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
    const homeAgencyCode = await checkWhole(change, file, undefined, values, planned);
    const { countryCode, ...others } = values;
    if (countryCode === null || homeAgencyCode === null) throw new Error("the rules let it pass");
    return change.insert(Dispatch, {
      ...others,
      countryCode,
      officialId: input.official,
      homeAgencyCode,
    });
  },
};

/** Changes a dispatch that has not begun; consent to what it was lapses. */
export const changePlannedDispatch: ChangeDefinition<
  ChangePlannedDispatchInput,
  Dispatch,
  DispatchErrorCode
> = {
  name: "changePlannedDispatch",
  node: Dispatch,
  constraints: dispatchConstraints,
  work: async (change, input) => {
    const organization =
      input.organization == null ? undefined : await holdOrganization(change, input.organization);
    const { dispatch, file } = await lockDispatch(change, input, "change");
    const { countryCode: countryOfDuty } =
      organization === undefined || organization.code === dispatch.organizationCode
        ? dispatch
        : organization;
    const terms = {
      organizationCode: organization?.code ?? dispatch.organizationCode,
      countryCode: input.country ?? countryOfDuty,
      post: storedText(input.post) ?? dispatch.post,
      plannedFrom: input.plannedFrom ?? dispatch.plannedFrom,
      plannedTo: input.plannedTo ?? dispatch.plannedTo,
      payRatio: input.payRatio === undefined ? dispatch.payRatio : input.payRatio,
    };
    const isSame = (Object.keys(terms) as (keyof typeof terms)[]).every(
      (name) => terms[name] === dispatch[name],
    );
    const values = {
      ...terms,
      organizationTypeCode: organization?.typeCode ?? dispatch.organizationTypeCode,
      regionCode: organization?.regionCode ?? dispatch.regionCode,
      legalBasisCode: input.legalBasis ?? dispatch.legalBasisCode,
      npaConsultedOn:
        input.npaConsultedOn === undefined ? dispatch.npaConsultedOn : input.npaConsultedOn,
      consentOn: isSame ? dispatch.consentOn : null,
    };
    const after = Object.assign(new Dispatch(), dispatch, values);
    const homeAgencyCode = await checkWhole(change, file, dispatch.id, after, planned);
    const { countryCode, ...others } = values;
    if (countryCode === null) throw new Error("the rules let it pass");
    return change.update(Dispatch, dispatch, {
      ...others,
      countryCode,
      homeAgencyCode: homeAgencyCode ?? dispatch.homeAgencyCode,
    });
  },
};
