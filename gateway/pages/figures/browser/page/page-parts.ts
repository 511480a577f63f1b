import { pageLanguages } from "../../../shared/page-language";
import { addressOfState, type PageState } from "../../shared/state/page-state";

/** The parts of the page that the server has written and the script fills. */
export interface PageParts {
  readonly content: HTMLElement;
  /** Says which figure is coming. */
  begin(title: string, about: string, loading: string): void;
  /** Says that it is there. */
  end(): void;
  /** Shows what stands in its place where it could not be had. */
  fail(content: readonly Node[]): void;
  /** Says a sentence to everybody, those who do not see it included. */
  say(text: string): void;
  focusTitle(): void;
  /** Marks the link of the figure shown, and lets the link to the other language keep what is shown. */
  pointLinks(state: PageState): void;
}

/** Finds the parts of the page. */
export function pageParts(): PageParts {
  const [title, about, state, content] = [
    "figure-title",
    "figure-about",
    "figure-state",
    "figure-content",
  ].map(part);
  if (!title || !about || !state || !content) throw new Error("The page is not whole.");
  const say = (text: string) => {
    state.textContent = text;
    state.hidden = text === "";
  };
  return {
    content,
    say,
    begin(name, text, loading) {
      title.textContent = name;
      about.textContent = text;
      document.title = `${name} – personnel-graph`;
      content.setAttribute("aria-busy", "true");
      say(loading);
    },
    end() {
      content.removeAttribute("aria-busy");
      say("");
    },
    fail(nodes) {
      content.removeAttribute("aria-busy");
      content.replaceChildren(...nodes);
      say("");
    },
    focusTitle() {
      title.focus();
    },
    pointLinks(shown) {
      for (const link of document.querySelectorAll<HTMLAnchorElement>("[data-figure]")) {
        if (link.dataset["figure"] === shown.figure) link.setAttribute("aria-current", "page");
        else link.removeAttribute("aria-current");
      }
      for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-language]")) {
        const language = pageLanguages.find((each) => each === link.dataset["language"]);
        if (language) link.href = addressOfState({ ...shown, language });
      }
    },
  };
}

function part(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found) return found;
  throw new Error(`The page has no element ${id}.`);
}
