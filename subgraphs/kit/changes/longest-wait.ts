/** The most seconds that a reader of changes can wait for the next. */
export const longestWait = 20;
