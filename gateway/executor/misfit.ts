/** Thrown where an answer does not fit the schema. */
export class Misfit extends Error {}

/** The only one: where it is and why is found out by {@link completeByRules}. */
export const misfit = new Misfit("An answer does not fit the schema.");
