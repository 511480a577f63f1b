import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { Source } from "../../catalog/source/source";
import { sourceOf } from "../../catalog/source/source-of";
import { Language, nameIn } from "../../kit/language";
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

  @FieldResolver(() => String, { description: "Its name." })
  name(
    @Root() type: DispatchOrganizationType,
    @Arg("language", () => Language, { nullable: true, description: "Default: Accept-Language." })
    language: Language | null | undefined,
    @Ctx() context: RequestContext,
  ): string {
    return nameIn(language ?? context.language, type);
  }

  @FieldResolver(() => Source, { description: "Where it was seen." })
  source(@Root() { sourceId }: DispatchOrganizationType): Source {
    return sourceOf(sourceId);
  }
}
