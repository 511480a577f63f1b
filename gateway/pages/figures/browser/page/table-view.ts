import type { Column, Table, TableCell } from "../../shared/table/table";
import { element } from "./element";

/** A table of a page, which moves within itself where it is too wide. */
export function tableView({ caption, columns, rows }: Table): HTMLElement {
  const head = element(
    "thead",
    {},
    element(
      "tr",
      {},
      ...columns.map(({ name, kind }) => element("th", { scope: "col", class: kind }, name)),
    ),
  );
  const body = element(
    "tbody",
    {},
    ...rows.map((row) =>
      element("tr", {}, ...row.map((cell, index) => cellView(cell, columns[index]))),
    ),
  );
  const table = element("table", {}, element("caption", {}, caption), head, body);
  return element(
    "div",
    { class: "wide", tabindex: 0, role: "region", "aria-label": caption },
    table,
  );
}

function cellView(cell: TableCell, column: Column | undefined): HTMLTableCellElement {
  const content = cell === null ? [] : [linkOf(cell, column) ?? String(cell)];
  return element(
    "td",
    { class: column?.kind ?? "text", "data-column": column?.id ?? "" },
    ...content,
  );
}

function linkOf(cell: TableCell, column: Column | undefined): HTMLAnchorElement | undefined {
  if (column?.id === "figure") return linkToFigure(String(cell));
  return isAddress(cell) ? linkTo(cell) : undefined;
}

/** A published figure has a page of its own, in the language of this one. */
function linkToFigure(id: string): HTMLAnchorElement {
  const language = document.documentElement.lang;
  return element("a", { href: `/figures/${encodeURIComponent(id)}?lang=${language}` }, id);
}

function isAddress(cell: TableCell): cell is string {
  return typeof cell === "string" && /^https?:\/\//.test(cell);
}

function linkTo(address: string): HTMLAnchorElement {
  return element("a", { href: address, rel: "noreferrer", target: "_blank" }, address);
}
