import { type AreaName, areaNames, ofEachArea } from "../../subgraphs/areas";

/** The subgraphs of the graph, in the order in which they are shown. */
export const subgraphNames = areaNames;

/** The name of one subgraph: of its folder, its program and its database. */
export type SubgraphName = AreaName;

/** Everything that listens on a port in the local stack. */
export type PartName = "gateway" | SubgraphName | "issuer" | "postgres";

/** One part of the local stack. */
interface Part {
  /** The environment variable that moves it to another port. */
  readonly variable: string;
  /** Its usual port. */
  readonly port: number;
  /** What the variable says listens there. */
  readonly listener: string;
  /** What it is, in the words of the table shown at start. */
  readonly about: string;
}

/** Everything that listens on a port, in the order in which it is shown. */
export const parts: Readonly<Record<PartName, Part>> = {
  gateway: {
    variable: "GATEWAY_PORT",
    port: 4000,
    listener: "the gateway",
    about: "the whole graph, also in a browser",
  },
  ...ofEachArea(({ port, about }, name) => ({
    variable: `${name.toUpperCase()}_PORT`,
    port,
    listener: `the ${name} subgraph`,
    about,
  })),
  issuer: {
    variable: "ISSUER_PORT",
    port: 4010,
    listener: "the development issuer of tokens",
    about: "development tokens: npm run token -- <role>",
  },
  postgres: {
    variable: "POSTGRES_PORT",
    port: 54_329,
    listener: "PostgreSQL",
    about: "PostgreSQL, one database and one restricted role a subgraph",
  },
};

/** Says something of every part. */
export function ofEachPart<Value>(valueOf: (part: Part) => Value): Record<PartName, Value> {
  return Object.fromEntries(
    Object.entries(parts).map(([name, part]) => [name, valueOf(part)]),
  ) as Record<PartName, Value>;
}
