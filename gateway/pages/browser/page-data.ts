import { pageDataId } from "../shared/page-data";

/**
 * What the server gave this page, in the form that the page's own module of both sides says.
 *
 * @throws Error where it gave nothing
 */
export function pageData(): unknown {
  const text = document.getElementById(pageDataId)?.textContent;
  if (!text) throw new Error(`The page has no element ${pageDataId}.`);
  return JSON.parse(text);
}
