/** A piece of HTML in which everything that is not its own has been escaped. */
export class Html {
  constructor(readonly text: string) {}

  toString(): string {
    return this.text;
  }
}

/** What a piece of HTML can be made of: texts and numbers, which are escaped, and pieces, which are not. */
export type HtmlPart = string | number | Html | undefined | readonly HtmlPart[];

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Makes a text harmless between tags and in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);
}

/**
 * HTML from a template: every text in it is escaped, and pieces of HTML are taken as they are. Lists are joined, nothing
 * is nothing.
 */
export function markup(strings: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html {
  const [first = "", ...others] = strings;
  return new Html(first + others.map((text, index) => textOf(parts[index]) + text).join(""));
}

function textOf(part: HtmlPart): string {
  if (part === undefined) return "";
  if (part instanceof Html) return part.text;
  if (typeof part === "string" || typeof part === "number") return escapeHtml(String(part));
  return part.map(textOf).join("");
}
