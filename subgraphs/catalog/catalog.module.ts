import type { Module } from "../kit/subgraph/module";
import { published, sharedAccess } from "./access";
import { addressedAreas, addressTypeName, isAddressing } from "./figure-address/address-type-name";
import { addressTypes } from "./figure-address/figure-address";
import { figureAddressResolver } from "./figure-address/figure-address.resolver";
import { sharedListSizes } from "./list-sizes";
import { areaFiguresResolvers } from "./published-figure/area-figures.resolver";
import { areaDiscrepanciesResolver } from "./reconciliation/area-discrepancies.resolver";
import { sharedEntities, sharedResolvers } from "./shared-schema";
import { sharedTables } from "./shared-tables";

/**
 * What every subgraph has: the shared types, and the published figures of its area.
 *
 * @param area - begins the names of their fields, as `dispatchFigures`
 * @param subject - what the figures are about, for the descriptions
 */
export function catalogModule(area: string, subject: string): Module {
  return {
    entities: sharedEntities,
    resolvers: [
      ...sharedResolvers,
      ...areaFiguresResolvers(area, subject),
      areaDiscrepanciesResolver(area, subject),
      ...(isAddressing(area) ? [figureAddressResolver(area)] : []),
    ],
    types: [...addressTypes(area).values()],
    access: {
      ...sharedAccess,
      ...Object.fromEntries(addressedAreas(area).map((name) => [addressTypeName(name), published])),
    },
    listSizes: sharedListSizes,
    readable: { published: sharedTables },
  };
}
