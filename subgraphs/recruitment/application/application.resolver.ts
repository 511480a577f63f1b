import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Connection } from "../../kit/connection/connection-type";
import type { RequestContext } from "../../kit/request-context";
import { Applicant } from "../applicant/applicant";
import { applicantById } from "../applicant/applicant.loader";
import { referenced } from "../record/record.loader";
import { Registration } from "../registration/registration";
import { registrationsByApplicationId } from "../registration/registration.loader";
import { SkillCategory } from "../skill-standard/skill-category";
import { categoriesOf } from "../skill-standard/skill-category.loader";
import { Solicitation } from "../solicitation/solicitation";
import { solicitationByFiscalYear } from "../solicitation/solicitation.loader";
import { Application } from "./application";
import { ApplicationArguments, ApplicationConnection, applications } from "./application.list";
import {
  applicationById,
  categoryCodesByApplicationId,
  selectedCodesByApplicationId,
} from "./application.loader";
import { StageTransition } from "./stage-transition";
import { stagesByApplicationId } from "./stage-transition.loader";

/** Applications and what they lead to. */
@Resolver(() => Application)
export class ApplicationResolver {
  @Query(() => Application, {
    nullable: true,
    description: "The application with this id; null where there is none.",
  })
  application(
    @Arg("id", () => ID, { description: "Of the application." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<Application | null> {
    return context.load(applicationById, id);
  }

  @Query(() => ApplicationConnection, {
    nullable: true,
    description: "Applications to all solicitations.",
  })
  applications(
    @Args(() => ApplicationArguments) list: ApplicationArguments,
    @Ctx() context: RequestContext,
  ): Connection<Application> {
    return new ApplicationConnection(applications.page(context, list));
  }

  @FieldResolver(() => Applicant, { description: "Who applied." })
  applicant(
    @Root() { applicantId }: Application,
    @Ctx() context: RequestContext,
  ): Promise<Applicant> {
    return referenced(context, applicantById, applicantId);
  }

  @FieldResolver(() => Solicitation, { description: "What was applied to." })
  solicitation(
    @Root() { fiscalYear }: Application,
    @Ctx() context: RequestContext,
  ): Promise<Solicitation> {
    return referenced(context, solicitationByFiscalYear, fiscalYear);
  }

  @FieldResolver(() => [SkillCategory], { description: "The categories it is for." })
  async categories(
    @Root() { id }: Application,
    @Ctx() context: RequestContext,
  ): Promise<SkillCategory[]> {
    return categoriesOf(context, await context.load(categoryCodesByApplicationId, id));
  }

  @FieldResolver(() => [SkillCategory], {
    description: "The categories it was selected in; empty where it was not, or not yet.",
  })
  async selectedCategories(
    @Root() { id }: Application,
    @Ctx() context: RequestContext,
  ): Promise<SkillCategory[]> {
    return categoriesOf(context, await context.load(selectedCodesByApplicationId, id));
  }

  @FieldResolver(() => [StageTransition], {
    description: "Every stage it reached, in order, from its submission.",
  })
  stages(@Root() { id }: Application, @Ctx() context: RequestContext): Promise<StageTransition[]> {
    return context.load(stagesByApplicationId, id);
  }

  @FieldResolver(() => [Registration], {
    description: "The places on the external personnel list that came of it, ended ones included.",
  })
  registrations(
    @Root() { id }: Application,
    @Ctx() context: RequestContext,
  ): Promise<Registration[]> {
    return context.load(registrationsByApplicationId, id);
  }
}
