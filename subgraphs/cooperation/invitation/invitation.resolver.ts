import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { Agency } from "../../catalog/agency/agency";
import { agencyOf } from "../../catalog/agency/agency-of";
import { Country } from "../../catalog/country/country";
import { countryOf } from "../../catalog/country/country-list";
import { FiscalYear } from "../../catalog/fiscal-year/fiscal-year";
import type { Connection } from "../../kit/connection/connection-type";
import type { RequestContext } from "../../kit/request-context";
import { Invitation } from "./invitation";
import { InvitationConnection, InvitationArguments, invitations } from "./invitation.list";
import { invitationById } from "./invitation.loader";

/** Invitations and what they lead to. */
@Resolver(() => Invitation)
export class InvitationResolver {
  @Query(() => Invitation, {
    nullable: true,
    description: "The invitation with this id; null where there is none.",
  })
  invitation(
    @Arg("id", () => ID, { description: "Its id." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<Invitation | null> {
    return context.load(invitationById, id);
  }

  @Query(() => InvitationConnection, {
    nullable: true,
    description: "Invitations to Japan, earliest first.",
  })
  invitations(
    @Args(() => InvitationArguments) list: InvitationArguments,
    @Ctx() context: RequestContext,
  ): Connection<Invitation> {
    return new InvitationConnection(invitations.page(context, list));
  }

  @FieldResolver(() => FiscalYear, { description: "The fiscal year." })
  fiscalYear(@Root() { fiscalYearNumber }: Invitation): FiscalYear {
    return new FiscalYear(fiscalYearNumber);
  }

  @FieldResolver(() => Country, { description: "The country invited." })
  country(@Root() { countryCode }: Invitation): Country {
    return countryOf(countryCode);
  }

  @FieldResolver(() => Agency, {
    nullable: true,
    description: "The agency invited; null where not known.",
  })
  agency(@Root() { agencyCode }: Invitation): Agency | null {
    return agencyCode === null ? null : agencyOf(agencyCode);
  }
}
