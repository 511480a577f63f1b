/** How many elements a list of a variable or a document may have: as many as a filter takes. */
export const mostElements = 1_000;

/** How many characters one text of a variable or a document may have: five times the longest that is ever kept. */
export const mostCharacters = 10_000;

/** How many values the variables of one request may have together: those of several filters, each as long as can be. */
export const mostValues = 10_000;

/** How many characters the texts of variables may have together: 1,000 names of 200, which is the longest filter, and more. */
export const mostCharactersTogether = 250_000;

/** How deep the values of variables may be nested: more than any input of the graph is, by far. */
export const mostNesting = 100;
