import { csvOfTable } from "../../shared/export/csv-of-table";
import type { FiguresPageData } from "../../shared/figures-page-data";
import { explorerLink } from "../../shared/state/explorer-link";
import type { Words } from "../../shared/words/words";
import { saveFile } from "../../../browser/save-file";
import type { PreparedFigure } from "../figures/figure";
import { element } from "./element";

/** What a figure is saved as. */
export interface Download {
  /** Without an ending. */
  readonly name: string;
  readonly title: string;
  readonly figure: PreparedFigure;
  readonly words: Words;
  readonly data: FiguresPageData;
  /** Says what went wrong. */
  readonly report: (text: string) => void;
}

/** In files a drawing has always the same width, whatever the window's. */
const widthInFiles = 760;

/** The buttons that take a figure away, and the link to its query. */
export function downloadsView(download: Download): HTMLElement {
  const { figure, words, data } = download;
  const { page } = words;
  const button = (name: string, format: string, save: () => Promise<void> | void) => {
    const made = element("button", { type: "button", "data-download": format }, name);
    made.addEventListener("click", () => {
      Promise.resolve(save()).catch(() => {
        download.report(format === "xlsx" ? page.excelFailed : page.saveFailed);
      });
    });
    return made;
  };
  const explorer = element(
    "a",
    { class: "button", href: explorerLink(figure.request), "data-explorer": true },
    page.explorer,
  );
  const cited = element("div", { class: "figure-cited", hidden: true });
  const cite = element("button", { type: "button", "data-cite": true }, page.cite);
  cite.addEventListener("click", () => {
    void showCitation(download, cited);
  });
  return element(
    "div",
    { class: "figure-downloads no-print", role: "group", "aria-label": page.downloads },
    element("span", { class: "soft", "aria-hidden": "true" }, page.downloads),
    button(page.csv, "csv", () => {
      saveFile(
        `${download.name}.csv`,
        new Blob([csvOfTable(figure.table)], { type: "text/csv;charset=utf-8" }),
      );
    }),
    button(page.excel, "xlsx", () => saveExcel(download)),
    button(page.svg, "svg", async () => {
      saveFile(
        `${download.name}.svg`,
        new Blob([await drawnFile(download)], { type: "image/svg+xml" }),
      );
    }),
    button(page.png, "png", async () => {
      const { pngOfDrawing } = await import("../export/png-of-drawing");
      saveFile(`${download.name}.png`, await pngOfDrawing(await drawnFile(download)));
    }),
    cite,
    ...(data.explorer ? [explorer] : []),
    cited,
  );
}

async function showCitation({ figure, words, data, report }: Download, place: HTMLElement) {
  try {
    const { citationOfRequest } = await import("../export/citation-of-request");
    const { text, address } = await citationOfRequest(figure.request, data.language);
    const { cited, citedPage } = words.page;
    const link = { class: "button", href: `${address}?lang=${data.language}` };
    place.replaceChildren(
      element("textarea", { readonly: true, rows: 3, "aria-label": cited }, text),
      element("a", link, citedPage),
    );
    place.hidden = false;
    place.querySelector("textarea")?.select();
  } catch (error) {
    report(`${words.page.citeFailed} ${error instanceof Error ? error.message : ""}`);
  }
}

async function saveExcel({ name, figure, data }: Download): Promise<void> {
  const { excelOfRequest } = await import("../export/excel-of-request");
  saveFile(`${name}.xlsx`, await excelOfRequest(figure.request, data.language));
}

async function drawnFile({ title, figure, words, data }: Download): Promise<string> {
  const { drawingFile } = await import("../export/drawing-file");
  const sources = figure.sources.map(({ title: source, publisher }) =>
    words.page.source(source, publisher),
  );
  const notes = [
    figure.summary,
    ...(data.synthetic && figure.counts ? [words.page.synthetic] : []),
    ...(sources.length > 0
      ? [`${words.page.sources}: ${words.list([...new Set(sources)].slice(0, 6))}`]
      : []),
    location.href,
  ];
  const drawing = await figure.draw(widthInFiles);
  return drawingFile(drawing, { title, legend: figure.legend, notes, words });
}
