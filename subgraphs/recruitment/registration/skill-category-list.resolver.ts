import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { Connection } from "../../kit/connection/connection-type";
import type { RequestContext } from "../../kit/request-context";
import { Application } from "../application/application";
import {
  ApplicationArguments,
  ApplicationConnection,
  applicationsByCategoryCode,
} from "../application/application.list";
import { asOfRequest } from "../../kit/connection/as-of-request";
import { SkillCategory } from "../skill-standard/skill-category";
import { SkillCategoryCode } from "../skill-standard/skill-category-code";
import { skillCategoryByCode } from "../skill-standard/skill-category.loader";
import { Registration } from "./registration";
import {
  RegistrationArguments,
  RegistrationConnection,
  registrationsByCategoryCode,
} from "./registration.list";

/** What the list adds to a category. */
@Resolver(() => SkillCategory)
export class SkillCategoryListResolver {
  @Query(() => SkillCategory, {
    nullable: true,
    description: "The category with this code.",
  })
  skillCategory(
    @Arg("code", () => SkillCategoryCode, { description: "Of the category." })
    code: SkillCategoryCode,
    @Ctx() context: RequestContext,
  ): Promise<SkillCategory | null> {
    return context.load(skillCategoryByCode, code);
  }

  @FieldResolver(() => ApplicationConnection, {
    nullable: true,
    description: "The applications for it.",
  })
  applications(
    @Root() { code }: SkillCategory,
    @Args(() => ApplicationArguments) list: ApplicationArguments,
    @Ctx() context: RequestContext,
  ): Connection<Application> {
    return new ApplicationConnection(applicationsByCategoryCode(context, code, list));
  }

  @FieldResolver(() => RegistrationConnection, {
    nullable: true,
    description:
      "The places on the external personnel list in it on a day; their totalCount is the number of persons.",
  })
  registrations(
    @Root() { code }: SkillCategory,
    @Args(() => RegistrationArguments) list: RegistrationArguments,
    @Ctx() context: RequestContext,
  ): Connection<Registration> {
    return new RegistrationConnection(
      registrationsByCategoryCode(context, code, asOfRequest(list, context)),
    );
  }
}
