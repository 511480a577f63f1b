import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { Agency } from "../../catalog/agency/agency";
import { agencyOf } from "../../catalog/agency/agency-of";
import { Country } from "../../catalog/country/country";
import { countryOf } from "../../catalog/country/country-list";
import type { Connection } from "../../kit/connection/connection-type";
import type { RequestContext } from "../../kit/request-context";
import { existing } from "../loader/record-by-id";
import { WorkPlan } from "../work-plan/work-plan";
import { workPlanById } from "../work-plan/work-plan.loader";
import { Project } from "./project";
import { ProjectArguments, ProjectConnection, projects } from "./project.list";
import { projectById, stateChangesByProjectId } from "./project.loader";
import { ProjectStateChange } from "./project-state-change";

/** Projects and what they lead to. */
@Resolver(() => Project)
export class ProjectResolver {
  @Query(() => Project, {
    nullable: true,
    description: "The project with this id; null where there is none.",
  })
  project(
    @Arg("id", () => ID, { description: "Its id." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<Project | null> {
    return context.load(projectById, id);
  }

  @Query(() => ProjectConnection, {
    nullable: true,
    description: "The projects of all work plans, earliest proposed first.",
  })
  projects(
    @Args(() => ProjectArguments) list: ProjectArguments,
    @Ctx() context: RequestContext,
  ): Connection<Project> {
    return new ProjectConnection(projects.page(context, list));
  }

  @FieldResolver(() => WorkPlan, { description: "The work plan it belongs to." })
  async workPlan(
    @Root() { workPlanId }: Project,
    @Ctx() context: RequestContext,
  ): Promise<WorkPlan> {
    return existing(await context.load(workPlanById, workPlanId), `work plan ${workPlanId}`);
  }

  @FieldResolver(() => Country, { description: "The country that leads it." })
  leadCountry(@Root() { leadCountryCode }: Project): Country {
    return countryOf(leadCountryCode);
  }

  @FieldResolver(() => Agency, {
    nullable: true,
    description: "The agency that leads it; null where not known.",
  })
  leadAgency(@Root() { leadAgencyCode }: Project): Agency | null {
    return leadAgencyCode === null ? null : agencyOf(leadAgencyCode);
  }

  @FieldResolver(() => [ProjectStateChange], {
    description: "Every step it took, earliest first.",
  })
  stateChanges(
    @Root() { id }: Project,
    @Ctx() context: RequestContext,
  ): Promise<ProjectStateChange[]> {
    return context.load(stateChangesByProjectId, id);
  }
}
