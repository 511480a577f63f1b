/** The most elements of a list in a variable or a document: as many as a filter takes. */
export const mostElements = 1_000;

/** The most characters of one text in a variable or a document: five times the longest that is ever stored. */
export const mostCharacters = 10_000;

/** The most values in the variables of one request together: enough for several filters of the greatest length. */
export const mostValues = 10_000;

/**
 * The most characters of all texts in the variables together: more than 1,000 names of 200, which is the longest
 * filter.
 */
export const mostCharactersTogether = 250_000;

/** The deepest nesting of variables: far more than any input of the graph needs. */
export const mostNesting = 100;
