// Starts the recording proxy in front of a stack's subgraphs.
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startChild } from "../support/child.mjs";
import { freePort } from "../support/ports.mjs";
import { environmentOf } from "../support/processes.mjs";
import { workFolder } from "../support/settings.mjs";

/**
 * Starts it.
 *
 * @returns the addresses at which it stands in for the subgraphs, the supergraph with these addresses, and what counts the
 *   calls since it was last asked
 */
export async function startProxy(stack) {
  const { SUBGRAPH_URLS, SIGNING_KEYS_FILE } = environmentOf(stack.pidOf("gateway"));
  const subgraphs = [];
  for (const pair of SUBGRAPH_URLS.split(",")) {
    const [subgraph, url] = pair.split("=");
    subgraphs.push({ subgraph, origin: new URL(url).origin, port: await freePort() });
  }
  const file = fileURLToPath(new URL("recording-proxy.mjs", import.meta.url));
  const { child } = startChild("recording-proxy", { args: [file], env: process.env, ipc: true });
  const ask = async (message) => {
    child.send(message);
    const [counts] = await once(child, "message");
    return counts;
  };
  let last = await ask({
    kind: "start",
    tree: stack.tree,
    signingKeys: SIGNING_KEYS_FILE,
    subgraphs,
  });
  const urls = Object.fromEntries(
    subgraphs.map(({ subgraph, port }) => [subgraph, `http://127.0.0.1:${port}/graphql`]),
  );
  return {
    urls,
    supergraphFile: writeSupergraph(stack.tree, urls),
    async countCalls() {
      const now = await ask({ kind: "count" });
      const since = Object.fromEntries(
        Object.entries(now).map(([name, value]) => [name, value - last[name]]),
      );
      last = now;
      return since;
    },
  };
}

/** Writes the composed schema with the proxy's addresses, for gateways that take them from there. */
function writeSupergraph(tree, urls) {
  const text = readFileSync(join(tree, "schema/supergraph.graphql"), "utf8");
  const file = join(workFolder, "supergraph.graphql");
  writeFileSync(
    file,
    text.replace(/@join__graph\(name: "(\w+)", url: "[^"]*"\)/g, (_, name) => {
      return `@join__graph(name: "${name}", url: "${urls[name]}")`;
    }),
  );
  return file;
}
