import { Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../kit/request/request-context";
import type { AnswerCell } from "../../kit/statistics/answer";
import { PublishedFigure } from "../published-figure/published-figure";
import { StatisticCell } from "../statistics/statistic-cell";
import { Agreement } from "./agreement";
import { reconciled } from "./reconcile-figure.service";

/** What records say of published figures. Computed when asked for, and stored nowhere. */
@Resolver(() => PublishedFigure)
export class ReconciliationResolver {
  @FieldResolver(() => StatisticCell, {
    nullable: true,
    description:
      "The same counted from records, as statistics count it; null where that is not possible. In the local stack the records are synthetic.",
  })
  async computed(
    @Root() figure: PublishedFigure,
    @Ctx() context: RequestContext,
  ): Promise<AnswerCell | null> {
    return (await reconciled(figure, context)).computed;
  }

  @FieldResolver(() => Agreement, { description: "Whether records agree with it." })
  async agreement(
    @Root() figure: PublishedFigure,
    @Ctx() context: RequestContext,
  ): Promise<Agreement> {
    return (await reconciled(figure, context)).agreement;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description:
      "What is counted from records less what was published; null where either is not known or not shown.",
  })
  async difference(
    @Root() figure: PublishedFigure,
    @Ctx() context: RequestContext,
  ): Promise<number | null> {
    return (await reconciled(figure, context)).difference;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "Why it cannot be counted from records; null where it can.",
  })
  async notComputableReason(
    @Root() figure: PublishedFigure,
    @Ctx() context: RequestContext,
  ): Promise<string | null> {
    return (await reconciled(figure, context)).reason;
  }
}
