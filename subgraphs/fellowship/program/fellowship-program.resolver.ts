import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { Agency } from "../../catalog/agency/agency";
import { agencyOf } from "../../catalog/agency/agency-of";
import { Country } from "../../catalog/country/country";
import { countryOf } from "../../catalog/country/country-list";
import type { Connection } from "../../kit/connection/connection-type";
import type { RequestContext } from "../../kit/request-context";
import type { Cohort } from "../cohort/cohort";
import { CohortConnection, CohortArguments, cohortsByProgramCode } from "../cohort/cohort.list";
import { FellowshipPhase } from "../phase/fellowship-phase";
import { phasesByProgramCode } from "../phase/fellowship-phase.loader";
import { FellowshipProgram } from "./fellowship-program";
import {
  allPrograms,
  programByCode,
  sendingAgencyCodesByProgramCode,
} from "./fellowship-program.loader";

/** Fellowship programs and what they lead to. */
@Resolver(() => FellowshipProgram)
export class FellowshipProgramResolver {
  @Query(() => FellowshipProgram, {
    nullable: true,
    description: "The program with this code; null where there is none.",
  })
  fellowshipProgram(
    @Arg("code", () => ID, { description: "As MIKE_MANSFIELD." }) code: string,
    @Ctx() context: RequestContext,
  ): Promise<FellowshipProgram | null> {
    return context.load(programByCode, code);
  }

  @Query(() => [FellowshipProgram], { nullable: true, description: "All fellowship programs." })
  fellowshipPrograms(@Ctx() context: RequestContext): Promise<FellowshipProgram[]> {
    return context.load(allPrograms, "all");
  }

  @FieldResolver(() => Country, { description: "The country whose officials are the fellows." })
  sendingCountry(@Root() { sendingCountryCode }: FellowshipProgram): Country {
    return countryOf(sendingCountryCode);
  }

  @FieldResolver(() => Country, { description: "The country they train in." })
  hostCountry(@Root() { hostCountryCode }: FellowshipProgram): Country {
    return countryOf(hostCountryCode);
  }

  @FieldResolver(() => Agency, {
    nullable: true,
    description:
      "The agency that carries it out in the host country; where the fellows work is another matter.",
  })
  hostAgency(@Root() { hostAgencyCode }: FellowshipProgram): Agency | null {
    return hostAgencyCode === null ? null : agencyOf(hostAgencyCode);
  }

  @FieldResolver(() => [FellowshipPhase], {
    description: "Its parts, in the order in which a fellow goes through them.",
  })
  phases(
    @Root() { code }: FellowshipProgram,
    @Ctx() context: RequestContext,
  ): Promise<FellowshipPhase[]> {
    return context.load(phasesByProgramCode, code);
  }

  @FieldResolver(() => CohortConnection, {
    description: "Its cohorts that sources tell of or the office has opened; not all are found.",
  })
  cohorts(
    @Root() { code }: FellowshipProgram,
    @Args(() => CohortArguments) list: CohortArguments,
    @Ctx() context: RequestContext,
  ): Connection<Cohort> {
    return new CohortConnection(cohortsByProgramCode(context, code, list));
  }

  @FieldResolver(() => [Agency], {
    description:
      "The agencies with published numbers of fellows sent, in the order of the published table.",
  })
  async sendingAgencies(
    @Root() { code }: FellowshipProgram,
    @Ctx() context: RequestContext,
  ): Promise<Agency[]> {
    return (await context.load(sendingAgencyCodesByProgramCode, code)).map(agencyOf);
  }
}
