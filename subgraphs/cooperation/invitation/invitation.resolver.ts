import { Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { Country } from "../../catalog/country/country";
import { countryOf } from "../../catalog/country/country-list";
import { FiscalYear } from "../../catalog/fiscal-year/fiscal-year";
import type { Connection } from "../../kit/connection/connection-type";
import type { RequestContext } from "../../kit/request-context";
import { Invitation } from "./invitation";
import { InvitationConnection, InvitationArguments, invitations } from "./invitation.list";

/** Invitations and what they lead to. */
@Resolver(() => Invitation)
export class InvitationResolver {
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
}
