import { Field, ObjectType } from "type-graphql";
import { Agency } from "../../catalog/agency/agency";
import { agencyOf } from "../../catalog/agency/agency-of";
import { Country } from "../../catalog/country/country";
import { countryOf } from "../../catalog/country/country-list";
import { StatisticsRow } from "../../catalog/statistics/statistics-row";
import { EventFormat, NetworkEventKind } from "../event/network-event-codes";
import { InvitationProgram } from "../invitation/invitation-codes";

/** One group of cooperation. */
@ObjectType({
  description:
    "One group of cooperation: what it is grouped by, and how many. What it is not grouped by is null.",
})
export class CooperationStatisticsRow extends StatisticsRow {
  @Field(() => NetworkEventKind, { nullable: true, description: "The kind of event." })
  eventKind(): NetworkEventKind | null {
    return this.keyOf("eventKind") as NetworkEventKind | null;
  }

  @Field(() => EventFormat, { nullable: true, description: "How the event was held." })
  format(): EventFormat | null {
    return this.keyOf("format") as EventFormat | null;
  }

  @Field(() => Agency, { nullable: true, description: "The agency that hosted the event." })
  hostAgency(): Agency | null {
    const code = this.keyOf("hostAgency");
    return code === null ? null : agencyOf(code);
  }

  @Field(() => Country, {
    nullable: true,
    description: "The country an event was held in, or else that of those who took part.",
  })
  country(): Country | null {
    const code = this.keyOf("country");
    return code === null ? null : countryOf(code);
  }

  @Field(() => InvitationProgram, {
    nullable: true,
    description: "The program of the invitation.",
  })
  invitationProgram(): InvitationProgram | null {
    return this.keyOf("invitationProgram") as InvitationProgram | null;
  }

  /** The code of its network. */
  get networkCode(): string | null {
    return this.keyOf("network");
  }

  /** The code of its training course. */
  get courseCode(): string | null {
    return this.keyOf("course");
  }
}
