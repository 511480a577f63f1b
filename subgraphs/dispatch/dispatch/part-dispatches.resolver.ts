import { Args, type ClassType, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Agency } from "../../catalog/agency/agency";
import { Country } from "../../catalog/country/country";
import type { Connection } from "../../kit/connection/connection-type";
import type { RequestContext } from "../../kit/request-context";
import { DispatchOrganizationType } from "../organization-type/dispatch-organization-type";
import { DispatchRegion } from "../region/dispatch-region";
import type { Dispatch } from "./dispatch";
import { DispatchArguments, DispatchConnection, onDay } from "./dispatch.list";
import {
  dispatchesByCountryCode,
  dispatchesByHomeAgencyCode,
  dispatchesByOrganizationTypeCode,
  dispatchesByRegionCode,
} from "./dispatch-parents.list";

/** Makes the field `dispatches` of a type whose nodes have a code that dispatches carry. */
function partDispatchesResolver<Part extends { readonly code: string }>(
  type: ClassType<Part>,
  dispatchesOf: typeof dispatchesByCountryCode,
  description: string,
) {
  @Resolver(() => type)
  class PartDispatchesResolver {
    @FieldResolver(() => DispatchConnection, { nullable: true, description })
    dispatches(
      @Root() { code }: Part,
      @Args(() => DispatchArguments) list: DispatchArguments,
      @Ctx() context: RequestContext,
    ): Connection<Dispatch> {
      return new DispatchConnection(dispatchesOf(context, code, onDay(context, list)));
    }
  }
  return PartDispatchesResolver;
}

/** What leads to the dispatches of a day from what they have in common. */
export const partDispatchesResolvers = [
  partDispatchesResolver(
    Country,
    dispatchesByCountryCode,
    "Officials of Japan on dispatch in it on a day, by country of duty.",
  ),
  partDispatchesResolver(
    Agency,
    dispatchesByHomeAgencyCode,
    "Its officials on dispatch on a day: those it was the home agency of when they left.",
  ),
  partDispatchesResolver(
    DispatchRegion,
    dispatchesByRegionCode,
    "Who is on dispatch to organizations of this region on a day.",
  ),
  partDispatchesResolver(
    DispatchOrganizationType,
    dispatchesByOrganizationTypeCode,
    "Who is on dispatch to organizations of this kind on a day.",
  ),
] as const;
