import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { asOfDescription } from "../../kit/clock";
import type { Connection } from "../../kit/connection/connection-type";
import { DateScalar } from "../../kit/graphql/scalars";
import type { RequestContext } from "../../kit/request-context";
import { Municipality } from "./municipality";
import { requireMunicipalityCode } from "./municipality-code";
import {
  MunicipalityArguments,
  MunicipalityConnection,
  MunicipalityHistoryArguments,
  municipalities,
  municipalityHistory,
  municipalOnly,
} from "./municipality.list";
import { municipalityByCode, wardHistoryByCityCode } from "./municipality.loader";
import { Prefecture, prefectureOf } from "./prefecture";

/** Municipalities and what they consist of. */
@Resolver(() => Municipality)
export class MunicipalityResolver {
  @Query(() => Municipality, {
    nullable: true,
    description:
      "The municipality, ward or village with this code, whether it still is; null where there is none. A wrong check digit is an error.",
  })
  municipality(
    @Arg("code", () => ID, { description: "Six digits, as 011002." }) code: string,
    @Ctx() context: RequestContext,
  ): Promise<Municipality | null> {
    return context.load(municipalityByCode, requireMunicipalityCode(code));
  }

  @Query(() => MunicipalityConnection, {
    nullable: true,
    description:
      "The municipalities on a day: cities, towns, villages and the special wards of Tokyo.",
  })
  municipalities(
    @Args(() => MunicipalityArguments) list: MunicipalityArguments,
    @Ctx() context: RequestContext,
  ): Connection<Municipality> {
    const request = { ...municipalOnly(list), asOf: list.asOf ?? context.asOf };
    return new MunicipalityConnection(municipalities.page(context, request));
  }

  @Query(() => MunicipalityConnection, {
    nullable: true,
    description: "Every municipality there is or was, as far as the data go back.",
  })
  municipalityHistory(
    @Args(() => MunicipalityHistoryArguments) list: MunicipalityHistoryArguments,
    @Ctx() context: RequestContext,
  ): Connection<Municipality> {
    return new MunicipalityConnection(municipalityHistory.page(context, municipalOnly(list)));
  }

  @FieldResolver(() => Prefecture, { description: "The prefecture it lies in." })
  prefecture(@Root() { prefectureCode }: Municipality): Prefecture {
    return prefectureOf(prefectureCode);
  }

  @FieldResolver(() => Municipality, {
    nullable: true,
    description: "The designated city a ward belongs to; null for all others.",
  })
  async city(
    @Root() { cityCode }: Municipality,
    @Ctx() context: RequestContext,
  ): Promise<Municipality | null> {
    return cityCode === null ? null : context.load(municipalityByCode, cityCode);
  }

  @FieldResolver(() => [Municipality], {
    description: "The wards of a designated city on a day; empty for all others.",
  })
  async wards(
    @Root() { code }: Municipality,
    @Arg("asOf", () => DateScalar, { nullable: true, description: asOfDescription })
    asOf: string | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<Municipality[]> {
    const day = asOf ?? context.asOf;
    const wards = await context.load(wardHistoryByCityCode, code);
    return wards.filter(
      ({ validFrom, validTo }) =>
        (validFrom === null || validFrom <= day) && (validTo === null || day < validTo),
    );
  }

  @FieldResolver(() => [Municipality], {
    description: "Every ward a designated city has or had; empty for all others.",
  })
  wardHistory(
    @Root() { code }: Municipality,
    @Ctx() context: RequestContext,
  ): Promise<Municipality[]> {
    return context.load(wardHistoryByCityCode, code);
  }
}
