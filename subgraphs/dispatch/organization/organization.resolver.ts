import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Connection } from "../../kit/connection/connection-type";
import { Language, nameIn } from "../../kit/language";
import type { RequestContext } from "../../kit/request-context";
import type { Dispatch } from "../dispatch/dispatch";
import { DispatchArguments, DispatchConnection, onDay } from "../dispatch/dispatch.list";
import { dispatchesByOrganizationCode } from "../dispatch/dispatch-parents.list";
import { DispatchOrganizationType } from "../organization-type/dispatch-organization-type";
import { allOrganizationTypes } from "../organization-type/dispatch-organization-type.loader";
import { DispatchRegion } from "../region/dispatch-region";
import { allRegions } from "../region/dispatch-region.loader";
import { Organization } from "./organization";
import { OrganizationArguments, OrganizationConnection, organizations } from "./organization.list";
import { organizationById } from "./organization.loader";

/** Organizations and what they lead to. */
@Resolver(() => Organization)
export class OrganizationResolver {
  @Query(() => Organization, {
    nullable: true,
    description: "The organization with this id; null where there is none.",
  })
  organization(
    @Arg("id", () => ID, { description: "As given by the graph." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<Organization | null> {
    return context.load(organizationById, id);
  }

  @Query(() => OrganizationConnection, {
    nullable: true,
    description: "The bodies that receive officials.",
  })
  organizations(
    @Args(() => OrganizationArguments) list: OrganizationArguments,
    @Ctx() context: RequestContext,
  ): Connection<Organization> {
    return new OrganizationConnection(organizations.page(context, list));
  }

  @FieldResolver(() => String, { description: "Its name." })
  name(
    @Root() organization: Organization,
    @Arg("language", () => Language, { nullable: true, description: "Default: Accept-Language." })
    language: Language | null | undefined,
    @Ctx() context: RequestContext,
  ): string {
    return nameIn(language ?? context.language, organization);
  }

  @FieldResolver(() => DispatchOrganizationType, { description: "What kind of body it is." })
  async type(
    @Root() { typeCode }: Organization,
    @Ctx() context: RequestContext,
  ): Promise<DispatchOrganizationType | undefined> {
    const types = await context.load(allOrganizationTypes, "all");
    return types.find(({ code }) => code === typeCode);
  }

  @FieldResolver(() => DispatchRegion, {
    description: "The region in which the National Personnel Authority counts it.",
  })
  async region(
    @Root() { regionCode }: Organization,
    @Ctx() context: RequestContext,
  ): Promise<DispatchRegion | undefined> {
    const regions = await context.load(allRegions, "all");
    return regions.find(({ code }) => code === regionCode);
  }

  @FieldResolver(() => DispatchConnection, { description: "Who is on dispatch to it on a day." })
  dispatches(
    @Root() { code }: Organization,
    @Args(() => DispatchArguments) list: DispatchArguments,
    @Ctx() context: RequestContext,
  ): Connection<Dispatch> {
    return new DispatchConnection(
      dispatchesByOrganizationCode(context, code, onDay(context, list)),
    );
  }
}
