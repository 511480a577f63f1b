import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { type Payload, payloadType } from "../../kit/mutation/payload-type";
import type { RequestContext } from "../../kit/request-context";
import { RecruitmentUserError } from "../record/recruitment-error-code";
import { Engagement } from "./engagement";
import {
  CancelEngagementInput,
  EndEngagementInput,
  StartEngagementInput,
} from "./engagement.inputs";
import { cancelEngagement, endEngagement, startEngagement } from "./engagement.service";

const EngagementPayload = payloadType("Engagement", "engagement", Engagement, RecruitmentUserError);

/** What the ministry records of engagements. */
@Resolver()
export class EngagementChangesResolver {
  @Mutation(() => EngagementPayload, {
    nullable: true,
    description:
      "Starts the engagement of a person, who is on the list on its first day, with a municipality, which has been granted the list by then.",
  })
  startEngagement(
    @Arg("input", () => StartEngagementInput, { description: "The engagement." })
    input: StartEngagementInput,
    @Ctx() context: RequestContext,
  ): Promise<Payload> {
    return context.change(startEngagement, input).then(EngagementPayload.of);
  }

  @Mutation(() => EngagementPayload, {
    nullable: true,
    description:
      "Cancels an engagement before its first day. It stays on record, holds on no day, and keeps no other from being agreed.",
  })
  cancelEngagement(
    @Arg("input", () => CancelEngagementInput, { description: "The engagement and why." })
    input: CancelEngagementInput,
    @Ctx() context: RequestContext,
  ): Promise<Payload> {
    return context.change(cancelEngagement, input).then(EngagementPayload.of);
  }

  @Mutation(() => EngagementPayload, {
    nullable: true,
    description: "Ends an engagement earlier than agreed.",
  })
  endEngagement(
    @Arg("input", () => EndEngagementInput, { description: "The engagement and the day." })
    input: EndEngagementInput,
    @Ctx() context: RequestContext,
  ): Promise<Payload> {
    return context.change(endEngagement, input).then(EngagementPayload.of);
  }
}
