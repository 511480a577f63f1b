import { importing } from "./importing";

const PATHS = "import-x/no-restricted-paths";

/** What must be refused of pages: why, by which rule, in which file, with which text. */
type Refused = readonly [why: string, rule: string, file: string, text: string];

/** What runs in a browser, what runs in the server, and what is meant for both, each going where it must not. */
export const REFUSED_IN_PAGES: readonly Refused[] = [
  ...(["../../site/page", "../../../server", "../../../../subgraphs/kit/errors"] as const).map(
    (from, index): Refused => [
      `a page's script importing ${from} of the server`,
      ...([PATHS, `gateway/pages/some/browser/a${index}.tsx`, importing(from)] as const),
    ],
  ),
  [
    "the server importing what runs in a browser",
    PATHS,
    "gateway/pages/some/page.ts",
    importing("../browser/part"),
  ],
  [
    "the gateway importing what runs in a browser",
    PATHS,
    "gateway/some.ts",
    importing("./pages/browser/part"),
  ],
  [
    "what is meant for both importing the server's",
    PATHS,
    "gateway/pages/shared/a.ts",
    importing("../site/page"),
  ],
  [
    "an element of a page that may be missing",
    "typescript(TS2531)",
    "gateway/pages/some/browser/dom.tsx",
    `/** A. */\nexport const text = document.getElementById("a").textContent;\n`,
  ],
  [
    "a wrong attribute in a page's script",
    "typescript(TS2322)",
    "gateway/pages/some/browser/jsx.tsx",
    `/** A. */\nexport const part = <p title={5} />;\n`,
  ],
  [
    "the DOM in the server's part of a page",
    "typescript(TS2584)",
    "gateway/pages/some/server.ts",
    `/** A. */\nexport const title: unknown = document;\n`,
  ],
];
