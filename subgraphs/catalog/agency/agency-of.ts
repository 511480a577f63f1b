import { agencies } from "./agencies";
import type { Agency } from "./agency";

/** The agency a stored fact names. It is there: every load checks it. */
export function agencyOf(code: string): Agency {
  const agency = agencies.get(code);
  if (!agency) throw new Error(`agency ${code} is not in the catalog`);
  return agency;
}
