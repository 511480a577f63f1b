import { Ctx, Query, Resolver } from "type-graphql";
import type { RequestContext } from "../../kit/request/request-context";
import { releases } from "../../kit/release/register";
import { StatisticsRelease } from "./statistics-release";

/** The most releases that are listed: a century of them, and some out of turn. */
export const mostReleases = 200;

/** Makes the resolver of an area's releases of statistics: `<area>Releases`. */
export function areaReleasesResolver(area: string) {
  const name = `${area}Releases`;

  @Resolver()
  class AreaReleasesResolver {
    @Query(() => [StatisticsRelease], {
      name,
      nullable: true,
      description:
        "The releases of statistics, the last first. The public is answered from the last; with `knownAt`, from the last one made by then.",
    })
    releases(@Ctx() { database }: RequestContext): Promise<StatisticsRelease[]> {
      return releases(database, name, mostReleases);
    }
  }
  return AreaReleasesResolver;
}
