import {
  assertionHeader,
  sealAssertion,
  signAssertion,
} from "../../subgraphs/kit/access/assertion";
import type { KeyFile } from "../../subgraphs/kit/access/key-file";
import type { SigningKey } from "../../subgraphs/kit/access/key-sets";
import { grantHeader } from "../../subgraphs/kit/access/key-share";
import { currentRequest } from "../../subgraphs/kit/request-scope";
import { AgreedKey } from "./agreed-key";
import type { SendToSubgraph } from "./send-to-subgraph";

/**
 * Vouches for each request to a subgraph: for its caller, its id, its day in force, and its body, which is sent exactly
 * as vouched for. The first requests are signed. Then the others are sealed with a key that both share, which takes a
 * fraction of the time; where the subgraph does not know that key, it has done nothing, and the request is signed.
 *
 * @throws Error outside of a request whose caller and day are known
 */
export function signRequests(
  subgraph: string,
  send: SendToSubgraph,
  keys: KeyFile<SigningKey>,
): SendToSubgraph {
  const agreed = new AgreedKey(subgraph);
  return async ({ headers, body }) => {
    const { caller, requestId, asOf } = currentRequest() ?? {};
    if (!caller || requestId === undefined || asOf === undefined) {
      throw new Error("A subgraph is asked for nobody, or as of no day.");
    }
    const request = { subgraph, caller, requestId, asOf, body };
    const shared = agreed.current(await keys.current());
    if (shared) {
      const sealed = {
        [grantHeader]: shared.grant,
        [assertionHeader]: sealAssertion(request, shared.key),
      };
      let isRefused = false;
      const answer = await send({
        headers: { ...headers, ...sealed },
        body,
        hearShare: (share) => {
          isRefused = true;
          agreed.refuse(share);
        },
      });
      if (!isRefused) return answer;
    }
    const signed = { [assertionHeader]: await signAssertion(request, keys) };
    return send({
      headers: { ...headers, ...signed },
      body,
      hearShare: (share) => agreed.learn(share),
    });
  };
}
