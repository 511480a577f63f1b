import { Field, ID, InputType, Int } from "type-graphql";
import { CountryCodeScalar } from "../../kit/graphql/country-code.scalar";
import { DateScalar, PartialDateScalar } from "../../kit/graphql/scalars";
import { ChangeInput, MutationInput } from "../../kit/mutation/inputs";
import { EventFormat, NetworkEventKind } from "./network-event-codes";

/** An event to plan. */
@InputType({ description: "An event to plan." })
export class PlanEventInput extends MutationInput {
  @Field(() => ID, { description: "Code of the network." })
  network: string;
  @Field(() => NetworkEventKind, { description: "What kind of event it is." })
  kind: NetworkEventKind;
  @Field(() => Int, { nullable: true, description: "Its number in its series, if it has one." })
  edition?: number | null;
  @Field(() => String, { description: "Its title in English." })
  title: string;
  @Field(() => String, { nullable: true, description: "Its theme." })
  theme?: string | null;
  @Field(() => PartialDateScalar, {
    nullable: true,
    description: "When it is to begin, as precise as planned; null where not fixed.",
  })
  startsOn?: string | null;
  @Field(() => PartialDateScalar, {
    nullable: true,
    description: "Its last day; null where it has one day only.",
  })
  endsOn?: string | null;
  @Field(() => String, { nullable: true, description: "The city, in English." })
  city?: string | null;
  @Field(() => CountryCodeScalar, { nullable: true, description: "Where it is to take place." })
  country?: string | null;
  @Field(() => EventFormat, { nullable: true, description: "How it is to be held." })
  format?: EventFormat | null;
  @Field(() => ID, { nullable: true, description: "Code of the agency that is to host it." })
  hostAgency?: string | null;
  @Field(() => String, { nullable: true, description: "What else there is to say of it." })
  note?: string | null;
}

/** What to change of an event. */
@InputType({
  description:
    "What to change of an event that the office has recorded. A field that is left out stays as it is; null takes its value away.",
})
export class ChangeEventInput extends ChangeInput {
  @Field(() => Int, { nullable: true, description: "Its number in its series." })
  edition?: number | null;
  @Field(() => String, { nullable: true, description: "Its title in English; never null." })
  title?: string | null;
  @Field(() => String, { nullable: true, description: "Its theme." })
  theme?: string | null;
  @Field(() => PartialDateScalar, { nullable: true, description: "When it begins." })
  startsOn?: string | null;
  @Field(() => PartialDateScalar, { nullable: true, description: "Its last day." })
  endsOn?: string | null;
  @Field(() => String, { nullable: true, description: "The city, in English." })
  city?: string | null;
  @Field(() => CountryCodeScalar, { nullable: true, description: "Where it takes place." })
  country?: string | null;
  @Field(() => EventFormat, { nullable: true, description: "How it is held." })
  format?: EventFormat | null;
  @Field(() => ID, { nullable: true, description: "Code of the agency that hosts it." })
  hostAgency?: string | null;
  @Field(() => String, { nullable: true, description: "What else there is to say of it." })
  note?: string | null;
}

/** That an event was held. */
@InputType({ description: "That an event was held." })
export class ConfirmEventHeldInput extends ChangeInput {
  @Field(() => DateScalar, {
    nullable: true,
    description: "The day it began; by default the day planned.",
  })
  startsOn?: string | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: "Its last day; by default the one planned.",
  })
  endsOn?: string | null;
}

/** That an event will not be held. */
@InputType({ description: "That an event will not be, or was not, held." })
export class CancelEventInput extends ChangeInput {
  @Field(() => String, { description: "Why." })
  reason: string;
  @Field(() => DateScalar, {
    nullable: true,
    description: "When that was decided; default: today in Asia/Tokyo.",
  })
  on?: string | null;
}

/** How a country takes part in an event. */
@InputType({ description: "How a country takes part in an event." })
export class EventParticipantInput {
  @Field(() => CountryCodeScalar, { description: "The country." })
  country: string;
  @Field(() => Boolean, {
    defaultValue: false,
    description:
      "Whether it takes part as a guest, without being a member of the network; observers can be either.",
  })
  asGuest = false;
  @Field(() => Int, { nullable: true, description: "How many persons; null where not known." })
  persons?: number | null;
}

/** Who takes part in an event. */
@InputType({ description: "Who takes part in an event." })
export class RecordParticipationInput extends MutationInput {
  @Field(() => ID, { description: "Id of the event." })
  event: string;
  @Field(() => Int, {
    nullable: true,
    description: "The version of the event last seen; VERSION_CONFLICT if it has changed since.",
  })
  expectedVersion?: number | null;
  @Field(() => [EventParticipantInput], {
    nullable: true,
    description: "Countries to add; for one that takes part already, how it does is changed.",
  })
  add?: EventParticipantInput[] | null;
  @Field(() => [CountryCodeScalar], {
    nullable: true,
    description: "Countries to take off the list.",
  })
  remove?: string[] | null;
}

/** A presentation to add to an event. */
@InputType({ description: "A presentation to add to an event." })
export class AddPresentationInput extends MutationInput {
  @Field(() => ID, { description: "Id of the event." })
  event: string;
  @Field(() => Int, {
    nullable: true,
    description: "The version of the event last seen; VERSION_CONFLICT if it has changed since.",
  })
  expectedVersion?: number | null;
  @Field(() => CountryCodeScalar, { description: "The country that gives it; it takes part." })
  country: string;
  @Field(() => ID, { nullable: true, description: "Code of its agency; null where not known." })
  agency?: string | null;
  @Field(() => String, { description: "Its title." })
  title: string;
  @Field(() => String, { nullable: true, description: "Who gives it." })
  presenterName?: string | null;
  @Field(() => Int, {
    nullable: true,
    description: "Its place in the order of the event, from 1; by default the last.",
  })
  position?: number | null;
}

/** That a presentation is not given. */
@InputType({ description: "That a presentation is not given." })
export class WithdrawPresentationInput extends ChangeInput {
  @Field(() => String, { description: "Why." })
  reason: string;
}
