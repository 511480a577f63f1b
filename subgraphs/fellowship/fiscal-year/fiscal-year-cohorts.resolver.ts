import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { FiscalYear } from "../../catalog/fiscal-year/fiscal-year";
import type { RequestContext } from "../../kit/request-context";
import { Cohort } from "../cohort/cohort";
import { cohortsByFiscalYear } from "../cohort/cohort.loader";

/** What fellowship adds to a fiscal year besides figures. */
@Resolver(() => FiscalYear)
export class FiscalYearCohortsResolver {
  @FieldResolver(() => [Cohort], {
    nullable: true,
    description:
      "The cohorts of fellows that began in the year, by number; without those whose start is not known precisely enough to say.",
  })
  cohorts(@Root() { year }: FiscalYear, @Ctx() context: RequestContext): Promise<Cohort[]> {
    return context.load(cohortsByFiscalYear, year);
  }
}
