import { randomUUID } from "node:crypto";
import {
  type AssertedRequest,
  assertionHeader,
  sealAssertion,
  signAssertion,
} from "../../subgraphs/kit/access/assertion";
import type { KeyFile } from "../../subgraphs/kit/access/key-file";
import type { SigningKey } from "../../subgraphs/kit/access/key-sets";
import { grantHeader, shareHeader } from "../../subgraphs/kit/access/key-share";
import { currentRequest } from "../../subgraphs/kit/request-scope";
import { AgreedKey } from "./agreed-key";
import { graphqlResponseIn } from "./graphql-response";
import type { PostToSubgraph, SendToSubgraph, SubgraphMessage } from "./send-to-subgraph";

/** The status of what a subgraph did not let in. */
const notLetIn = 401;

/**
 * Vouches for each request to a subgraph: for its caller, its id, its day in force, and its body, which is sent exactly
 * as vouched for. The first requests are signed. Then the others are sealed with a key that both share, which takes a
 * fraction of the time. One that is not let in although it is sealed is sent again, signed and with the same id: no
 * process does it twice, whatever was changed on the way. Each of both has the time limit of one.
 *
 * @throws Error outside of a request whose caller and day are known
 */
export function vouchForRequests(
  subgraph: string,
  post: PostToSubgraph,
  keys: KeyFile<SigningKey>,
): SendToSubgraph {
  const agreed = new AgreedKey(subgraph);

  /** Gives nothing where no key is shared, and where the request was not let in. */
  const postSealed = async (
    message: SubgraphMessage,
    request: AssertedRequest,
    signing: SigningKey,
  ) => {
    const shared = agreed.current(signing);
    if (!shared) return undefined;
    const sealed = {
      [grantHeader]: shared.grant,
      [assertionHeader]: sealAssertion(request, shared.key),
    };
    const response = await post(withHeaders(message, sealed));
    if (response.status !== notLetIn) return response;
    agreed.refuse();
    return undefined;
  };
  const postSigned = async (
    message: SubgraphMessage,
    request: AssertedRequest,
    signing: SigningKey,
  ) => {
    const signed = { [assertionHeader]: signAssertion(request, signing) };
    const response = await post(withHeaders(message, signed));
    const { [shareHeader]: share } = response.headers;
    if (typeof share === "string") agreed.learn(share);
    return response;
  };
  return async (message) => {
    const { caller, requestId, asOf } = currentRequest() ?? {};
    if (!caller || requestId === undefined || asOf === undefined) {
      throw new Error("A subgraph is asked for nobody, or as of no day.");
    }
    const { body } = message;
    const request = { id: randomUUID(), subgraph, caller, requestId, asOf, body };
    const signing = await keys.current();
    const response =
      (await postSealed(message, request, signing)) ??
      (await postSigned(message, request, signing));
    return graphqlResponseIn(subgraph, response);
  };
}

function withHeaders(
  message: SubgraphMessage,
  headers: Readonly<Record<string, string>>,
): SubgraphMessage {
  return { ...message, headers: { ...message.headers, ...headers } };
}
