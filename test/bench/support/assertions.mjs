// Who a gateway asks for, and how ours signs: all that these reports know of the assertions in requests to subgraphs.
import { productModule } from "./stack.mjs";

const header = "graph-assertion";

/** Who a signed request is for, as a text that is equal for equal callers; undefined of a request that nobody signed. */
export function identityOf(headers) {
  const assertion = headers[header];
  if (assertion === undefined) return undefined;
  const claims = JSON.parse(Buffer.from(assertion.split(".")[1], "base64url").toString());
  return JSON.stringify([claims.sub, claims.roles, claims.scopes, claims.asOf]);
}

/** Makes what signs a request to a subgraph as the gateway of a stack does, for the public. */
export async function openSigner({ tree, signingKeys }) {
  const { signAssertion } = productModule(tree, "subgraphs/kit/access/assertion.js");
  const { KeyFile } = productModule(tree, "subgraphs/kit/access/key-file.js");
  const { readSigningKey } = productModule(tree, "subgraphs/kit/access/key-sets.js");
  const { today } = productModule(tree, "subgraphs/kit/clock.js");
  const keys = await KeyFile.open({
    path: signingKeys,
    variable: "SIGNING_KEYS_FILE",
    read: readSigningKey,
    logger: console,
  });
  const caller = {
    subject: "anonymous",
    roles: ["public"],
    scopes: new Set(["published"]),
    attributes: {},
  };
  let requests = 0;
  return async (subgraph, body) => {
    const requestId = `recording-${++requests}`;
    const request = { subgraph, caller, requestId, asOf: today(), body };
    return { [header]: await signAssertion(request, keys), "x-request-id": requestId };
  };
}

/** Makes what a subgraph checks of a request first: that the gateway signed it, and signed this body. */
export async function openVerifier({ tree, subgraph, gatewayKeys }) {
  const { digestOf, isSameDigest, verifyAssertion } = productModule(
    tree,
    "subgraphs/kit/access/assertion.js",
  );
  const { KeyFile } = productModule(tree, "subgraphs/kit/access/key-file.js");
  const { readVerifyingKeys } = productModule(tree, "subgraphs/kit/access/key-sets.js");
  const keys = await KeyFile.open({
    path: gatewayKeys,
    variable: "GATEWAY_KEYS_FILE",
    read: readVerifyingKeys,
    logger: console,
  });
  return async (headers, body) => {
    const { digest } = await verifyAssertion(headers[header], subgraph, keys);
    if (!isSameDigest(digest, digestOf(body))) throw new Error("Another body was signed.");
  };
}
