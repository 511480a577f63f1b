import { Arg, Directive, Query, Resolver } from "type-graphql";
import { Country } from "./country";
import { CountryCodeScalar } from "../../kit/graphql/country-code.scalar";
import { allCountries, findCountry } from "./country-list";

/** The root fields for countries; the same in every subgraph, answered from memory. */
@Resolver(() => Country)
export class CountryResolver {
  @Directive("@shareable")
  @Query(() => Country, {
    nullable: true,
    description: "The country with this code; null where there is none.",
  })
  country(
    @Arg("code", () => CountryCodeScalar, { description: "ISO 3166-1 alpha-2 code." }) code: string,
  ): Country | null {
    return findCountry(code);
  }

  @Directive("@shareable")
  @Query(() => [Country], { nullable: true, description: "Countries in order of code." })
  countries(
    @Arg("codes", () => [CountryCodeScalar], {
      nullable: true,
      description: "Only these, in order of code; unknown codes are left out. Default: all.",
    })
    codes: string[] | null | undefined,
  ): readonly Country[] {
    if (!codes) return allCountries;
    const wanted = new Set(codes);
    return allCountries.filter(({ code }) => wanted.has(code));
  }
}
