import type { Page } from "playwright-core";

/** A mark of a drawing: what is said of it, and where it is, in pixels of the drawing. */
export interface DrawnMark {
  readonly title: string;
  readonly kind: string;
  readonly x: number;
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
}

/** Opens a figure and waits until it is drawn. */
export async function openFigure(page: Page, url: string, address: string): Promise<void> {
  await page.goto(`${url}/figures?${address}`);
  await figureIsDrawn(page);
}

/** Waits until the figure asked for is drawn. */
export async function figureIsDrawn(page: Page): Promise<void> {
  await page.locator("#figure-content:not([aria-busy]) .figure-drawing").waitFor();
}

/** The marks of the drawing that say something of themselves. */
export function drawnMarks(page: Page): Promise<DrawnMark[]> {
  return page.evaluate<DrawnMark[]>(`
    [...document.querySelectorAll(".figure-drawing :is(rect, path, circle, text)")].flatMap((mark) => {
      const title = mark.querySelector("title")?.textContent ?? "";
      const { x, width, top, bottom } = mark.getBoundingClientRect();
      return title === "" ? [] : [{ title, kind: mark.tagName, x, width, top, bottom }];
    })`);
}

/** The table behind the figure: of each row the text of each cell, by the id of its column. */
export function shownTable(page: Page): Promise<Record<string, string>[]> {
  return page.evaluate<Record<string, string>[]>(`
    [...document.querySelectorAll("#figure-table tbody tr")].map((row) =>
      Object.fromEntries(
        [...row.querySelectorAll("td")].map((cell) => [cell.dataset.column, cell.textContent]),
      ),
    )`);
}
