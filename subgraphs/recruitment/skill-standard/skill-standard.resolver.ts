import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { Agency } from "../../catalog/agency/agency";
import { agencyOf } from "../../catalog/agency/agency-of";
import { Source } from "../../catalog/source/source";
import { sourceOf } from "../../catalog/source/source-of";
import { Language, nameIn } from "../../kit/language";
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

  @FieldResolver(() => String, { description: "Its name." })
  name(
    @Root() standard: SkillStandard,
    @Arg("language", () => Language, { nullable: true, description: "Default: Accept-Language." })
    language: Language | null | undefined,
    @Ctx() context: RequestContext,
  ): string {
    return nameIn(language ?? context.language, standard);
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

  @FieldResolver(() => Source, { description: "Where it stands." })
  source(@Root() { sourceId }: SkillStandard): Source {
    return sourceOf(sourceId);
  }
}

/** What a skill category leads to. */
@Resolver(() => SkillCategory)
export class SkillCategoryResolver {
  @FieldResolver(() => String, { description: "Its name." })
  name(
    @Root() category: SkillCategory,
    @Arg("language", () => Language, { nullable: true, description: "Default: Accept-Language." })
    language: Language | null | undefined,
    @Ctx() context: RequestContext,
  ): string {
    return nameIn(language ?? context.language, category);
  }

  @FieldResolver(() => Source, { description: "Where it stands." })
  source(@Root() { sourceId }: SkillCategory): Source {
    return sourceOf(sourceId);
  }
}
