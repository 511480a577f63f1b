// A program: @apollo/gateway behind @apollo/server, as it comes, on PORT with SUPERGRAPH. With CLIENT=undici, subgraphs
// are asked over a pool of undici, which is what one would change first.
import { readFileSync } from "node:fs";
import { ApolloGateway, RemoteGraphQLDataSource } from "@apollo/gateway";
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { Pool } from "undici";

class PooledDataSource extends RemoteGraphQLDataSource {
  constructor({ url }) {
    super({ url });
    const { origin, pathname } = new URL(url);
    this.pool = new Pool(origin, { connections: 64 });
    this.path = pathname;
  }

  async process({ request: { query, variables } }) {
    const { body } = await this.pool.request({
      method: "POST",
      path: this.path,
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify({ query, variables }),
    });
    return body.json();
  }
}

const { PORT, SUPERGRAPH, CLIENT } = process.env;
const gateway = new ApolloGateway({
  supergraphSdl: readFileSync(SUPERGRAPH, "utf8"),
  ...(CLIENT === "undici" && { buildService: (service) => new PooledDataSource(service) }),
});
await startStandaloneServer(new ApolloServer({ gateway }), {
  listen: { port: Number(PORT), host: "127.0.0.1" },
});
