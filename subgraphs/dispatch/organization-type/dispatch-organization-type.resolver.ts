import { Ctx, Query, Resolver } from "type-graphql";
import type { RequestContext } from "../../kit/request-context";
import { DispatchOrganizationType } from "./dispatch-organization-type";
import { allOrganizationTypes } from "./dispatch-organization-type.loader";

/** The kinds of organization officials are dispatched to. */
@Resolver(() => DispatchOrganizationType)
export class DispatchOrganizationTypeResolver {
  @Query(() => [DispatchOrganizationType], {
    nullable: true,
    description: "The kinds of organization officials are dispatched to, in the order of the list.",
  })
  dispatchOrganizationTypes(@Ctx() context: RequestContext): Promise<DispatchOrganizationType[]> {
    return context.load(allOrganizationTypes, "all");
  }
}
