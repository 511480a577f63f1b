import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { FiscalYear } from "../../catalog/fiscal-year/fiscal-year";
import type { RequestContext } from "../../kit/request-context";
import { Solicitation } from "../solicitation/solicitation";
import { solicitationByFiscalYear } from "../solicitation/solicitation.loader";

/** What recruitment adds to a fiscal year. */
@Resolver(() => FiscalYear)
export class FiscalYearSolicitationResolver {
  @FieldResolver(() => Solicitation, {
    nullable: true,
    description: "The year's call for external personnel; null where no source tells of one.",
  })
  solicitation(
    @Root() { year }: FiscalYear,
    @Ctx() context: RequestContext,
  ): Promise<Solicitation | null> {
    return context.load(solicitationByFiscalYear, year);
  }
}
