import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { areaStatisticsResolver } from "../../catalog/statistics/area-statistics.resolver";
import type { RequestContext } from "../../kit/request/request-context";
import { allLegalBases, DispatchLegalBasis } from "../classification/dispatch-legal-basis";
import {
  allOrganizationTypes,
  DispatchOrganizationType,
} from "../classification/dispatch-organization-type";
import { allRegions, DispatchRegion } from "../classification/dispatch-region";
import { Organization, organizationByCode } from "../office/organization";
import { DispatchDimension, DispatchMeasure } from "./dispatch-statistics-codes";
import { DispatchStatisticsFilter } from "./dispatch-statistics-filter";
import { DispatchStatisticsRow } from "./dispatch-statistics-row";

/** The field `dispatchStatistics`. */
export const DispatchStatisticsResolver = areaStatisticsResolver({
  area: "dispatch",
  description:
    "Dispatches counted from the office's records, as of any day or by fiscal year. Not what was published: that is in dispatchFigures.",
  measures: DispatchMeasure,
  dimensions: DispatchDimension,
  filter: DispatchStatisticsFilter,
  row: DispatchStatisticsRow,
});

/** What groups of dispatches lead to. */
@Resolver(() => DispatchStatisticsRow)
export class DispatchStatisticsRowResolver {
  @FieldResolver(() => DispatchRegion, { nullable: true, description: "The region." })
  async region(
    @Root() { regionCode }: DispatchStatisticsRow,
    @Ctx() context: RequestContext,
  ): Promise<DispatchRegion | null> {
    if (regionCode === null) return null;
    const regions = await context.load(allRegions, "all");
    return regions.find(({ code }) => code === regionCode) ?? null;
  }

  @FieldResolver(() => DispatchOrganizationType, {
    nullable: true,
    description: "The kind of organization.",
  })
  async organizationType(
    @Root() { organizationTypeCode }: DispatchStatisticsRow,
    @Ctx() context: RequestContext,
  ): Promise<DispatchOrganizationType | null> {
    if (organizationTypeCode === null) return null;
    const types = await context.load(allOrganizationTypes, "all");
    return types.find(({ code }) => code === organizationTypeCode) ?? null;
  }

  @FieldResolver(() => Organization, { nullable: true, description: "The organization." })
  async organization(
    @Root() { organizationCode }: DispatchStatisticsRow,
    @Ctx() context: RequestContext,
  ): Promise<Organization | null> {
    return organizationCode === null ? null : context.load(organizationByCode, organizationCode);
  }

  @FieldResolver(() => DispatchLegalBasis, { nullable: true, description: "The legal basis." })
  async legalBasis(
    @Root() { legalBasisCode }: DispatchStatisticsRow,
    @Ctx() context: RequestContext,
  ): Promise<DispatchLegalBasis | null> {
    if (legalBasisCode === null) return null;
    const bases = await context.load(allLegalBases, "all");
    return bases.find(({ code }) => code === legalBasisCode) ?? null;
  }
}
