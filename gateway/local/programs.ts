/** The subgraphs of the graph, in the order in which they are shown. */
export const subgraphNames = ["recruitment", "dispatch", "fellowship", "cooperation"] as const;

/** The name of one subgraph: of its folder, its program and its database. */
export type SubgraphName = (typeof subgraphNames)[number];

/** Everything that listens on a port in the local stack. */
export type PartName = "gateway" | SubgraphName | "issuer" | "postgres";

/** The environment variable that moves a part to another port. */
export const portVariables = {
  gateway: "GATEWAY_PORT",
  recruitment: "RECRUITMENT_PORT",
  dispatch: "DISPATCH_PORT",
  fellowship: "FELLOWSHIP_PORT",
  cooperation: "COOPERATION_PORT",
  issuer: "ISSUER_PORT",
  postgres: "POSTGRES_PORT",
} as const satisfies Record<PartName, string>;

/** What each part is, in the words of the table shown at start. */
export const descriptions: Readonly<Record<PartName, string>> = {
  gateway: "the whole graph, also in a browser",
  recruitment: "municipal DX recruitment",
  dispatch: "international dispatch",
  fellowship: "fellowship programmes",
  cooperation: "cooperation networks",
  issuer: "development tokens: npm run token -- <role>",
  postgres: "PostgreSQL, one database and one restricted role a subgraph",
};
