import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { Language, nameIn } from "../../kit/language";
import type { RequestContext } from "../../kit/request-context";
import { DispatchOrganizationType } from "../organization-type/dispatch-organization-type";
import { organizationTypesByLegalBasisCode } from "../organization-type/dispatch-organization-type.loader";
import { DispatchLegalBasis } from "./dispatch-legal-basis";
import { allLegalBases } from "./dispatch-legal-basis.loader";

/** The provisions under which officials are dispatched. */
@Resolver(() => DispatchLegalBasis)
export class DispatchLegalBasisResolver {
  @Query(() => [DispatchLegalBasis], {
    nullable: true,
    description:
      "The provisions under which officials are dispatched (Act No. 117 of 1970, art. 2(1)), by class.",
  })
  dispatchLegalBases(@Ctx() context: RequestContext): Promise<DispatchLegalBasis[]> {
    return context.load(allLegalBases, "all");
  }

  @FieldResolver(() => String, {
    description: "The wording of the item: the Act's own in Japanese, ours in English.",
  })
  text(
    @Root() { textEn, textJa }: DispatchLegalBasis,
    @Arg("language", () => Language, { nullable: true, description: "Default: Accept-Language." })
    language: Language | null | undefined,
    @Ctx() context: RequestContext,
  ): string {
    return nameIn(language ?? context.language, { nameEn: textEn, nameJa: textJa });
  }

  @FieldResolver(() => [DispatchOrganizationType], {
    description: "The kinds of organization that come under it; the mapping is ours.",
  })
  organizationTypes(
    @Root() { code }: DispatchLegalBasis,
    @Ctx() context: RequestContext,
  ): Promise<DispatchOrganizationType[]> {
    return context.load(organizationTypesByLegalBasisCode, code);
  }
}
