import { figureTexts } from "../../shared/figure-list";
import type { FiguresPageData } from "../../shared/figures-page-data";
import { addressOfState, type PageState, stateOfAddress } from "../../shared/state/page-state";
import { wordsOf } from "../../shared/words/words-of";
import { allFigures } from "../figures/all-figures";
import { askGraph } from "./ask-graph";
import { element } from "./element";
import { figureView } from "./figure-view";
import { followLinks } from "./follow-links";
import { pageParts } from "./page-parts";

/** Shows the figure that the address names, and whatever is chosen from then on. */
export function startPage(data: FiguresPageData): void {
  const { language } = data;
  const words = wordsOf[language];
  const ask = askGraph(language);
  const parts = pageParts();
  let state = stateOfAddress(location.search);
  /** Of several figures asked for in quick succession the last is shown. */
  let latest = 0;

  const go = (next: PageState, how: "pushState" | "replaceState") => {
    state = next;
    history[how](null, "", addressOfState(state));
    parts.pointLinks(state);
  };

  const show = async () => {
    const turn = ++latest;
    const { title, about } = figureTexts[state.figure];
    parts.begin(title[language], about[language], words.page.loading);
    try {
      const figure = await allFigures[state.figure]({ ask, words, language, chosen: state.chosen });
      if (turn !== latest) return;
      const kept = document.activeElement?.id ?? "";
      const view = figureView(figure, {
        ...{ title: title[language], words, data, isTableOpen: state.table },
        fileName: [state.figure, ...Object.values(state.chosen)].join("-"),
        choose: (name, value) => {
          go({ ...state, chosen: { ...state.chosen, [name]: value } }, "pushState");
          void show();
        },
        toggleTable: (table) => {
          go({ ...state, table }, "replaceState");
        },
        report: (text) => {
          parts.say(text);
        },
      });
      parts.content.replaceChildren(view.content);
      if (kept.startsWith("control-")) document.getElementById(kept)?.focus();
      await view.redraw();
      parts.end();
    } catch (error) {
      if (turn === latest) parts.fail(failure(error));
    }
  };

  const failure = (error: unknown) => {
    const again = element("button", { type: "button" }, words.page.retry);
    again.addEventListener("click", () => void show());
    const reason = error instanceof Error ? error.message : String(error);
    return [element("p", {}, `${words.page.failed} ${reason}`), again];
  };

  followLinks((figure) => {
    go({ ...state, figure, chosen: {} }, "pushState");
    parts.focusTitle();
    void show();
  });
  addEventListener("popstate", () => {
    state = stateOfAddress(location.search);
    parts.pointLinks(state);
    void show();
  });
  // On paper nothing can be opened any more.
  addEventListener("beforeprint", () => {
    for (const details of parts.content.querySelectorAll("details")) details.open = true;
  });
  parts.pointLinks(state);
  void show();
}
