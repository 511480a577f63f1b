import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Country } from "../../catalog/country/country";
import type { RequestContext } from "../../kit/request-context";
import { FellowshipProgram } from "../program/fellowship-program";
import { programsByCountryCode } from "../program/fellowship-program.loader";

/** What fellowship adds to a country. */
@Resolver(() => Country)
export class CountryFellowshipProgramsResolver {
  @FieldResolver(() => [FellowshipProgram], {
    nullable: true,
    description:
      "The fellowship programs it sends officials to or hosts; their sendingCountry and hostCountry say which.",
  })
  fellowshipPrograms(
    @Root() { code }: Country,
    @Ctx() context: RequestContext,
  ): Promise<FellowshipProgram[]> {
    return context.load(programsByCountryCode, code);
  }
}
