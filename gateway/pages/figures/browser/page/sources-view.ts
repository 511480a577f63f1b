import type { Origin } from "../../shared/model/observation";
import type { Words } from "../../shared/words/words";
import { element } from "./element";

/** Where the published numbers stand, shown on demand. */
export function sourcesView(sources: readonly Origin[], words: Words): HTMLElement {
  const { page } = words;
  return element(
    "details",
    { class: "figure-sources" },
    element("summary", {}, `${page.sources} (${sources.length})`),
    element(
      "ul",
      {},
      ...sources.map(({ title, publisher, publishedOn, url, locator }) => {
        const name = page.source(title, publisher);
        const link =
          url === null
            ? name
            : element("a", { href: url, rel: "noreferrer", target: "_blank" }, name);
        const rest = [publishedOn, locator === null ? null : page.locator(locator)].filter(
          (each) => each !== null,
        );
        return element(
          "li",
          {},
          link,
          ...(rest.length > 0 ? [element("span", { class: "soft" }, ` ${rest.join(" · ")}`)] : []),
        );
      }),
    ),
  );
}
