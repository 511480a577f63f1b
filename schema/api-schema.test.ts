import { readFile } from "node:fs/promises";
import path from "node:path";
import { buildSchema, isScalarType, isSpecifiedScalarType, validateSchema } from "graphql";
import { accessDirective, accessSpecification } from "../subgraphs/kit/access/access-policy";
import { apiSchemaSdl } from "./api-schema";
import { compose } from "./compose";
import { subgraphSdl } from "./subgraph-sdl";
import { UNSPECIFIED_SCALARS } from "./unspecified-scalars";

const LINK = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@composeDirective", "@cost", "@listSize"])
  @link(url: "${accessSpecification}", import: ["@access"])
  @composeDirective(name: "@access")
${accessDirective}`;
const OPEN = '@access(scopes: ["published"])';

function composed(...types: readonly string[]): string {
  const subgraphs = types.map((sdl, index) =>
    subgraphSdl({ name: `s${index}`, url: "http://127.0.0.1/" }, `${LINK} ${sdl}`),
  );
  return compose(subgraphs).supergraphSdl ?? "";
}

describe("the schema that callers see", () => {
  it("has nothing of federation, and all that is described and deprecated", () => {
    const sdl = apiSchemaSdl(
      composed(`"The root." type Query ${OPEN} {
        "All." all(first: Int = 50): [T!] @listSize(assumedSize: 50) @cost(weight: 3)
        "Old." old: Int @deprecated(reason: "Ask for all.")
      } "A thing." type T ${OPEN} @key(fields: "id") { "Its id." id: ID! }`),
    );
    expect(sdl).toBe(`"""The root."""
type Query {
  """All."""
  all(first: Int = 50): [T!]
  """Old."""
  old: Int @deprecated(reason: "Ask for all.")
}

"""A thing."""
type T {
  """Its id."""
  id: ID!
}
`);
  });

  it("is the same whatever the order of subgraphs, types and fields is", () => {
    const one = `"Q." type Query ${OPEN} { "A." a: Int "B." b: E } "E." enum E { "X." X "Y." Y }`;
    const other = `"Q." type Query ${OPEN} { "D." d: Int "C." c: Int }`;
    const turned = `"E." enum E { "Y." Y "X." X } "Q." type Query ${OPEN} { "B." b: E "A." a: Int }`;
    expect(apiSchemaSdl(composed(other, turned))).toBe(apiSchemaSdl(composed(one, other)));
  });
});

describe("schema/api.graphql", () => {
  it("is a schema of its own, whose scalars say where they are specified", async () => {
    const sdl = await readFile(path.join(__dirname, "api.graphql"), "utf8");
    const schema = buildSchema(sdl);
    expect(validateSchema(schema)).toEqual([]);
    expect(sdl).not.toMatch(/join__|link__|core__|_Entity|_Service|@(access|key|shareable|cost)\b/);
    const scalars = Object.values(schema.getTypeMap())
      .filter((type) => isScalarType(type))
      .filter((type) => !isSpecifiedScalarType(type));
    expect(scalars.map(({ name }) => name)).toContain("PartialDate");
    const without = scalars.filter(({ specifiedByURL }) => !specifiedByURL);
    expect(without.map(({ name }) => name)).toEqual([...UNSPECIFIED_SCALARS.keys()]);
    expect(sdl).not.toMatch(/^directive /m);
  });
});
