/** The languages that pages are in. */
export const pageLanguages = ["en", "ja"] as const;

/** A language that pages are in. */
export type PageLanguage = (typeof pageLanguages)[number];

/** A text in every language. */
export type PageText = Readonly<Record<PageLanguage, string>>;
