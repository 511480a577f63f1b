import type { TestSubgraphDefinition } from "../test-subgraph";

type Resolvers = TestSubgraphDefinition["resolvers"];

/** What a subgraph has of a shape. */
export interface PartOfShape {
  readonly sdl: string;
  readonly resolvers: Resolvers;
}

/** A way to divide a graph over subgraphs, and what is answered there. */
export interface Shape {
  readonly title: string;
  /** By the names of subgraphs, which all shapes share. */
  readonly parts: Readonly<Record<string, PartOfShape>>;
  readonly asked: readonly AskedOfShape[];
}

/** A query, and the answer that the specification wants. */
export interface AskedOfShape {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly data: unknown;
  /** The places of errors; none by default. */
  readonly errors?: readonly (readonly (string | number)[] | undefined)[];
  /** What must be asked of whom, as `first root`: everything that is not listed must not be. */
  readonly calls?: readonly string[];
  /** Where something else is answered, or more is asked. */
  readonly knownDifference?: KnownDifference;
}

/** What is answered in the place of what the specification wants, without an error. */
export interface KnownDifference {
  readonly why: string;
  readonly data: unknown;
  readonly calls?: readonly string[];
}

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable",
  "@external", "@requires", "@provides", "@override", "@inaccessible", "@interfaceObject"])`;

/** Subgraphs that have the parts of all shapes. */
export function subgraphsOf(shapes: readonly Shape[]): readonly TestSubgraphDefinition[] {
  const names = new Set(shapes.flatMap(({ parts }) => Object.keys(parts)));
  return [...names].map((name) => {
    const parts = shapes.flatMap((shape) => shape.parts[name] ?? []);
    return {
      name,
      sdl: [link, ...parts.map(({ sdl }) => sdl)].join("\n"),
      resolvers: merged(parts.map(({ resolvers }) => resolvers)),
    };
  });
}

function merged(all: readonly Resolvers[]): Resolvers {
  const result: Record<string, object> = {};
  for (const resolvers of all) {
    for (const [type, fields] of Object.entries(resolvers)) {
      result[type] = { ...result[type], ...fields };
    }
  }
  return result;
}
