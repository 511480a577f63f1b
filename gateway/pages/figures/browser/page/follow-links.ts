import { type FigureId, figureIds } from "../../shared/figure-list";

/** Lets links to figures change the page in place. Those that are opened elsewhere stay links. */
export function followLinks(open: (figure: FigureId) => void): void {
  document.addEventListener("click", (event) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
      return;
    const link = event.target instanceof Element ? event.target.closest("[data-figure]") : null;
    const figure = figureIds.find((id) => id === link?.getAttribute("data-figure"));
    if (!figure) return;
    event.preventDefault();
    open(figure);
  });
}
