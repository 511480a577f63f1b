import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Country } from "../../catalog/country/country";
import type { Connection } from "../../kit/connection/connection-type";
import type { RequestContext } from "../../kit/request-context";
import type { Fellow } from "../fellow/fellow";
import { FellowArguments, FellowConnection, fellowsByCountryCode } from "../fellow/fellow.list";

/** The fellows of a country. */
@Resolver(() => Country)
export class CountryFellowsResolver {
  @FieldResolver(() => FellowConnection, {
    nullable: true,
    description: "The fellows on record whom its agencies sent.",
  })
  fellows(
    @Root() { code }: Country,
    @Args(() => FellowArguments) list: FellowArguments,
    @Ctx() context: RequestContext,
  ): Connection<Fellow> {
    return new FellowConnection(fellowsByCountryCode(context, code, list));
  }
}
