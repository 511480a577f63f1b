import { Arg, Ctx, Directive, Field, Int, ObjectType } from "type-graphql";
import { DateScalar } from "../../kit/graphql/scalars";
import { Language } from "../../kit/language";
import type { RequestContext } from "../../kit/request/request-context";
import { eraNameOfFiscalYear } from "./era-name";

/** A Japanese fiscal year: 1 April to 31 March (Public Finance Act, art. 11). */
@Directive('@key(fields: "year")')
@Directive("@shareable")
@ObjectType({
  description: "A Japanese fiscal year, 1 April to 31 March (Public Finance Act, art. 11).",
})
export class FiscalYear {
  @Field(() => Int, { description: "The Western year in which it starts." })
  year: number;

  @Field(() => DateScalar, { description: "1 April of the year." })
  startsOn: string;

  @Field(() => DateScalar, { description: "31 March of the next year, the last day." })
  endsOn: string;

  constructor(year: number) {
    this.year = year;
    this.startsOn = `${year}-04-01`;
    this.endsOn = `${year + 1}-03-31`;
  }

  @Field(() => String, { description: 'As "FY2023" or 令和5年度.' })
  name(
    @Arg("language", () => Language, { nullable: true, description: "Default: Accept-Language." })
    language: Language | null | undefined,
    @Ctx() context: RequestContext,
  ): string {
    return (language ?? context.language) === Language.JA
      ? eraNameOfFiscalYear(this.year)
      : `FY${this.year}`;
  }
}
