import { Arg, Directive, ID, Query, Resolver } from "type-graphql";
import { requireAmong } from "../../kit/filter/known-codes";
import { countryCodes } from "../country/country-list";
import { agencies } from "./agencies";
import { Agency } from "./agency";
import { agencyCodes } from "./agency-codes";
import { AgencyFilter } from "./agency-filter";

/** The root fields for agencies; the same in every subgraph, answered from memory. */
@Resolver(() => Agency)
export class AgencyResolver {
  @Directive("@shareable")
  @Query(() => Agency, {
    nullable: true,
    description: "The agency with this code; null where there is none.",
  })
  agency(@Arg("code", () => ID, { description: "As JP-NPA." }) code: string): Agency | null {
    return agencies.get(code) ?? null;
  }

  @Directive("@shareable")
  @Query(() => [Agency], {
    nullable: true,
    description: "Agencies: Japan's first, then the others.",
  })
  agencies(
    @Arg("filter", () => AgencyFilter, { nullable: true, description: "Default: all." })
    filter: AgencyFilter | null | undefined,
  ): readonly Agency[] {
    const { codes, countries, kinds } = filter ?? {};
    requireAmong("codes", codes ?? [], agencyCodes);
    requireAmong("countries", countries ?? [], countryCodes);
    return [...agencies.values()].filter(
      ({ code, country, kind }) =>
        (!codes || codes.includes(code)) &&
        (!countries || countries.includes(country.code)) &&
        (!kinds || (kind !== null && kinds.includes(kind))),
    );
  }
}
