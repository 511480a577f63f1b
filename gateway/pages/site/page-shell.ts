import { assetsAddress, type AssetManifest, entryOf } from "./asset-manifest";
import { Html, markup } from "./html";
import { pageDataId } from "../shared/page-data";
import type { PageLanguage } from "../shared/page-language";

/** What a page is made of. */
export interface PageParts {
  /** Its entry among the assets: its folder's name. */
  readonly entry: string;
  readonly language: PageLanguage;
  readonly title: string;
  /** What it is, in a sentence, for those who list or share its address. */
  readonly description: string;
  readonly body: Html;
  /** What its script is given, as JSON; `pageData` reads it there. */
  readonly data?: object;
}

/** A square of the colour of our links, so that no browser asks for an icon by itself. */
const icon = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="#0b57a4"/><path d="M4 11V8M8 11V5M12 11V7" stroke="#fff" stroke-width="2"/></svg>',
)}`;

/** A whole page. Its scripts and styles are the build's; it has none of its own within. */
export function pageShell(assets: AssetManifest, parts: PageParts): string {
  const { entry, language, title, description, body, data } = parts;
  const { script, imports, styles } = entryOf(assets, entry);
  const address = (name: string) => `${assetsAddress}/${name}`;
  return markup`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <meta name="description" content="${description}" />
        <link rel="icon" href="${icon}" />
        ${styles.map((name) => markup`<link rel="stylesheet" href="${address(name)}" />`)}
        ${imports.map((name) => markup`<link rel="modulepreload" href="${address(name)}" />`)}
        <script type="module" src="${address(script)}"></script>
      </head>
      <body>
        ${body} ${data && dataBlock(data)}
      </body>
    </html> `.text;
}

/** Data, not a script: browsers do not run it, and no text in it can end it. */
function dataBlock(data: object): Html {
  const json = JSON.stringify(data).replaceAll("<", "\\u003c");
  return markup`<script type="application/json" id="${pageDataId}">
    ${new Html(json)}
  </script>`;
}
