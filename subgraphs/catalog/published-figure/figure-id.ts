import { type AreaName, areaNames, areas } from "../../areas";
import { ApiError, shown } from "../../kit/errors";

const longestId = 100;

/** The form of an id of a published figure, whatever area it is of. */
export const figureIdForm = new RegExp(`^(?=.{1,${longestId}}$)[a-z0-9]+(-[a-z0-9]+)*$`);

/** The area that an id of a published figure belongs to, by how it begins; nothing where it is no area's. */
export function areaOfFigureId(id: string): AreaName | undefined {
  const [beginning = ""] = id.split("-");
  return areaNames.find((area) => (areas[area].figureIds as readonly string[]).includes(beginning));
}

/** Whether a text has the form of an id of a published figure, whatever area it is of. */
export function isFigureId(text: string): boolean {
  return figureIdForm.test(text);
}

/**
 * Refuses what cannot be the id of a figure.
 * @throws ApiError INVALID_FIGURE_ID
 */
export function requireFigureId(id: string): void {
  if (isFigureId(id)) return;
  throw new ApiError(
    "INVALID_FIGURE_ID",
    `Expected id to be 1–${longestId} lower-case letters and digits in parts with hyphens between, as dsp-2013-stock, received ${shown(id)}.`,
  );
}
