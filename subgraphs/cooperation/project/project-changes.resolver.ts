import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { payloadType, type Payload } from "../../kit/mutation/payload-type";
import type { RequestContext } from "../../kit/request-context";
import { CooperationUserError } from "../error/cooperation-user-error";
import { Project } from "./project";
import { ChangeProjectStateInput, ProposeProjectInput } from "./project.inputs";
import { changeProjectState, proposeProject } from "./project.service";

const ProjectPayload = payloadType("Project", "project", Project, CooperationUserError);

/** What can be done with projects. */
@Resolver()
export class ProjectChangesResolver {
  @Mutation(() => ProjectPayload, {
    nullable: true,
    description:
      "Records that a project is proposed. The country that leads it belongs to the network on the day.",
  })
  proposeProject(
    @Arg("input", () => ProposeProjectInput, { description: "The project." })
    input: ProposeProjectInput,
    @Ctx() context: RequestContext,
  ): Promise<Payload> {
    return context.change(proposeProject, input).then(ProjectPayload.of);
  }

  @Mutation(() => ProjectPayload, {
    nullable: true,
    description:
      "Records a step of a project: PROPOSED to APPROVED to ONGOING to COMPLETED, or until then to CANCELLED for a reason.",
  })
  changeProjectState(
    @Arg("input", () => ChangeProjectStateInput, { description: "The step." })
    input: ChangeProjectStateInput,
    @Ctx() context: RequestContext,
  ): Promise<Payload> {
    return context.change(changeProjectState, input).then(ProjectPayload.of);
  }
}
