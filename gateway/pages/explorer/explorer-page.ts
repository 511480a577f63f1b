import { markup } from "../site/html";
import type { Page } from "../site/page";
import { pageLanguageOf } from "../site/page-language-of";
import { pageShell } from "../site/page-shell";
import { sendPage } from "../site/send-page";

/** GraphiQL, which asks the graph from a browser. */
export const explorerPage: Page = {
  name: "explorer",
  address: "/explorer",
  label: { en: "Explorer", ja: "エクスプローラー" },
  about: {
    en: "Write a query, run it, and take the answer away.",
    ja: "クエリを書いて実行し、結果を持ち帰ります。",
  },
  isOn: ({ EXPLORER }) => EXPLORER,
  serve: (app, site) => {
    app.get("/explorer", (request, reply) =>
      sendPage(
        reply,
        pageShell(site.assets, {
          entry: "explorer",
          language: pageLanguageOf(request),
          title: "personnel-graph",
          description: "",
          body: markup`<div id="explorer"></div>`,
        }),
      ),
    );
  },
};
