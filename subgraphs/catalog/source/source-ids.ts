import { catalog } from "../catalog";

/** The ids of all sources. */
export const sourceIds: ReadonlySet<string> = new Set(catalog.sources.keys());
