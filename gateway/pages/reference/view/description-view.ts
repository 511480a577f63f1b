import { type Html, markup } from "../../site/html";

/** A description as the schema has it: its paragraphs, and what is in backticks as code. It is English in every page. */
export function descriptionView(description: string | null | undefined): Html {
  const paragraphs = (description ?? "").split(/\n\s*\n/).filter((text) => text.trim() !== "");
  return markup`${paragraphs.map((text) => markup`<p lang="en">${withCode(text)}</p>`)}`;
}

/** A text with what is in backticks as code. */
export function withCode(text: string): Html {
  const parts = text.split("`");
  return markup`${parts.map((part, index) => (index % 2 === 1 ? markup`<code>${part}</code>` : part))}`;
}
