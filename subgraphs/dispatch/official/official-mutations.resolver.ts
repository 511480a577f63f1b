import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { type Payload, payloadType } from "../../kit/mutation/payload-type";
import type { RequestContext } from "../../kit/request-context";
import { DispatchUserError } from "../rules/dispatch-error-code";
import { Official } from "./official";
import {
  ChangeOfficialInput,
  RegisterOfficialInput,
  TransferOfficialInput,
} from "./official-inputs";
import { changeOfficial, registerOfficial, transferOfficial } from "./official.service";

const OfficialPayload = payloadType("Official", "official", Official, DispatchUserError);

/** How officials come into the records, and change. */
@Resolver()
export class OfficialMutationsResolver {
  @Mutation(() => OfficialPayload, {
    nullable: true,
    description: "Registers an official with the home agency.",
  })
  async registerOfficial(
    @Arg("input", () => RegisterOfficialInput, { description: "The official." })
    input: RegisterOfficialInput,
    @Ctx() context: RequestContext,
  ): Promise<Payload> {
    return OfficialPayload.of(await context.change(registerOfficial, input));
  }

  @Mutation(() => OfficialPayload, { nullable: true, description: "Changes an official's names." })
  async changeOfficial(
    @Arg("input", () => ChangeOfficialInput, { description: "What to change." })
    input: ChangeOfficialInput,
    @Ctx() context: RequestContext,
  ): Promise<Payload> {
    return OfficialPayload.of(await context.change(changeOfficial, input));
  }

  @Mutation(() => OfficialPayload, {
    nullable: true,
    description:
      "Transfers an official to another home agency: the former ends and the next begins. Dispatches planned from then on are from the next.",
  })
  async transferOfficial(
    @Arg("input", () => TransferOfficialInput, { description: "Who, where to, and when." })
    input: TransferOfficialInput,
    @Ctx() context: RequestContext,
  ): Promise<Payload> {
    return OfficialPayload.of(await context.change(transferOfficial, input));
  }
}
