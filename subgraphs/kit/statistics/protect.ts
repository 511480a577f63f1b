import { protectedView, type ReleasedView } from "./released-view";
import type { TableToProtect } from "./table-to-protect";

/** Computes what is released of a table. */
export type Protect = (table: TableToProtect) => Promise<ReleasedView>;

/** Computes it at once, on the thread that asks. */
export const protectHere: Protect = async (table) => protectedView(table);
