import { assertionHeader, signAssertion } from "../../subgraphs/kit/access/assertion";
import type { KeyFile } from "../../subgraphs/kit/access/key-file";
import type { SigningKey } from "../../subgraphs/kit/access/key-sets";
import { currentRequest } from "../../subgraphs/kit/request-scope";
import type { FetchSubgraph } from "./fetch-subgraph";

/**
 * Makes a fetcher that signs each request to a subgraph: its caller, its id, its day in force, and its body, which is
 * sent exactly as signed.
 *
 * @throws Error outside of a request whose caller and day are known
 */
export function signRequests(
  subgraph: string,
  fetcher: FetchSubgraph,
  keys: KeyFile<SigningKey>,
): FetchSubgraph {
  return async (url, init = {}) => {
    const { caller, requestId, asOf } = currentRequest() ?? {};
    const { body } = init;
    if (!caller || requestId === undefined || asOf === undefined || typeof body !== "string") {
      throw new Error("A subgraph is asked for nobody, or as of no day.");
    }
    const assertion = await signAssertion({ subgraph, caller, requestId, asOf, body }, keys);
    return fetcher(url, { ...init, headers: { ...init.headers, [assertionHeader]: assertion } });
  };
}
