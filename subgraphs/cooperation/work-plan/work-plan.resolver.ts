import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Connection } from "../../kit/connection/connection-type";
import type { RequestContext } from "../../kit/request-context";
import { asOfRequest } from "../../kit/connection/as-of-request";
import { Network } from "../network/network";
import { networkOf } from "../network/network.loader";
import type { Project } from "../project/project";
import { ProjectArguments, ProjectConnection, projectsByWorkPlanId } from "../project/project.list";
import { WorkPlan } from "./work-plan";
import {
  WorkPlanArguments,
  WorkPlanConnection,
  WorkPlanHistoryArguments,
  workPlans,
} from "./work-plan.list";
import { workPlanById } from "./work-plan.loader";

/** Work plans and what they lead to. */
@Resolver(() => WorkPlan)
export class WorkPlanResolver {
  @Query(() => WorkPlan, {
    nullable: true,
    description: "The work plan with this id; null where there is none.",
  })
  workPlan(
    @Arg("id", () => ID, { description: "Its id." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<WorkPlan | null> {
    return context.load(workPlanById, id);
  }

  @Query(() => WorkPlanConnection, {
    nullable: true,
    description: "The work plans of all networks that hold on a day.",
  })
  workPlans(
    @Args(() => WorkPlanArguments) list: WorkPlanArguments,
    @Ctx() context: RequestContext,
  ): Connection<WorkPlan> {
    return new WorkPlanConnection(workPlans.page(context, asOfRequest(list, context)));
  }

  @Query(() => WorkPlanConnection, {
    nullable: true,
    description: "Every work plan that there was, is or is to be.",
  })
  workPlanHistory(
    @Args(() => WorkPlanHistoryArguments) list: WorkPlanHistoryArguments,
    @Ctx() context: RequestContext,
  ): Connection<WorkPlan> {
    return new WorkPlanConnection(workPlans.page(context, list));
  }

  @FieldResolver(() => Network, { description: "The network." })
  network(@Root() { networkCode }: WorkPlan, @Ctx() context: RequestContext): Promise<Network> {
    return networkOf(context, networkCode);
  }

  @FieldResolver(() => ProjectConnection, { description: "Its projects." })
  projects(
    @Root() { id }: WorkPlan,
    @Args(() => ProjectArguments) list: ProjectArguments,
    @Ctx() context: RequestContext,
  ): Connection<Project> {
    return new ProjectConnection(projectsByWorkPlanId(context, id, list));
  }
}
