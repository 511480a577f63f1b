import type { IncomingHttpHeaders } from "node:http";
import Negotiator from "negotiator";
import { ApiError, shown } from "../../subgraphs/kit/errors";

/** The header that asks for a citation of the answer. `?cite=true` in the address does the same. */
export const citeHeader = "graph-cite";

/** A request for a citation of its answer. */
export interface CiteRequest {
  /** The address that it came from. */
  readonly ip: string;
  /** The language that its names are in, where the operation says none. */
  readonly language: "en" | "ja";
  /** Gives back the place that the request has, before it waits for something that needs none. */
  readonly giveBackPlace: () => void;
}

/** What of a request says whether its answer is to be cited. */
export interface MayCite {
  readonly headers: IncomingHttpHeaders;
  readonly url: string;
  readonly ip: string;
  readonly giveBackPlace?: (() => void) | undefined;
}

/**
 * Whether a request asks for a citation of its answer: the header `graph-cite: true`, or `?cite=true`. Without, or with
 * `false`, it does not.
 *
 * @throws ApiError BAD_REQUEST for any other value
 */
export function citeRequest(request: MayCite): CiteRequest | undefined {
  const { headers, url, ip } = request;
  const header = headers[citeHeader];
  // Nearly all requests have neither.
  if (header === undefined && !url.includes("?")) return undefined;
  const inAddress = new URLSearchParams(url.split("?")[1]).getAll("cite");
  const isAsked = [header, inAddress.length > 1 ? inAddress.join(", ") : inAddress[0]].map(isTrue);
  if (!isAsked.includes(true)) return undefined;
  const accepted = new Negotiator({ headers }).language(["en", "ja"]);
  return {
    ip,
    language: accepted === "ja" ? "ja" : "en",
    giveBackPlace: () => request.giveBackPlace?.(),
  };
}

function isTrue(given: unknown): boolean {
  if (given === undefined || given === "false") return false;
  if (given === "true") return true;
  const message = `Expected ${citeHeader} or cite to be true or false, received ${shown(given)}.`;
  throw new ApiError("BAD_REQUEST", message, 400);
}
