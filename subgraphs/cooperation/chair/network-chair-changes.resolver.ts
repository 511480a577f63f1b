import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { payloadType, type Payload } from "../../kit/mutation/payload-type";
import type { RequestContext } from "../../kit/request-context";
import { CooperationUserError } from "../error/cooperation-user-error";
import { NetworkChair } from "./network-chair";
import { AppointChairInput, EndChairInput } from "./network-chair.inputs";
import { appointChair, endChair } from "./network-chair.service";

const NetworkChairPayload = payloadType(
  "NetworkChair",
  "networkChair",
  NetworkChair,
  CooperationUserError,
);

/** What can be done with turns to chair. */
@Resolver()
export class NetworkChairChangesResolver {
  @Mutation(() => NetworkChairPayload, {
    nullable: true,
    description:
      "Records a country's turn to chair a network. It must be a member, and no observer, on every day of it, and nobody else may chair the network meanwhile.",
  })
  appointChair(
    @Arg("input", () => AppointChairInput, { description: "The turn." }) input: AppointChairInput,
    @Ctx() context: RequestContext,
  ): Promise<Payload> {
    return context.change(appointChair, input).then(NetworkChairPayload.of);
  }

  @Mutation(() => NetworkChairPayload, {
    nullable: true,
    description:
      "Records when a turn ends that the office has recorded, or moves an end that is still to come.",
  })
  endChair(
    @Arg("input", () => EndChairInput, { description: "The end." }) input: EndChairInput,
    @Ctx() context: RequestContext,
  ): Promise<Payload> {
    return context.change(endChair, input).then(NetworkChairPayload.of);
  }
}
