import "../../browser/page.css";
import "./reference.css";
import { pageData } from "../../browser/page-data";
import { addressOf } from "../shared/address-of";
import type { ReferenceData } from "../shared/reference-data";
import { search } from "../shared/search";
import type { SearchEntry } from "../shared/search-entry";

const { language, index, words } = pageData() as ReferenceData;
const box = document.querySelector<HTMLFormElement>("#reference-search");
const input = box?.querySelector("input");
const status = box?.querySelector("[role=status]");
const list = box?.querySelector("ul");

let loaded: Promise<readonly SearchEntry[]> | undefined;
/** What can be found is loaded with the first letter that is typed. */
function entries(): Promise<readonly SearchEntry[]> {
  loaded ??= load().catch((error: unknown) => {
    // The next letter tries again.
    loaded = undefined;
    throw error;
  });
  return loaded;
}

async function load(): Promise<readonly SearchEntry[]> {
  const response = await fetch(index);
  if (!response.ok)
    throw new Error(`Expected status 200 of ${index}, received ${response.status}.`);
  return (await response.json()) as readonly SearchEntry[];
}

async function show(): Promise<void> {
  const text = input?.value ?? "";
  const all = text.trim() === "" ? [] : await entries().catch(() => undefined);
  // What was typed meanwhile is shown by its own call.
  if (text !== input?.value) return;
  if (!all) {
    list?.replaceChildren();
    if (status) status.textContent = words.searchFailed;
    return;
  }
  const { shown, total } = search(all, text);
  list?.replaceChildren(...shown.map(itemOf));
  const more = total > shown.length ? ` (${words.foundMore})` : "";
  const said = total > 0 ? `${total} ${words.found}${more}` : words.nothingFound;
  if (status) status.textContent = text.trim() === "" ? "" : said;
}

function itemOf([coordinate, about]: SearchEntry): HTMLElement {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = addressOf(coordinate, language);
  link.textContent = coordinate;
  const said = document.createElement("span");
  said.lang = "en";
  said.textContent = about;
  item.append(link, " ", said);
  return item;
}

if (box) box.hidden = false;
input?.addEventListener("input", () => void show());
box?.addEventListener("submit", (event) => {
  event.preventDefault();
  list?.querySelector("a")?.click();
});
// A browser keeps what was typed when a reader comes back.
void show();
