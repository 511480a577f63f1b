import { Field, InputType } from "type-graphql";
import { type EnumFilter, StringFilter } from "../../kit/filter/filter-inputs";
import {
  type EventFormat,
  EventFormatFilter,
  type NetworkEventKind,
  NetworkEventKindFilter,
} from "../event/network-event-codes";
import { type InvitationProgram, InvitationProgramFilter } from "../invitation/invitation-codes";

/** What of cooperation to count: by what it can be grouped by. */
@InputType({
  description: "What of cooperation to count. All conditions that are given must hold.",
})
export class CooperationStatisticsFilter {
  @Field(() => StringFilter, { nullable: true, description: "By code of the network." })
  network?: StringFilter;
  @Field(() => NetworkEventKindFilter, { nullable: true, description: "By kind of event." })
  eventKind?: EnumFilter<NetworkEventKind>;
  @Field(() => EventFormatFilter, { nullable: true, description: "By how it was held." })
  format?: EnumFilter<EventFormat>;
  @Field(() => StringFilter, { nullable: true, description: "By code of the host agency." })
  hostAgency?: StringFilter;
  @Field(() => StringFilter, {
    nullable: true,
    description:
      "By code of the country that an event was held in, or else of those who took part.",
  })
  country?: StringFilter;
  @Field(() => StringFilter, { nullable: true, description: "By code of the training course." })
  course?: StringFilter;
  @Field(() => InvitationProgramFilter, {
    nullable: true,
    description: "By program of the invitation.",
  })
  invitationProgram?: EnumFilter<InvitationProgram>;
}
