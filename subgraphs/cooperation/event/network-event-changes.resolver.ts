import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Payload } from "../../kit/mutation/payload-type";
import type { RequestContext } from "../../kit/request-context";
import {
  AddPresentationInput,
  CancelEventInput,
  ChangeEventInput,
  ConfirmEventHeldInput,
  PlanEventInput,
  RecordParticipationInput,
  WithdrawPresentationInput,
} from "./network-event.inputs";
import { NetworkEventPayload, NetworkEventPresentationPayload } from "./network-event.payload";
import { cancelEvent, changeEvent, confirmEventHeld, planEvent } from "./network-event.service";
import { recordParticipation } from "./participation.service";
import { addPresentation, withdrawPresentation } from "./presentation.service";

/** What can be done with events. */
@Resolver()
export class NetworkEventChangesResolver {
  @Mutation(() => NetworkEventPayload, {
    nullable: true,
    description: "Records that an event is planned.",
  })
  planEvent(
    @Arg("input", () => PlanEventInput, { description: "The event." }) input: PlanEventInput,
    @Ctx() context: RequestContext,
  ): Promise<Payload> {
    return context.change(planEvent, input).then(NetworkEventPayload.of);
  }

  @Mutation(() => NetworkEventPayload, {
    nullable: true,
    description: "Changes what is said of an event that the office has recorded.",
  })
  changeEvent(
    @Arg("input", () => ChangeEventInput, { description: "What to change." })
    input: ChangeEventInput,
    @Ctx() context: RequestContext,
  ): Promise<Payload> {
    return context.change(changeEvent, input).then(NetworkEventPayload.of);
  }

  @Mutation(() => NetworkEventPayload, {
    nullable: true,
    description: "Records that a planned event was held: PLANNED becomes HELD.",
  })
  confirmEventHeld(
    @Arg("input", () => ConfirmEventHeldInput, { description: "Which event, and when." })
    input: ConfirmEventHeldInput,
    @Ctx() context: RequestContext,
  ): Promise<Payload> {
    return context.change(confirmEventHeld, input).then(NetworkEventPayload.of);
  }

  @Mutation(() => NetworkEventPayload, {
    nullable: true,
    description: "Records that a planned event will not be held: PLANNED becomes CANCELLED.",
  })
  cancelEvent(
    @Arg("input", () => CancelEventInput, { description: "Which event, and why." })
    input: CancelEventInput,
    @Ctx() context: RequestContext,
  ): Promise<Payload> {
    return context.change(cancelEvent, input).then(NetworkEventPayload.of);
  }

  @Mutation(() => NetworkEventPayload, {
    nullable: true,
    description:
      "Adds countries to those that take part in an event, changes how they do, and takes others off the list.",
  })
  recordParticipation(
    @Arg("input", () => RecordParticipationInput, { description: "Who takes part." })
    input: RecordParticipationInput,
    @Ctx() context: RequestContext,
  ): Promise<Payload> {
    return context.change(recordParticipation, input).then(NetworkEventPayload.of);
  }

  @Mutation(() => NetworkEventPresentationPayload, {
    nullable: true,
    description: "Adds a presentation of a participating country to an event.",
  })
  addPresentation(
    @Arg("input", () => AddPresentationInput, { description: "The presentation." })
    input: AddPresentationInput,
    @Ctx() context: RequestContext,
  ): Promise<Payload> {
    return context.change(addPresentation, input).then(NetworkEventPresentationPayload.of);
  }

  @Mutation(() => NetworkEventPresentationPayload, {
    nullable: true,
    description: "Records that a presentation is not given, and why.",
  })
  withdrawPresentation(
    @Arg("input", () => WithdrawPresentationInput, { description: "Which, and why." })
    input: WithdrawPresentationInput,
    @Ctx() context: RequestContext,
  ): Promise<Payload> {
    return context.change(withdrawPresentation, input).then(NetworkEventPresentationPayload.of);
  }
}
