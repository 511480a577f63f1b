import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { selfSigned } from "./self-signed";

/** The host names of Apollo that stand for this machine in tests, and one that is nobody's. */
export const hosts = {
  scripts: "embeddable-sandbox.cdn.apollographql.com",
  icons: "embeddable-explorer.cdn.apollographql.com",
  embedded: "sandbox.embed.apollographql.com",
  studio: "studio.apollographql.com",
  elsewhere: "elsewhere.example",
} as const;

/**
 * What Apollo's script does of what a policy could forbid: it embeds a frame, asks the graph for the frame, and sets an
 * icon from another host.
 */
const script = `window.EmbeddedSandbox = class {
  constructor({ target, initialEndpoint }) {
    const frame = document.createElement("iframe");
    frame.src = "https://${hosts.embedded}/sandbox/explorer?endpoint=" + encodeURIComponent(initialEndpoint);
    document.querySelector(target).appendChild(frame);
    window.addEventListener("message", async ({ data, source, origin }) => {
      const answer = await fetch(initialEndpoint, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query: data.query }),
      });
      source.postMessage(await answer.text(), origin);
    });
    const icon = document.createElement("link");
    icon.rel = "icon";
    icon.href = "https://${hosts.icons}/favicon.png";
    document.head.appendChild(icon);
  }
};`;

const frame = `<!doctype html><title>Sandbox</title><output></output><script>
window.addEventListener("message", ({ data }) => { document.querySelector("output").textContent = data; });
window.parent.postMessage({ query: "{ __schema { queryType { name } } }" }, "*");
</script>`;

/** An HTTPS server on this machine that is each of these hosts. */
export async function startApolloStandIn(): Promise<{ port: number; stop(): void }> {
  const server: Server = createServer(selfSigned(), (request, response) => {
    const isScript = request.headers.host === hosts.scripts;
    response.setHeader("content-type", isScript ? "text/javascript" : "text/html");
    response.end(isScript ? script : frame);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
