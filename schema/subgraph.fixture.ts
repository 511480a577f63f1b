import { type SubgraphSdl, subgraphSdl } from "./subgraph-sdl";

const FEDERATION = `extend schema @link(
  url: "https://specs.apollo.dev/federation/v2.3"
  import: ["@key", "@shareable", "@external", "@requires"]
)`;

/** A Federation 2 subgraph for tests, from the SDL of its types. */
export function subgraph(name: string, types: string): SubgraphSdl {
  return subgraphSdl({ name, url: `http://127.0.0.1/${name}` }, `${FEDERATION}\n${types}`);
}
