import { type AreaName, areaNames, isAreaName } from "../../areas";
import { upperFirst } from "../../kit/name-form";

/**
 * The area whose subgraph says of which area a figure is. Only one can: where several do, Apollo's planner takes the others for
 * direct ways to every type of an interface, and finds no plan.
 */
const addressingArea: AreaName = "dispatch";

/** The name of the type of an area's addresses, as `DispatchFigureAddress`. */
export function addressTypeName(area: string): string {
  return `${upperFirst(area)}FigureAddress`;
}

/** Whether the subgraph of an area answers `publishedFigure`. */
export function isAddressing(area: string): boolean {
  return area === addressingArea;
}

/** The areas whose addresses the subgraph of an area knows: its own, or all. */
export function addressedAreas(area: string): readonly AreaName[] {
  if (isAddressing(area)) return areaNames;
  return isAreaName(area) ? [area] : [];
}
