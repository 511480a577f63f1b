/** The colours of charts, by what they stand for: properties of the page's style sheet, which has light and dark ones. */
export const colours = {
  published: "var(--figure-published)",
  counted: "var(--figure-counted)",
  countedLight: "var(--figure-counted-light)",
  revisions: "var(--figure-revisions)",
  open: "var(--figure-open)",
  text: "var(--figure-text)",
  quiet: "var(--figure-quiet)",
  grid: "var(--figure-grid)",
  ground: "var(--figure-ground)",
} as const;

/** The same colours where there is no style sheet: in a file, on white. */
export const coloursOnPaper: Readonly<Record<string, string>> = {
  "--figure-published": "#16324f",
  "--figure-counted": "#4a82b4",
  "--figure-counted-light": "#dce8f2",
  "--figure-revisions": "#b25e00",
  "--figure-open": "#ececec",
  "--figure-text": "#1b1b1b",
  "--figure-quiet": "#595959",
  "--figure-grid": "#d6d6d6",
  "--figure-ground": "#ffffff",
};
