import { Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { Agency } from "../../catalog/agency/agency";
import { agencyOf } from "../../catalog/agency/agency-of";
import type { RequestContext } from "../../kit/request-context";
import { SkillCategory } from "./skill-category";
import { categoriesByStandardCode } from "./skill-category.loader";
import { SkillStandard } from "./skill-standard";

/** The skill standard and what it leads to. */
@Resolver(() => SkillStandard)
export class SkillStandardResolver {
  @Query(() => SkillStandard, {
    nullable: true,
    description:
      "The skill standards for external personnel to promote municipal DX (September 2022).",
  })
  skillStandard(@Ctx() { database }: RequestContext): Promise<SkillStandard | null> {
    return database.getRepository(SkillStandard).findOne({
      where: { code: "MUNICIPAL_DX_EXTERNAL_PERSONNEL" },
      comment: "skillStandard",
    });
  }

  @FieldResolver(() => Agency, { description: "Who formulated it." })
  formulatedBy(@Root() { agencyCode }: SkillStandard): Agency {
    return agencyOf(agencyCode);
  }

  @FieldResolver(() => [SkillCategory], { description: "The types of personnel it describes." })
  categories(
    @Root() { code }: SkillStandard,
    @Ctx() context: RequestContext,
  ): Promise<SkillCategory[]> {
    return context.load(categoriesByStandardCode, code);
  }
}
