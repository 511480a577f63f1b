import type { PageLanguage } from "../../../shared/page-language";
import { type FigureId, figureIds } from "../figure-list";

/** What the page shows; its address carries all of it, so that a link, a reload and the back button show the same. */
export interface PageState {
  readonly figure: FigureId;
  /** What has been chosen of a figure's options, such as `year`. */
  readonly chosen: Readonly<Record<string, string>>;
  /** Whether the table behind the figure is shown. */
  readonly table: boolean;
  /** The language that the address asks for; without one the browser's decides. */
  readonly language: PageLanguage | undefined;
}

const named = ["figure", "lang", "table"];

/** Reads an address. What it does not say, or says of a figure that there is not, is as at the beginning. */
export function stateOfAddress(search: string): PageState {
  const said = new URLSearchParams(search);
  const language = said.get("lang");
  return {
    figure: figureIds.find((id) => id === said.get("figure")) ?? figureIds[0],
    chosen: Object.fromEntries([...said].filter(([name]) => !named.includes(name))),
    table: said.get("table") === "1",
    language: language === "en" || language === "ja" ? language : undefined,
  };
}

/** Writes the address of a state, beginning with the question mark. */
export function addressOfState({ figure, chosen, table, language }: PageState): string {
  const said = new URLSearchParams({ figure });
  for (const name of Object.keys(chosen).toSorted()) said.set(name, chosen[name] ?? "");
  if (table) said.set("table", "1");
  if (language) said.set("lang", language);
  return `?${said.toString()}`;
}
