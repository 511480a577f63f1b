import type { FiguresPageData } from "../../shared/figures-page-data";
import type { Words } from "../../shared/words/words";
import type { PreparedFigure } from "../figures/figure";
import { controlsView } from "./controls-view";
import { downloadsView } from "./downloads-view";
import { element } from "./element";
import { legendView } from "./legend-view";
import { methodView } from "./method-view";
import { sourcesView } from "./sources-view";
import { tableView } from "./table-view";

/** What a figure is shown with. */
export interface FigureViewOptions {
  readonly title: string;
  /** The name of its files, without an ending. */
  readonly fileName: string;
  readonly words: Words;
  readonly data: FiguresPageData;
  readonly isTableOpen: boolean;
  readonly choose: (name: string, value: string) => void;
  readonly toggleTable: (isOpen: boolean) => void;
  readonly report: (text: string) => void;
}

/** A figure as the page shows it; `redraw` draws it anew as wide as there is room. */
export interface FigureView {
  readonly content: HTMLElement;
  readonly redraw: () => Promise<void>;
}

/** Puts together all that is shown of a figure. */
export function figureView(figure: PreparedFigure, options: FigureViewOptions): FigureView {
  const { words, data, title } = options;
  const heading = `${title} – ${figure.subtitle}`;
  const picture = element("div", {
    ...{
      role: "img",
      class: "figure-picture",
      "aria-label": heading,
      "aria-describedby": "figure-summary",
    },
  });
  const table = element(
    "div",
    { id: "figure-table", hidden: !options.isTableOpen },
    tableView({ ...figure.table, caption: heading }),
  );
  const content = element(
    "div",
    {},
    controlsView(figure.controls, options.choose),
    element(
      "figure",
      {},
      element("p", { class: "figure-subtitle" }, figure.subtitle),
      ...(figure.legend.length > 0 ? [legendView(figure.legend, words)] : []),
      picture,
      element("figcaption", { id: "figure-summary" }, figure.summary),
    ),
    tableButton(options, table),
    table,
    downloadsView({
      name: options.fileName,
      title: heading,
      figure,
      words,
      data,
      report: options.report,
    }),
    sourcesView(figure.sources, words),
    ...(figure.about ? [methodView(figure.about, words)] : []),
  );
  let drawn: number | undefined;
  const redraw = async () => {
    drawn = picture.clientWidth;
    picture.replaceChildren(await figure.draw(Math.max(280, drawn)));
  };
  // Its width changes with the window, and where the style sheet comes after the script. While it is hidden it has none.
  new ResizeObserver(() => {
    const isSeen = picture.clientWidth > 0;
    if (isSeen && drawn !== undefined && picture.clientWidth !== drawn) void redraw();
  }).observe(picture);
  return { content, redraw };
}

function tableButton(
  { words, isTableOpen, toggleTable }: FigureViewOptions,
  table: HTMLElement,
): HTMLElement {
  const button = element(
    "button",
    {
      type: "button",
      class: "figure-table-button no-print",
      "aria-expanded": String(isTableOpen),
      "aria-controls": "figure-table",
    },
    words.page.table,
  );
  button.addEventListener("click", () => {
    const isOpen = button.getAttribute("aria-expanded") === "false";
    table.hidden = !isOpen;
    button.setAttribute("aria-expanded", String(isOpen));
    toggleTable(isOpen);
  });
  return button;
}
