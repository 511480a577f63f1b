// The gateway's transport against the library's own: same gateway, same subgraph, in turn.
import { createServer } from "node:http";
import { createRequire } from "node:module";
import autocannon from "autocannon";

// The packages that the product has, so that all of them share one graphql.
const require = createRequire(new URL("../../package.json", import.meta.url));
const { ApolloGateway, RemoteGraphQLDataSource } = require("@apollo/gateway");
const { ApolloServer } = require("@apollo/server");
const fastify = require("fastify");
const { mountGraphql } = require("./dist/subgraphs/kit/graphql/mount-graphql.js");
const { subgraphFetcher } = require("./dist/gateway/transport/subgraph-fetcher.js");
const { connectionPool } = require("./dist/gateway/transport/connection-pool.js");
const { readFileSync } = require("node:fs");

const supergraphSdl = readFileSync(
  new URL("../../schema/supergraph.graphql", import.meta.url),
  "utf8",
);
const subgraph = createServer((request, response) => {
  request.resume().on("end", () => {
    response.setHeader("content-type", "application/json");
    response.end('{"data":{"skillStandard":{"code":"MUNICIPAL_DX_EXTERNAL_PERSONNEL"}}}');
  });
}).listen(0, "127.0.0.1");
await new Promise((resolve) => subgraph.once("listening", resolve));
const url = `http://127.0.0.1:${subgraph.address().port}/graphql`;
const pool = connectionPool();

const transports = {
  ours: ({ name }) =>
    new RemoteGraphQLDataSource({ url, fetcher: subgraphFetcher(name, pool, 10_000) }),
  library: () => new RemoteGraphQLDataSource({ url }),
};

async function measure(buildService) {
  const app = fastify();
  const apollo = new ApolloServer({ gateway: new ApolloGateway({ supergraphSdl, buildService }) });
  await apollo.start();
  await mountGraphql(
    app,
    apollo,
    () => ({}),
    () => undefined,
  );
  const address = await app.listen({ port: 0, host: "127.0.0.1" });
  const { requests } = await autocannon({
    url: `${address}/graphql`,
    method: "POST",
    headers: { "content-type": "application/json" },
    body: '{"query":"{ skillStandard { code } }"}',
    connections: 20,
    duration: 4,
  });
  await app.close();
  await apollo.stop();
  return requests.average;
}

const ratios = [];
for (let round = 1; round <= 4; round += 1) {
  const ours = await measure(transports.ours);
  const library = await measure(transports.library);
  ratios.push(ours / library);
  console.log(
    `round ${round}: ours ${Math.round(ours)}, library ${Math.round(library)} requests/s`,
  );
}
ratios.sort((a, b) => a - b);
console.log(`ratio: min ${ratios[0].toFixed(2)}, max ${ratios.at(-1).toFixed(2)}`);
await pool.close();
subgraph.close();
process.exit(0);
