import type { FastifyInstance } from "fastify";
import { readAssetManifest } from "./site/asset-manifest";
import type { PageSettings, Site } from "./site/page";
import { pages } from "./pages";
import { serveAssets } from "./site/serve-assets";

/**
 * The pages of a gateway with these settings; `undefined` where it has none.
 *
 * @throws Error where the build has not made their files
 */
export async function openSite(
  settings: PageSettings,
  shown: Pick<Site, "graph" | "addresses">,
): Promise<Site | undefined> {
  const on = pages.filter((page) => page.isOn(settings));
  if (!settings.PAGES && on.length === 0) return undefined;
  return { assets: await readAssetManifest(), settings, ...shown, pages: on };
}

/** Serves the pages and what they load. The page that browsers arrive on is another's (lead-browsers.ts). */
export function serveSite(app: FastifyInstance, site: Site): void {
  serveAssets(app, site.assets);
  for (const page of site.pages) page.serve(app, site);
}
