import { Arg, Ctx, Field } from "type-graphql";
import { agency, country } from "../../catalog/record/fields";
import { asOfDescription } from "../../kit/clock";
import { DateScalar } from "../../kit/graphql/scalars";
import { StoredRecord } from "../../kit/mutation/stored-record";
import { among, rowsBy } from "../../kit/record/by-key";
import {
  day,
  flag,
  foundReference,
  hidden,
  loadedReference,
  record,
  reference,
  text,
  whole,
} from "../../kit/record/fields";
import type { RequestContext } from "../../kit/request/request-context";
import {
  allLegalBases,
  DispatchLegalBasis,
  DispatchLegalBasisCode,
} from "../classification/dispatch-legal-basis";
import { DispatchOrganizationTypeCode } from "../classification/dispatch-organization-type";
import { DispatchRegionCode } from "../classification/dispatch-region";
import { type DispatchDays, DispatchState, stateOn } from "./dispatch-state";
import { Official } from "./official";
import { Organization, organizationByCode, organizationCodes } from "./organization";

/** One official's term with one organization. */
@record(
  "dispatch",
  "The dispatch of one official to one organization for a term (Act No. 117 of 1970, art. 2), from plan to return.",
)
export class Dispatch extends StoredRecord implements DispatchDays {
  @reference(() => Official, "Who is dispatched.")
  officialId: string;

  @loadedReference(() => Organization, () => organizationByCode, "Where to.", {
    filter: "By code of the organization.",
    codes: organizationCodes,
  })
  organizationCode: string;

  /** The organization's own, kept equal by the database. */
  @hidden("text", {
    field: "organizationType",
    filter: "By kind of the organization.",
    codeList: DispatchOrganizationTypeCode,
  })
  organizationTypeCode: DispatchOrganizationTypeCode;

  /** The organization's own, kept equal by the database. */
  @hidden("text", {
    field: "region",
    filter: "By region of the organization.",
    codeList: DispatchRegionCode,
  })
  regionCode: DispatchRegionCode;

  @foundReference(
    () => DispatchLegalBasis,
    among(allLegalBases),
    "text",
    "The provision it rests on.",
    { filter: "By legal basis.", codeList: DispatchLegalBasisCode },
  )
  legalBasisCode: DispatchLegalBasisCode;

  @country("The country of duty.", { filter: "By code of the country of duty, as FR." })
  countryCode: string;

  @agency(
    "The official's home agency on the first day (as planned, until it begins); it stays whatever the official's agency is later.",
    { filter: "By code of the home agency on the first day, as JP-METI." },
  )
  homeAgencyCode: string;

  @text("The title of the post held there.", { filter: "By title of the post." })
  post: string;

  @day("The first day as planned.", { filter: "By first day as planned." })
  plannedFrom: string;

  @day(
    "The first day back on duty as planned, extensions included: the end of the term, which it does not include.",
    {
      filter: "By first day back on duty as planned, extensions included.",
      order: "By end of the term as planned, extensions included.",
    },
  )
  plannedTo: string;

  @whole(
    "The percentage of pay that goes on during the dispatch, 0–100 (Act No. 117 of 1970, art. 5); null where not known.",
    { nullable: true, filter: "By percentage of pay that goes on." },
  )
  payRatio: number | null;

  @day(
    "The day on which the official consented (Act No. 117 of 1970, art. 2); null: not yet. Extensions have consent of their own.",
    { nullable: true },
  )
  consentOn: string | null;

  @day(
    "The day on which the National Personnel Authority was last consulted on a term beyond five years (Rule 18-0, art. 4); null: never.",
    { nullable: true },
  )
  npaConsultedOn: string | null;

  @day("The first day on dispatch; null: it has not begun.", {
    nullable: true,
    filter: "By first day on dispatch.",
  })
  startedOn: string | null;

  @day("The first day back on duty; null: no return is on record.", {
    nullable: true,
    filter: "By first day back on duty.",
    order: "By first day back on duty; where no return is on record, it counts as latest.",
  })
  returnedOn: string | null;

  @day("The day on which it was cancelled; null: it was not.", { nullable: true })
  cancelledOn: string | null;

  @text("Why it was cancelled; null: it was not.", { nullable: true })
  cancellationReason: string | null;

  @flag(
    "Whether the official returned after the end of the term, and the office acknowledged it when it recorded the return.",
  )
  overstayed: boolean;

  /** A later dispatch had begun when the first day was recorded: {@link DispatchDays.followed}. */
  @hidden("boolean")
  followed: boolean;

  @Field(() => DispatchState, {
    description:
      "How far it had come on a day, by what happened and not by what was planned; a dispatch that was recorded after a later one had begun counts as over by the end of its term until its return is on record. Every day before consent counts as PLANNED.",
  })
  state(
    @Arg("asOf", () => DateScalar, { nullable: true, description: asOfDescription })
    asOf: string | null | undefined,
    @Ctx() context: RequestContext,
  ): DispatchState {
    return stateOn(this, asOf ?? context.asOf);
  }
}

/** One renewal of a dispatch's term. */
@record(
  "dispatch_extension",
  "One renewal of a dispatch's term, with the official's consent (Rule 18-0, art. 4). Only a correction changes it.",
)
export class DispatchExtension {
  @hidden("text", { primary: true })
  dispatchId: string;

  @day("The end of the term before, which is the first day of the renewed term.", {
    primary: true,
  })
  previousTo: string;

  @day("The end of the term since: the first day back on duty.")
  newTo: string;

  @day("The day on which the official consented to it.")
  consentOn: string;

  @day(
    "The day on which the National Personnel Authority was consulted on it; null where the whole term stays within five years.",
    { nullable: true },
  )
  npaConsultedOn: string | null;
}

/** The extensions of dispatches in the order they were made, by the dispatch's id. */
export const extensionsByDispatchId = rowsBy(
  "extensionsByDispatchId",
  DispatchExtension,
  "dispatchId",
  { order: { previousTo: "ASC" } },
);
