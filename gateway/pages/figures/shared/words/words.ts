import type { english } from "./english";

/** The words of the figures page in one language. */
export type Words = typeof english;
