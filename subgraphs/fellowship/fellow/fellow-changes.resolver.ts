import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Payload } from "../../kit/mutation/payload-type";
import type { RequestContext } from "../../kit/request-context";
import { admitFellow } from "./admit-fellow.service";
import { completeFellowship, withdrawFellow } from "./end-fellowship.service";
import { AdmitFellowInput, CompleteFellowshipInput, WithdrawFellowInput } from "./fellow.inputs";
import { FellowPayload } from "./fellow.payload";

/** What the office does with fellows. */
@Resolver()
export class FellowChangesResolver {
  @Mutation(() => FellowPayload, {
    nullable: true,
    description: "Admits a fellow to a cohort, published or opened.",
  })
  admitFellow(
    @Arg("input", () => AdmitFellowInput, { description: "The fellow." }) input: AdmitFellowInput,
    @Ctx() context: RequestContext,
  ): Promise<Payload> {
    return context.change(admitFellow, input).then(FellowPayload.of);
  }

  @Mutation(() => FellowPayload, {
    nullable: true,
    description:
      "Completes a fellowship on a day of the cohort's period, after which no placement may go on.",
  })
  completeFellowship(
    @Arg("input", () => CompleteFellowshipInput, { description: "The fellow and the last day." })
    input: CompleteFellowshipInput,
    @Ctx() context: RequestContext,
  ): Promise<Payload> {
    return context.change(completeFellowship, input).then(FellowPayload.of);
  }

  @Mutation(() => FellowPayload, {
    nullable: true,
    description:
      "Withdraws a fellow. Placements that go on after the last day end on it, for the same reason; those that were to begin after it are cancelled.",
  })
  withdrawFellow(
    @Arg("input", () => WithdrawFellowInput, { description: "The fellow, the last day and why." })
    input: WithdrawFellowInput,
    @Ctx() context: RequestContext,
  ): Promise<Payload> {
    return context.change(withdrawFellow, input).then(FellowPayload.of);
  }
}
