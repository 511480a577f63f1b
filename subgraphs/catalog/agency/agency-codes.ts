import { agencies } from "./agencies";

/** The codes of all agencies: Japan's first, then the others. */
export const agencyCodes: ReadonlySet<string> = new Set(agencies.keys());
