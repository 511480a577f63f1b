import { assertionHeader, signAssertion } from "../../subgraphs/kit/access/assertion";
import type { KeyFile } from "../../subgraphs/kit/access/key-file";
import type { SigningKey } from "../../subgraphs/kit/access/key-sets";
import { currentRequest } from "../../subgraphs/kit/request-scope";
import type { SendToSubgraph } from "./send-to-subgraph";

/**
 * Signs each request to a subgraph: its caller, its id, its day in force, and its body, which is sent exactly as signed.
 *
 * @throws Error outside of a request whose caller and day are known
 */
export function signRequests(
  subgraph: string,
  send: SendToSubgraph,
  keys: KeyFile<SigningKey>,
): SendToSubgraph {
  return async ({ headers, body }) => {
    const { caller, requestId, asOf } = currentRequest() ?? {};
    if (!caller || requestId === undefined || asOf === undefined) {
      throw new Error("A subgraph is asked for nobody, or as of no day.");
    }
    const assertion = await signAssertion({ subgraph, caller, requestId, asOf, body }, keys);
    return send({ headers: { ...headers, [assertionHeader]: assertion }, body });
  };
}
