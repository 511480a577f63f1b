import { Field, ID, InputType, Int } from "type-graphql";
import { CountryCodeScalar } from "../../kit/graphql/country-code.scalar";
import { DateScalar } from "../../kit/graphql/scalars";
import { ChangeInput, MutationInput } from "../../kit/mutation/inputs";
import { DispatchLegalBasisCode } from "../legal-basis/dispatch-legal-basis-code";

/** A dispatch to plan. */
@InputType({ description: "A dispatch to plan." })
export class PlanDispatchInput extends MutationInput {
  @Field(() => ID, { description: "Id of the official." })
  official: string;
  @Field(() => ID, { description: "Id of the organization." })
  organization: string;
  @Field(() => String, { description: "The title of the post, 1–200 characters." })
  post: string;
  @Field(() => DispatchLegalBasisCode, {
    description: "The provision it rests on; it must cover the organization's kind.",
  })
  legalBasis: DispatchLegalBasisCode;
  @Field(() => CountryCodeScalar, {
    nullable: true,
    description: "The country of duty. Default: the organization's.",
  })
  country?: string | null;
  @Field(() => DateScalar, { description: "The first day." })
  plannedFrom: string;
  @Field(() => DateScalar, { description: "The first day back on duty." })
  plannedTo: string;
  @Field(() => Int, {
    nullable: true,
    description: "The percentage of pay that goes on, 0–100; null where not known.",
  })
  payRatio?: number | null;
  @Field(() => DateScalar, {
    nullable: true,
    description:
      "The day on which the National Personnel Authority was consulted; needed for a term beyond five years.",
  })
  npaConsultedOn?: string | null;
}

/** What to change of a dispatch that has not begun. */
@InputType({
  description:
    "What to change of a dispatch that has not begun; what is absent stays. Where the organization, the post, the country, the term or the pay changes, the official must consent anew.",
})
export class ChangePlannedDispatchInput extends ChangeInput {
  @Field(() => ID, { nullable: true, description: "Id of the organization." })
  organization?: string | null;
  @Field(() => String, { nullable: true, description: "The title of the post, 1–200 characters." })
  post?: string | null;
  @Field(() => DispatchLegalBasisCode, {
    nullable: true,
    description: "The provision it rests on.",
  })
  legalBasis?: DispatchLegalBasisCode | null;
  @Field(() => CountryCodeScalar, {
    nullable: true,
    description: "The country of duty. Default: a new organization's, else it stays.",
  })
  country?: string | null;
  @Field(() => DateScalar, { nullable: true, description: "The first day." })
  plannedFrom?: string | null;
  @Field(() => DateScalar, { nullable: true, description: "The first day back on duty." })
  plannedTo?: string | null;
  @Field(() => Int, {
    nullable: true,
    description: "The percentage of pay that goes on, 0–100; null where not known.",
  })
  payRatio?: number | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: "The day on which the National Personnel Authority was consulted; null: never.",
  })
  npaConsultedOn?: string | null;
}

/** An official's consent. */
@InputType({
  description:
    "An official's consent to a dispatch as planned; until it begins, another day corrects the one on record.",
})
export class RecordDispatchConsentInput extends ChangeInput {
  @Field(() => DateScalar, {
    description:
      "The day on which the official consented: today or earlier, and on or before the first day as planned.",
  })
  consentOn: string;
}

/** The beginning of a dispatch. */
@InputType({ description: "The beginning of a dispatch." })
export class StartDispatchInput extends ChangeInput {
  @Field(() => DateScalar, {
    description: "The first day on dispatch; today or earlier, and before the end of the term.",
  })
  startedOn: string;
}

/** A renewal of a dispatch's term. */
@InputType({ description: "A renewal of the term of a dispatch that goes on." })
export class ExtendDispatchInput extends ChangeInput {
  @Field(() => DateScalar, {
    description: "The new first day back on duty, later than the one so far.",
  })
  newTo: string;
  @Field(() => DateScalar, {
    description:
      "The day on which the official consented to it: no later than the term so far ends, and no earlier than the dispatch began or the official consented to the extension before.",
  })
  consentOn: string;
  @Field(() => DateScalar, {
    nullable: true,
    description:
      "The day on which the National Personnel Authority was consulted on it: after the consultation before, and no earlier than the dispatch began. Needed where the whole term is then beyond five years.",
  })
  npaConsultedOn?: string | null;
}

/** The end of a dispatch. */
@InputType({ description: "The end of a dispatch." })
export class ReturnFromDispatchInput extends ChangeInput {
  @Field(() => DateScalar, {
    description:
      "The first day back on duty: today or earlier, after the first day on dispatch, and no later than the end of the term unless acknowledgeOverstay says so.",
  })
  returnedOn: string;
  @Field(() => Boolean, {
    nullable: true,
    description:
      "true: the official came back after the end of a term that was not extended, and the office knows it; without it such a return is RETURN_AFTER_TERM. Of no effect on a return within the term.",
  })
  acknowledgeOverstay?: boolean | null;
}

/** The giving up of a dispatch. */
@InputType({ description: "The giving up, today, of a dispatch that has not begun." })
export class CancelDispatchInput extends ChangeInput {
  @Field(() => String, { description: "Why, 1–2,000 characters." })
  reason: string;
}
