import { composeServices } from "@apollo/composition";
import { Supergraph } from "@apollo/federation-internals";
import { parse, print } from "graphql";
import { subgraphSchemas } from "../supergraph/subgraph-schema";
import { commonPath } from "./answer-path";
import { pruneOperation } from "./prune-operation";

const federation = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires"])`;

const shared = `${federation}
  enum Language { JA EN }
  type Country @key(fields: "code") { code: ID! @shareable  name(language: Language): String! @shareable }
  type FiscalYear @key(fields: "year") { year: Int! @shareable  name(language: Language): String! @shareable }
  interface Named { title: String! }
  type Source implements Named @shareable { title: String!  country: Country! }
  union Anything = Country | Source
  input Range { from: Int  to: Int }
  type Query {
    fiscalYear(year: Int!): FiscalYear @shareable
    fiscalYears(range: Range): [FiscalYear!]! @shareable
    countries: [Country!]! @shareable
    named: [Named!] @shareable
    anything: Anything @shareable`;

const schemas = (() => {
  const services = {
    recruitment: `${shared} ping: String }
      type Municipality implements Named { title: String! }
      extend type FiscalYear { solicitation: Solicitation  figures: [Int!] }
      extend type Country { applicants(since: Int): Int }
      input Deep { at: Int }
      extend type Query { search(deep: Deep): FiscalYear }
      type Solicitation { year: FiscalYear! }
      type Mutation { change: FiscalYear }`,
    dispatch: `${shared} }
      extend type Country { region: String  area: Int @external  density: Int @requires(fields: "area") }
      type Mutation { other: FiscalYear }`,
    fellowship: `${shared} } extend type Country { area: Int }
      type Agency @key(fields: "code", resolvable: false) { code: ID! }
      extend type Country { agency: Agency }`,
  };
  const { supergraphSdl, errors } = composeServices(
    Object.entries(services).map(([name, sdl]) => ({ name, url: "", typeDefs: parse(sdl) })),
  );
  if (!supergraphSdl) throw new AggregateError(errors ?? [], String(errors));
  return subgraphSchemas(Supergraph.build(supergraphSdl));
})();

function prune(query: string, target = "dispatch") {
  const schema = schemas.get(target);
  if (!schema) throw new Error(`no subgraph ${target}`);
  const pruned = pruneOperation(parse(query), schema);
  return (
    pruned && {
      query: pruned.query,
      variables: [...pruned.variables],
      lost: pruned.lost.map(({ names }) => names.join(".")),
      common: commonPath(pruned.lost),
    }
  );
}

const formatted = (query: string) => print(parse(query));

describe("pruning an operation to what another subgraph knows", () => {
  it("leaves an operation alone that is known whole", () => {
    const query = `query ($y: Int!) { a: fiscalYear(year: $y) { __typename year n: name(language: JA) } }`;
    expect(prune(query)).toEqual({
      query: formatted(query),
      variables: ["y"],
      lost: [],
      common: [],
    });
  });

  it("takes out fields it does not have, and says where they are missing", () => {
    const query = `{ fiscalYear(year: 2023) { name solicitation { year { name } } figures } ping }`;
    expect(prune(query)).toEqual({
      query: formatted(`{ fiscalYear(year: 2023) { name } }`),
      variables: [],
      lost: ["fiscalYear.solicitation", "fiscalYear.figures", "ping"],
      common: [],
    });
  });

  it("names what is missing by its alias, up to the list it is in", () => {
    expect(prune(`{ all: countries { n: applicants name } }`)?.common).toEqual(["all"]);
    expect(prune(`{ one: fiscalYear(year: 1) { f: figures name } }`)?.common).toEqual(["one", "f"]);
  });

  it("keeps __typename where nothing else of a field is left", () => {
    expect(prune(`{ countries { applicants } }`)?.query).toBe(
      formatted(`{ countries { __typename } }`),
    );
  });

  it("is nothing where no root field is left", () => {
    expect(prune(`{ ping }`)).toBeUndefined();
    expect(prune(`{ __typename ping }`)).toBeUndefined();
  });

  it("takes out the variables that only went to what was taken out", () => {
    const query = `query ($since: Int, $with: Boolean!, $range: Range) {
      countries { applicants(since: $since) name @include(if: $with) }
      fiscalYears(range: $range) { year }
    }`;
    expect(prune(query)?.variables).toEqual(["with", "range"]);
    expect(prune(query)?.query).not.toContain("$since");
  });

  it("does not put another question by leaving an argument out", () => {
    expect(prune(`{ countries { name(era: 5) code } }`)).toMatchObject({
      query: formatted(`{ countries { code } }`),
      lost: ["countries"],
    });
    expect(prune(`{ fiscalYear { year } countries { code } }`)?.query).toBe(
      formatted(`{ countries { code } }`),
    );
  });

  it("is nothing where what is left does not fit the other schema", () => {
    expect(prune(`query ($year: String!) { fiscalYear(year: $year) { year } }`)).toBeUndefined();
  });

  it("leaves out fields the other subgraph needs help for", () => {
    expect(prune(`{ countries { area density region } }`)?.query).toBe(
      formatted(`{ countries { region } }`),
    );
  });

  it("follows fragments, named and inline, through interfaces and unions", () => {
    const query = `query {
      named { title ... on Municipality { title } ... on Source { country { ...C } } }
      anything { ... on Country { applicants } ... on Source { title } __typename }
    }
    fragment C on Country { applicants name }`;
    expect(prune(query)).toEqual({
      query: formatted(`{
        named { title ... on Source { country { ... on Country { name } } } }
        anything { ... on Source { title } __typename }
      }`),
      variables: [],
      lost: ["named", "named", "anything.applicants"],
      common: [],
    });
  });

  it("is nothing for a mutation, whoever has it", () => {
    expect(prune(`mutation { other { name } }`)).toBeUndefined();
  });

  describe("of entities", () => {
    const entities = (fields: string) =>
      `query ($representations: [_Any!]!, $since: Int) { _entities(representations: $representations) { ${fields} } }`;

    it("keeps what the other subgraph adds to them", () => {
      const pruned = prune(entities("... on Country { applicants(since: $since) name }"));
      expect(pruned).toEqual({
        query: formatted(
          `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Country { name } } }`,
        ),
        variables: ["representations"],
        lost: ["applicants"],
        common: ["applicants"],
      });
    });

    it("is nothing where only their type and key are left", () => {
      expect(prune(entities("... on Country { __typename code applicants }"))).toBeUndefined();
    });

    it("is nothing where the other subgraph cannot be asked for them", () => {
      expect(prune(entities("... on Agency { code title }"), "fellowship")).toBeUndefined();
      expect(prune(entities("... on Solicitation { year { name } }"))).toBeUndefined();
    });
  });
});
