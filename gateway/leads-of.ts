import type { GatewaySettings } from "./env";
import type { LeadBrowsers } from "./lead-browsers";
import { arrivalPage } from "./pages/arrival/arrival-page";
import { filesPage } from "./pages/files/files-page";
import type { Site } from "./pages/site/page";

/** Where people begin, with what they know of an address. */
const beginnings = ["/", "/graphql"];

/** Where browsers are led, of the pages that a gateway with these settings has. */
export function leadsOf(
  { PAGES, EXPLORER, SANDBOX }: GatewaySettings,
  site: Site | undefined,
): readonly LeadBrowsers[] {
  if (PAGES && site) {
    return [
      { from: beginnings, to: "/", arrive: arrivalPage(site) },
      { from: ["/q", "/q/"], to: filesPage.address },
    ];
  }
  if (EXPLORER) return [{ from: beginnings, to: "/explorer" }];
  return SANDBOX ? [{ from: beginnings, to: "/sandbox" }] : [];
}
