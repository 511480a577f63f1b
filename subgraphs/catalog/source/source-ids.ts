import { sources } from "./sources";

/** The ids of all sources. */
export const sourceIds: ReadonlySet<string> = new Set(sources.keys());
