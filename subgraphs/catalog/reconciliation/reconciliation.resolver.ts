import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../kit/request/request-context";
import type { AnswerCell } from "../../kit/statistics/answer";
import { PublishedFigure } from "../published-figure/published-figure";
import { StatisticCell } from "../statistics/statistic-cell";
import { Language } from "../../kit/language";
import { textIn } from "../text/text-in";
import { Agreement } from "./agreement";
import { reconciled } from "./reconcile-figure.service";

/** Published figures counted again from records: computed when asked for, and not stored. */
@Resolver(() => PublishedFigure)
export class ReconciliationResolver {
  @FieldResolver(() => StatisticCell, {
    nullable: true,
    description:
      "The same figure counted from records, as in statistics; null if that is not possible. In the local stack the records are synthetic.",
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
      "The count from records minus the published value; null if either is not known or not shown.",
  })
  async difference(
    @Root() figure: PublishedFigure,
    @Ctx() context: RequestContext,
  ): Promise<number | null> {
    return (await reconciled(figure, context)).difference;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "Why it cannot be counted from records; null if it can.",
  })
  async notComputableReason(
    @Root() figure: PublishedFigure,
    @Arg("language", () => Language, { nullable: true, description: "Default: Accept-Language." })
    language: Language | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<string | null> {
    const { reason } = await reconciled(figure, context);
    return reason && textIn(language ?? context.language, reason);
  }
}
