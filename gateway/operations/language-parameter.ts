/** What every address understands besides the variables of its operation: the language of names. */
export const languageParameter = "language";
