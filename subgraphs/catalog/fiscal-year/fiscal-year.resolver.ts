import { Arg, Directive, Int, Query, Resolver } from "type-graphql";
import { FiscalYear } from "./fiscal-year";
import { fiscalYearRange } from "./fiscal-year-range";

/** The root fields for fiscal years; the same in every subgraph, answered from memory. */
@Resolver(() => FiscalYear)
export class FiscalYearResolver {
  @Directive("@shareable")
  @Query(() => FiscalYear, {
    nullable: true,
    description: "The fiscal year that starts in this year (1948–2100).",
  })
  fiscalYear(
    @Arg("year", () => Int, { description: "The Western year in which it starts." }) year: number,
  ): FiscalYear | undefined {
    return fiscalYearRange(year, year)[0];
  }

  @Directive("@shareable")
  @Query(() => [FiscalYear], {
    nullable: true,
    description: "The fiscal years from one to another, both included.",
  })
  fiscalYears(
    @Arg("from", () => Int, { description: "The first, 1948 or later." }) from: number,
    @Arg("to", () => Int, { description: "The last, 2100 or earlier." }) to: number,
  ): FiscalYear[] {
    return fiscalYearRange(from, to);
  }
}
