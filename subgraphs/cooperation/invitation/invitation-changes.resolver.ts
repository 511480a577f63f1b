import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { payloadType, type Payload } from "../../kit/mutation/payload-type";
import type { RequestContext } from "../../kit/request-context";
import { CooperationUserError } from "../error/cooperation-user-error";
import { Invitation } from "./invitation";
import {
  AnswerInvitationInput,
  InviteSeniorOfficialsInput,
  RecordVisitInput,
} from "./invitation.inputs";
import { answerInvitation, inviteSeniorOfficials, recordVisit } from "./invitation.service";

const InvitationPayload = payloadType("Invitation", "invitation", Invitation, CooperationUserError);

/** What can be done with invitations. */
@Resolver()
export class InvitationChangesResolver {
  @Mutation(() => InvitationPayload, {
    nullable: true,
    description: "Records that senior officials or others of a country are invited to Japan.",
  })
  inviteSeniorOfficials(
    @Arg("input", () => InviteSeniorOfficialsInput, { description: "The invitation." })
    input: InviteSeniorOfficialsInput,
    @Ctx() context: RequestContext,
  ): Promise<Payload> {
    return context.change(inviteSeniorOfficials, input).then(InvitationPayload.of);
  }

  @Mutation(() => InvitationPayload, {
    nullable: true,
    description:
      "Records the answer to an invitation: INVITED becomes ACCEPTED or DECLINED, and what was accepted can still be declined.",
  })
  answerInvitation(
    @Arg("input", () => AnswerInvitationInput, { description: "The answer." })
    input: AnswerInvitationInput,
    @Ctx() context: RequestContext,
  ): Promise<Payload> {
    return context.change(answerInvitation, input).then(InvitationPayload.of);
  }

  @Mutation(() => InvitationPayload, {
    nullable: true,
    description: "Records the visit that followed an invitation: ACCEPTED becomes VISITED.",
  })
  recordVisit(
    @Arg("input", () => RecordVisitInput, { description: "The visit." }) input: RecordVisitInput,
    @Ctx() context: RequestContext,
  ): Promise<Payload> {
    return context.change(recordVisit, input).then(InvitationPayload.of);
  }
}
