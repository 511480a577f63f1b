import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { payloadType, type Payload } from "../../kit/mutation/payload-type";
import type { RequestContext } from "../../kit/request-context";
import { CooperationUserError } from "../error/cooperation-user-error";
import { NetworkMembership } from "./network-membership";
import {
  ChangeMembershipAgencyInput,
  EndMembershipInput,
  JoinNetworkInput,
} from "./network-membership.inputs";
import { changeMembershipAgency, endMembership, joinNetwork } from "./network-membership.service";

const NetworkMembershipPayload = payloadType(
  "NetworkMembership",
  "networkMembership",
  NetworkMembership,
  CooperationUserError,
);

/** What can be done with memberships. */
@Resolver()
export class NetworkMembershipChangesResolver {
  @Mutation(() => NetworkMembershipPayload, {
    nullable: true,
    description:
      "Records that a country joins a network. A country belongs to a network once on a day.",
  })
  joinNetwork(
    @Arg("input", () => JoinNetworkInput, { description: "The membership." })
    input: JoinNetworkInput,
    @Ctx() context: RequestContext,
  ): Promise<Payload> {
    return context.change(joinNetwork, input).then(NetworkMembershipPayload.of);
  }

  @Mutation(() => NetworkMembershipPayload, {
    nullable: true,
    description:
      "Ends a membership, also a published one that is open, and begins the next one through another agency on the same day. Answers with the next one.",
  })
  changeMembershipAgency(
    @Arg("input", () => ChangeMembershipAgencyInput, { description: "The change." })
    input: ChangeMembershipAgencyInput,
    @Ctx() context: RequestContext,
  ): Promise<Payload> {
    return context.change(changeMembershipAgency, input).then(NetworkMembershipPayload.of);
  }

  @Mutation(() => NetworkMembershipPayload, {
    nullable: true,
    description:
      "Records the end of a membership, also of a published one that is open, or moves an end that is still to come.",
  })
  endMembership(
    @Arg("input", () => EndMembershipInput, { description: "The end." })
    input: EndMembershipInput,
    @Ctx() context: RequestContext,
  ): Promise<Payload> {
    return context.change(endMembership, input).then(NetworkMembershipPayload.of);
  }
}
