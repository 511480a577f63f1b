// Who a gateway asks for, and how ours signs: all that these reports know of the assertions in requests to subgraphs.
import { randomUUID } from "node:crypto";
import { productModule } from "./stack.mjs";

const header = "graph-assertion";

/** In which a subgraph tells the gateway its share of a key, and in which the gateway grants a key that they share. */
export const shareHeader = "graph-key-share";
export const grantHeader = "graph-key-grant";

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

/**
 * Makes what vouches for a request to a subgraph as the gateway of a stack does, for the public: it signs, and where it
 * knows the subgraph's share of a key it seals.
 */
export async function openSigner({ tree, signingKeys }) {
  const { sealAssertion, signAssertion } = productModule(tree, "subgraphs/kit/access/assertion.js");
  const { AgreedKey } = productModule(tree, "gateway/transport/agreed-key.js");
  const { today } = productModule(tree, "subgraphs/kit/clock.js");
  const keys = await openKeys(tree, signingKeys, "readSigningKey");
  const caller = {
    subject: "anonymous",
    roles: ["public"],
    scopes: new Set(["published"]),
    attributes: {},
  };
  const agreed = new Map();
  let requests = 0;
  return async (subgraph, body, share) => {
    const requestId = `recording-${++requests}`;
    const request = { id: randomUUID(), subgraph, caller, requestId, asOf: today(), body };
    const named = { "x-request-id": requestId };
    const signing = await keys.current();
    if (share === undefined) return { ...named, [header]: signAssertion(request, signing) };
    if (!agreed.has(share)) {
      const key = new AgreedKey(subgraph);
      key.learn(share);
      agreed.set(share, key);
    }
    const { key, grant } = agreed.get(share).current(signing);
    return { ...named, [grantHeader]: grant, [header]: sealAssertion(request, key) };
  };
}

/** Makes what a subgraph checks of a request first: that the gateway vouches for it, and for this body. */
export async function openVerifier({ tree, subgraph, gatewayKeys }) {
  const { digestOf, isSameDigest, unsealAssertion, verifyAssertion } = productModule(
    tree,
    "subgraphs/kit/access/assertion.js",
  );
  const { GrantedKeys } = productModule(tree, "subgraphs/kit/access/key-grant.js");
  const keys = await openKeys(tree, gatewayKeys, "readVerifyingKeys");
  const granted = new GrantedKeys(subgraph, keys);
  const verify = async ({ [grantHeader]: grant, [header]: token }, body) => {
    const { digest } = grant
      ? unsealAssertion(token, subgraph, await granted.keyOf(grant))
      : await verifyAssertion(token, subgraph, keys);
    if (!isSameDigest(digest, digestOf(body))) throw new Error("It is for another body.");
  };
  return { verify, share: granted.share };
}
