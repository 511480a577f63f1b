import { roles } from "../../access/roles";
import { type AssetManifest, assetsAddress, entryOf } from "../site/asset-manifest";
import { type Html, markup } from "../site/html";
import type { Page, Site } from "../site/page";
import { pageLanguageOf } from "../site/page-language-of";
import { pageShell } from "../site/page-shell";
import { sendPage } from "../site/send-page";
import { siteHead } from "../site/site-head";
import { type PageLanguage, pageLanguages } from "../shared/page-language";
import type { ExplorerData } from "./shared/explorer-data";
import { words } from "./shared/words";

const address = "/explorer";

/** GraphiQL, which asks the graph from a browser, with examples and with files to take away. */
export const explorerPage: Page = {
  name: "explorer",
  address,
  label: { en: "Explorer", ja: "エクスプローラー" },
  about: {
    en: "Begin with an example, ask in your own way, and take the answer away as CSV or Excel.",
    ja: "例から始めて自由に問い合わせ、結果を CSV や Excel で持ち帰れます。",
  },
  isOn: ({ EXPLORER }) => EXPLORER,
  serve: (app, site) => {
    const tokens = tokenAddress(site);
    const made = new Map(
      pageLanguages.map((language) => [language, pageIn(language, site, tokens)] as const),
    );
    const needs = {
      ownStyles: true,
      ...(tokens !== undefined && { connectTo: new URL(tokens).origin }),
    };
    app.get(address, (request, reply) =>
      sendPage(reply, made.get(pageLanguageOf(request)) ?? "", needs),
    );
  },
};

function pageIn(language: PageLanguage, site: Site, tokens: string | undefined): string {
  const data: ExplorerData = {
    language,
    sandbox: site.settings.SANDBOX,
    workers: workersOf(site.assets),
    ...(tokens !== undefined && { tokens: { address: tokens, roles: pickedRoles } }),
  };
  return pageShell(site.assets, {
    entry: "explorer",
    language,
    title: words.title[language],
    description: explorerPage.about[language],
    data,
    body: bodyIn(language, site),
  });
}

function bodyIn(language: PageLanguage, site: Site): Html {
  return markup`${siteHead(site, language, address)}
<main>
  <h1 class="only-read">${words.heading[language]}</h1>
  <div id="explorer"><p>${words.needsScript[language]}</p></div>
</main>`;
}

/** The roles that somebody at the local stack can take: an application has no page, a municipality one list. */
const pickedRoles = roles.flatMap((role) =>
  role === "app" ? [] : role === "municipality" ? ["municipality:012220"] : [role],
);

/** Where a token is had: from an issuer on this machine, if the gateway was told that it may be there. */
function tokenAddress({ settings: { LOCAL_ISSUER, OIDC_ISSUER } }: Site): string | undefined {
  if (!LOCAL_ISSUER || OIDC_ISSUER === undefined) return undefined;
  const { protocol, hostname } = new URL(OIDC_ISSUER);
  return protocol === "http:" && hostname === "127.0.0.1" ? `${OIDC_ISSUER}/token` : undefined;
}

function workersOf(assets: AssetManifest): ExplorerData["workers"] {
  const addressOf = (name: string) =>
    `${assetsAddress}/${entryOf(assets, `explorer.${name}`).script}`;
  return { editor: addressOf("editor"), graphql: addressOf("graphql"), json: addressOf("json") };
}
