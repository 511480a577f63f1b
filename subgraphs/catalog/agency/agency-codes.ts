import { catalog } from "../catalog";

/** The codes of all agencies: Japan's first, then the others. */
export const agencyCodes: ReadonlySet<string> = new Set(catalog.agencies.keys());
