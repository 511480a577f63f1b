import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { knownAtDescription } from "../../kit/clock";
import type { Connection } from "../../kit/connection/connection-type";
import { KnownAtScalar } from "../../kit/graphql/scalars";
import type { RequestContext } from "../../kit/request-context";
import { DispatchLegalBasis } from "../legal-basis/dispatch-legal-basis";
import { allLegalBases } from "../legal-basis/dispatch-legal-basis.loader";
import { Official } from "../official/official";
import { officialById } from "../official/official.loader";
import { Organization } from "../organization/organization";
import { organizationByCode } from "../organization/organization.loader";
import { Dispatch } from "./dispatch";
import { DispatchExtension } from "./dispatch-extension";
import {
  DispatchArguments,
  DispatchConnection,
  dispatches,
  dispatchHistory,
  DispatchHistoryArguments,
  onDay,
} from "./dispatch.list";
import { dispatchAsKnown, dispatchById, extensionsByDispatchId } from "./dispatch.loader";

/** Dispatches and what they lead to. */
@Resolver(() => Dispatch)
export class DispatchResolver {
  @Query(() => Dispatch, {
    nullable: true,
    description: "The dispatch with this id; null where there is none.",
  })
  dispatch(
    @Arg("id", () => ID, { description: "As given by the graph." }) id: string,
    @Arg("knownAt", () => KnownAtScalar, { nullable: true, description: knownAtDescription })
    knownAt: Date | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<Dispatch | null> {
    return knownAt ? dispatchAsKnown(context, id, knownAt) : context.load(dispatchById, id);
  }

  @Query(() => DispatchConnection, {
    nullable: true,
    description:
      "Who is on dispatch on a day: the dispatches that have begun and not ended by then, whatever was planned.",
  })
  dispatches(
    @Args(() => DispatchArguments) list: DispatchArguments,
    @Ctx() context: RequestContext,
  ): Connection<Dispatch> {
    return new DispatchConnection(dispatches.page(context, onDay(context, list)));
  }

  @Query(() => DispatchConnection, {
    nullable: true,
    description: "Every dispatch there is, was or is planned, those given up included.",
  })
  dispatchHistory(
    @Args(() => DispatchHistoryArguments) list: DispatchHistoryArguments,
    @Ctx() context: RequestContext,
  ): Connection<Dispatch> {
    return new DispatchConnection(dispatchHistory.page(context, list));
  }

  @FieldResolver(() => Official, { description: "Who is dispatched." })
  official(
    @Root() { officialId }: Dispatch,
    @Ctx() context: RequestContext,
  ): Promise<Official | null> {
    return context.load(officialById, officialId);
  }

  @FieldResolver(() => Organization, { description: "Where to." })
  organization(
    @Root() { organizationCode }: Dispatch,
    @Ctx() context: RequestContext,
  ): Promise<Organization | null> {
    return context.load(organizationByCode, organizationCode);
  }

  @FieldResolver(() => DispatchLegalBasis, { description: "The provision it rests on." })
  async legalBasis(
    @Root() { legalBasisCode }: Dispatch,
    @Ctx() context: RequestContext,
  ): Promise<DispatchLegalBasis | undefined> {
    const bases = await context.load(allLegalBases, "all");
    return bases.find(({ code }) => code === legalBasisCode);
  }

  @FieldResolver(() => [DispatchExtension], {
    description: "The renewals of its term, in the order they were made.",
  })
  extensions(
    @Root() { id }: Dispatch,
    @Ctx() context: RequestContext,
  ): Promise<DispatchExtension[]> {
    return context.load(extensionsByDispatchId, id);
  }
}
