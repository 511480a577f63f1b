import type { PlannedColumn } from "./planned-object";
import type { Cell } from "./table";

/** A column that is added beside another. */
export interface AddedColumn {
  /** The last name of its heading. */
  readonly name: string;
  /** Its cell beside a cell of the other. */
  of(cell: Cell): Cell;
}

const municipality: AddedColumn = {
  name: "areaCode",
  of: (code) => (typeof code === "string" ? code.slice(0, 5) : null),
};

/**
 * What is added beside the code of a municipality: the standard area code of official statistics, by which e-Stat has
 * it. That is the code of JIS X 0401 and 0402 without its check digit.
 */
export function areaCodeOf({ field, parent }: PlannedColumn): AddedColumn | undefined {
  return parent.name === "Municipality" && field.name === "code" ? municipality : undefined;
}
