import { Field, ID, InputType } from "type-graphql";
import { DateScalar } from "../../kit/graphql/scalars";
import { ChangeInput, MutationInput } from "../../kit/mutation/inputs";
import { HostKind } from "./host-kind";

/** A placement to make. */
@InputType({ description: "A placement to make." })
export class PlaceFellowInput extends MutationInput {
  @Field(() => ID, { description: "The fellow's id." })
  fellow: string;
  @Field(() => HostKind, { description: "What kind of host it is." })
  hostKind: HostKind;
  @Field(() => ID, {
    nullable: true,
    description:
      "For AGENCY, and for it alone: the agency's code, as JP-METI; one of the program's host country.",
  })
  hostAgency?: string | null;
  @Field(() => String, {
    nullable: true,
    description: "For every kind but AGENCY: the host's name, 1–200 characters.",
  })
  hostName?: string | null;
  @Field(() => DateScalar, { description: "The first day." })
  from: string;
  @Field(() => DateScalar, {
    nullable: true,
    description:
      "The first day it no longer holds; null = open, which a cohort of unknown end allows.",
  })
  to?: string | null;
}

/** New days of a placement. */
@InputType({ description: "New days of a placement; what is not given stays." })
export class ChangePlacementInput extends ChangeInput {
  @Field(() => DateScalar, { nullable: true, description: "The first day." })
  from?: string | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: "The first day it no longer holds; null opens it, not given leaves it.",
  })
  to?: string | null;
}

/** The end of a placement before its time. */
@InputType({ description: "The end of a placement before its time." })
export class EndPlacementInput extends ChangeInput {
  @Field(() => DateScalar, {
    description: "Its last day, not in the future; to becomes the day after.",
  })
  lastDay: string;
  @Field(() => String, { description: "Why, 1–2,000 characters." })
  reason: string;
}

/** The cancellation of a placement before it begins. */
@InputType({ description: "The cancellation of a placement before it begins." })
export class CancelPlacementInput extends ChangeInput {
  @Field(() => DateScalar, {
    description:
      "The day of the cancellation: since the fellow's admission, before the placement's first, not in the future.",
  })
  on: string;
  @Field(() => String, { description: "Why, 1–2,000 characters." })
  reason: string;
}
