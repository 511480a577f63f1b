import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { type Payload, payloadType } from "../../kit/mutation/payload-type";
import type { RequestContext } from "../../kit/request-context";
import { DispatchUserError } from "../rules/dispatch-error-code";
import { Dispatch } from "./dispatch";
import {
  CancelDispatchInput,
  ChangePlannedDispatchInput,
  ExtendDispatchInput,
  PlanDispatchInput,
  RecordDispatchConsentInput,
  ReturnFromDispatchInput,
  StartDispatchInput,
} from "./dispatch-inputs";
import { extendDispatch } from "./extend-dispatch.service";
import { changePlannedDispatch, planDispatch } from "./plan-dispatch.service";
import {
  cancelDispatch,
  recordDispatchConsent,
  returnFromDispatch,
  startDispatch,
} from "./progress-dispatch.service";

const DispatchPayload = payloadType("Dispatch", "dispatch", Dispatch, DispatchUserError);

/** What becomes of a dispatch, from plan to return. */
@Resolver()
export class DispatchMutationsResolver {
  @Mutation(() => DispatchPayload, {
    nullable: true,
    description: "Plans the dispatch of an official to an organization.",
  })
  async planDispatch(
    @Arg("input", () => PlanDispatchInput, { description: "The plan." }) input: PlanDispatchInput,
    @Ctx() context: RequestContext,
  ): Promise<Payload> {
    return DispatchPayload.of(await context.change(planDispatch, input));
  }

  @Mutation(() => DispatchPayload, {
    nullable: true,
    description: "Changes a dispatch that has not begun.",
  })
  async changePlannedDispatch(
    @Arg("input", () => ChangePlannedDispatchInput, { description: "What to change." })
    input: ChangePlannedDispatchInput,
    @Ctx() context: RequestContext,
  ): Promise<Payload> {
    return DispatchPayload.of(await context.change(changePlannedDispatch, input));
  }

  @Mutation(() => DispatchPayload, {
    nullable: true,
    description:
      "Notes the official's consent to a planned dispatch, without which it cannot begin.",
  })
  async recordDispatchConsent(
    @Arg("input", () => RecordDispatchConsentInput, { description: "Which dispatch, and when." })
    input: RecordDispatchConsentInput,
    @Ctx() context: RequestContext,
  ): Promise<Payload> {
    return DispatchPayload.of(await context.change(recordDispatchConsent, input));
  }

  @Mutation(() => DispatchPayload, {
    nullable: true,
    description: "Notes that a dispatch the official consented to has begun.",
  })
  async startDispatch(
    @Arg("input", () => StartDispatchInput, { description: "Which dispatch, and when." })
    input: StartDispatchInput,
    @Ctx() context: RequestContext,
  ): Promise<Payload> {
    return DispatchPayload.of(await context.change(startDispatch, input));
  }

  @Mutation(() => DispatchPayload, {
    nullable: true,
    description: "Renews the term of a dispatch that goes on, with the official's consent.",
  })
  async extendDispatch(
    @Arg("input", () => ExtendDispatchInput, { description: "Which dispatch, and until when." })
    input: ExtendDispatchInput,
    @Ctx() context: RequestContext,
  ): Promise<Payload> {
    return DispatchPayload.of(await context.change(extendDispatch, input));
  }

  @Mutation(() => DispatchPayload, {
    nullable: true,
    description: "Notes that the official is back on duty.",
  })
  async returnFromDispatch(
    @Arg("input", () => ReturnFromDispatchInput, { description: "Which dispatch, and when." })
    input: ReturnFromDispatchInput,
    @Ctx() context: RequestContext,
  ): Promise<Payload> {
    return DispatchPayload.of(await context.change(returnFromDispatch, input));
  }

  @Mutation(() => DispatchPayload, {
    nullable: true,
    description: "Gives up, today, a dispatch that has not begun. It stays on record.",
  })
  async cancelDispatch(
    @Arg("input", () => CancelDispatchInput, { description: "Which dispatch, and why." })
    input: CancelDispatchInput,
    @Ctx() context: RequestContext,
  ): Promise<Payload> {
    return DispatchPayload.of(await context.change(cancelDispatch, input));
  }
}
