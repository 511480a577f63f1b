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

/** Opens a file of keys with a reader of the product. */
function openKeys(tree, path, reader) {
  const { KeyFile } = productModule(tree, "subgraphs/kit/access/key-file.js");
  const { [reader]: read } = productModule(tree, "subgraphs/kit/access/key-sets.js");
  return KeyFile.open({ path, variable: path, read, logger: console });
}

/** Makes what signs a request to a subgraph as the gateway of a stack does, for the public. */
export async function openSigner({ tree, signingKeys }) {
  const { signAssertion } = productModule(tree, "subgraphs/kit/access/assertion.js");
  const { today } = productModule(tree, "subgraphs/kit/clock.js");
  const keys = await openKeys(tree, signingKeys, "readSigningKey");
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
  const keys = await openKeys(tree, gatewayKeys, "readVerifyingKeys");
  return async (headers, body) => {
    const { digest } = await verifyAssertion(headers[header], subgraph, keys);
    if (!isSameDigest(digest, digestOf(body))) throw new Error("Another body was signed.");
  };
}
