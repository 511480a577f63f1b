import { isObjectType } from "graphql";
import type { PlannedColumn } from "./planned-object";

/** Whether a value is of an object that says of itself whether its number is suppressed. */
export function canBeSuppressed({ parent }: PlannedColumn): boolean {
  return isObjectType(parent) && Object.hasOwn(parent.getFields(), "suppressed");
}
