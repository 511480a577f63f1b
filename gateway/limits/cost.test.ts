import fc from "fast-check";
import {
  buildSchema,
  executeSync,
  getIntrospectionQuery,
  Kind,
  type OperationDefinitionNode,
  parse,
  validate,
} from "graphql";
import { actualCosts } from "./actual-cost";
import { costSchema } from "./cost-schema";
import { estimateCost, greatestCost, keptEstimates, selectionCosts } from "./estimate-cost";
import { processorTime } from "../../test/support/processor-time";

const page = `@listSize(slicingArguments: ["first"], sizedFields: ["nodes", "edges"], assumedSize: 50)`;
const sdl = `
  directive @cost(weight: Int!) on FIELD_DEFINITION | ARGUMENT_DEFINITION | OBJECT | SCALAR | ENUM | INPUT_FIELD_DEFINITION
  directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!]) on FIELD_DEFINITION
  scalar Dear @cost(weight: 2)
  type Query { item: Item  few: [Item!] @listSize(assumedSize: 3)  endless: [Item!]
    pages(first: Int = 50, search: String @cost(weight: 5), years: [Int!] @cost(weight: 20)): Page! ${page}
    check(tables: [Table!], within: Nested): Item
    unsized: Page  grid: [[Item]] @listSize(assumedSize: 3) }
  input Table { rows: [Row!] @cost(weight: 3)  name: String }
  input Row { key: Int }
  input Nested { one: Nested  table: Table }
  type Page { nodes: [Item!]!  edges: [Edge!]!  total: Int! @cost(weight: 10) }
  type Edge { node: Item! }
  type Item { id: ID!  dear: Dear  item: Item  few: [Item!] @listSize(assumedSize: 3)
    pages(first: Int = 50): Page! ${page}  heavy: Heavy }
  type Heavy @cost(weight: 7) { id: ID! }
  type Mutation { change: Item @cost(weight: 50) }`;
const schema = costSchema(sdl);
const types = buildSchema(sdl);

function operationOf(query: string, variables: Readonly<Record<string, unknown>> = {}) {
  const document = parse(query);
  expect(validate(types, document)).toEqual([]);
  const operation = document.definitions.find(
    (node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION,
  );
  if (!operation) throw new Error(`No operation: ${query}`);
  return { document, operation, variables };
}

const costOf = (query: string, variables?: Readonly<Record<string, unknown>>) =>
  estimateCost(schema, operationOf(query, variables)).cost;

describe("the estimated cost", () => {
  it.each([
    ["an object is 1, its leaves nothing", "{ item { id } }", 1],
    ["a list is as long as it can be", "{ few { id few { id } } }", 3 + 3 * 3],
    ["a page is as long as asked for", "{ pages(first: 7) { nodes { id } } }", 1 + 7],
    ["by default as the schema says", "{ pages { nodes { id } } }", 1 + 50],
    ["null is no length", "{ pages(first: null) { nodes { id } } }", 1 + 50],
    ["edges and nodes both count", "{ pages(first: 2) { nodes { id } edges { node { id } } } }", 7],
    ["so do weights", "{ pages(first: 0) { total nodes { id } } item { dear heavy { id } } }", 21],
    ["and arguments", `{ pages(first: 1, search: "x") { nodes { id } } }`, 1 + 1 + 5],
    ["each element of a list", "{ pages(first: 0, years: [1, 2, 3]) { total } }", 1 + 10 + 3 * 20],
    ["one that is no list", "{ pages(first: 0, years: 4) { total } }", 1 + 10 + 20],
    [
      "what is within one",
      "{ check(tables: [{ rows: [{}, {}] }, { rows: {} }]) { id } }",
      1 + 3 * 3,
    ],
    [
      "in inputs of its own kind too",
      "{ check(within: { one: { one: { table: { rows: [{}, {}] } } }, table: { rows: {} } }) { id } }",
      1 + 3 * 3,
    ],
    ["where nothing is within, nothing", '{ check(tables: [{ name: "x" }]) { id } }', 1],
    ["null weighs nothing", "{ pages(first: 0, years: null) { total } }", 1 + 10],
    [
      "nor does a variable that is not given",
      "query ($y: [Int!]) { pages(first: 0, years: $y) { total } }",
      1 + 10,
    ],
    ["every alias counts", "{ a: item { id } b: item { id } }", 2],
    ["what is skipped counts", "{ item @skip(if: true) { id } }", 1],
    [
      "a fragment counts wherever it is",
      "{ item { ...F } few { ...F } } fragment F on Item { item { id } }",
      8,
    ],
    [
      "pages are sized through fragments",
      "{ pages(first: 4) { ...P } } fragment P on Page { x: nodes { id } ... { nodes { id } } }",
      9,
    ],
    ["a change is 50 and what it gives", "mutation { change { id } }", 51],
    ["a list of unknown length is endless", "{ endless { id } }", greatestCost],
    ["so is a list of lists", "{ grid { id } }", greatestCost],
    ["so is a page nobody sizes", "{ unsized { nodes { id } } }", greatestCost],
  ])("%s: %s", (_what, query, expected) => {
    expect(costOf(query)).toBe(expected);
  });

  it.each([
    ["$n: Int", { n: 3 }, 4],
    ["$n: Int", { n: null }, 51],
    ["$n: Int", {}, 51],
    ["$n: Int = 5", {}, 6],
    ["$n: Int = 5", { n: 2 }, 3],
    ["$n: Int = 5", { n: null }, 51],
    ["$n: Int", { n: -3 }, 1],
    ["$n: Int", { n: "9" }, 51],
    ["$n: Int", { n: 1e300 }, 51],
    ["$n: Int", { n: Number.MAX_SAFE_INTEGER }, greatestCost],
  ])("reads the length of a page from variables: %s with %j", (definition, variables, expected) => {
    const query = `query (${definition}) { pages(first: $n) { nodes { id } } }`;
    expect(costOf(query, variables)).toBe(expected);
  });

  it("of each selection at the top is that of it alone", () => {
    const given = operationOf(
      "{ item { id } ...F pages(first: 2) { nodes { id } } } fragment F on Query { few { id } }",
    );
    const alone = ["{ item { id } }", "{ few { id } }", "{ pages(first: 2) { nodes { id } } }"].map(
      (query) => estimateCost(schema, operationOf(query)),
    );
    expect([...selectionCosts(schema, given).values()]).toEqual(
      alone.map(({ cost, fields, introspection }) => cost + fields + introspection),
    );
  });

  it("takes no longer for fragments that double one another, nor overflows", () => {
    const doubling = Array.from(
      { length: 100 },
      (_unused, n) => `fragment F${n} on Item { few { ...F${n + 1} } b: few { ...F${n + 1} } }`,
    ).join(" ");
    const { document, operation, variables } = {
      document: parse(`{ item { ...F0 } } ${doubling} fragment F100 on Item { id }`),
      variables: {},
      get operation() {
        return this.document.definitions[0] as OperationDefinitionNode;
      },
    };
    const taken = processorTime(() => {
      expect(estimateCost(schema, { document, operation, variables }).cost).toBe(greatestCost);
    });
    expect(taken).toBeLessThan(200);
  });

  it("is none of introspection, which is estimated by itself", () => {
    const { cost, fields, introspection } = estimateCost(
      schema,
      operationOf(getIntrospectionQuery()),
    );
    expect(fields).toBe(0);
    expect(cost).toBe(0);
    expect(introspection).toBeGreaterThan(1_000);
    expect(introspection).toBeLessThan(greatestCost);
  });
});

/** A selection of `depth` more levels, in GraphQL, for what is of type Item or Page. */
const item: fc.Memo<string> = fc.memo((depth) =>
  fc
    .array(
      depth <= 1
        ? fc.constantFrom("id", "dear", "a: id", "heavy { id }", "__typename")
        : fc.oneof(
            fc.constantFrom("id", "heavy { id }", "...Few", "... on Item { item { id } }"),
            fc
              .tuple(fc.constantFrom("item", "few", "x: few", "y: item"), item(depth - 1))
              .map(([field, selection]) => `${field} { ${selection} }`),
            fc
              .tuple(fc.constantFrom("p", "q"), fc.nat(4), pageSelection(depth - 1))
              .map(
                ([alias, first, selection]) =>
                  `${alias}${first}: pages(first: ${first}) { ${selection} }`,
              ),
          ),
      { minLength: 1, maxLength: 4 },
    )
    .map((fields) => fields.join(" ")),
);

const pageSelection: fc.Memo<string> = fc.memo((depth) =>
  fc
    .array(
      fc.oneof(
        fc.constantFrom("total", "...Both"),
        item(depth).map((selection) => `nodes { ${selection} }`),
        item(depth).map((selection) => `e: edges { node { ${selection} } }`),
      ),
      { minLength: 1, maxLength: 3 },
    )
    .map((fields) => fields.join(" ")),
);

const query = fc.tuple(item(3), pageSelection(3), fc.nat(5)).map(
  ([one, pages, first]) =>
    `{ item { ${one} } few { ${one} } pages(first: ${first}) { ${pages} } }
       fragment Few on Item { few { id heavy { id } } }
       fragment Both on Page { total nodes { id ...Few } edges { node { item { id } } } }`,
);

/** What a server within its bounds answers: lists no longer than they may be, `null` here and there. */
function answerTo(text: string, random: () => number): unknown {
  const { document } = operationOf(text);
  return executeSync({
    schema: types,
    document,
    rootValue: {},
    fieldResolver: (source: { length?: number }, { first }: { first?: number }, _context, info) => {
      const length = (most: number) => Math.floor(random() * (most + 1));
      const named = info.fieldName;
      if (named === "pages") return { length: length(first ?? 50) };
      if (named === "nodes" || named === "edges") {
        return Array.from({ length: source.length ?? 0 }, () => ({}));
      }
      if (named === "few") return Array.from({ length: length(3) }, () => ({}));
      if (named === "total") return 1;
      if (named === "id" || named === "dear") return "x";
      return random() < 0.2 && named !== "node" ? null : {};
    },
  }).data;
}

describe("the actual cost", () => {
  it("is what the objects of the answer weigh", () => {
    const text =
      "{ few { id heavy { id } } x: pages(first: 9) { total nodes { id } n: nodes { id } } }";
    const data = {
      few: [
        { id: 1, heavy: { id: 1 } },
        { id: 2, heavy: null },
      ],
      x: { total: 2, nodes: [{ id: 1 }], n: [{ id: 1 }] },
    };
    expect(actualCosts(schema)(operationOf(text), data)).toBe(2 + 7 + 1 + 10 + 2);
    expect(actualCosts(schema)(operationOf(text), null)).toBe(0);
  });

  it("is what arguments weigh, each element of a list in a variable", () => {
    const text = "query ($y: [Int!]) { pages(first: 0, years: $y) { total } }";
    const variables = { y: [2022, 2023] };
    const asked = operationOf(text, variables);
    expect(actualCosts(schema)(asked, { pages: { total: 1 } })).toBe(1 + 10 + 2 * 20);
    expect(estimateCost(schema, asked).cost).toBe(1 + 10 + 2 * 20);
  });

  it("is what is within arguments, whatever of it is in a variable", () => {
    const rows = [{ key: 1 }, { key: 2 }];
    for (const [text, variables] of [
      ["query ($t: [Table!]) { check(tables: $t) { id } }", { t: [{ rows }, { rows: null }] }],
      ["query ($t: Table!) { check(tables: [$t]) { id } }", { t: { rows } }],
      ["query ($r: [Row!]) { check(tables: [{ rows: $r }]) { id } }", { r: rows }],
    ] as const) {
      expect(actualCosts(schema)(operationOf(text, variables), { check: { id: 1 } })).toBe(1 + 6);
      expect(estimateCost(schema, operationOf(text, variables)).cost).toBe(1 + 6);
    }
  });

  it("is never above the estimate, whatever is asked and answered", () => {
    fc.assert(
      fc.property(
        query,
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })),
        (text, stream) => {
          const valid = validate(types, parse(text));
          fc.pre(valid.length === 0);
          const data = answerTo(text, () => Number(stream.next().value));
          expect(data).toBeTruthy();
          const actual = actualCosts(schema)(operationOf(text), data);
          expect(actual).toBeLessThanOrEqual(costOf(text));
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("a kept estimate", () => {
  const estimate = keptEstimates(schema);
  const variables = [{}, { n: 1 }, { n: 30, text: "x" }, { n: null, text: null, list: [1, 2] }];

  it.each([
    ["a length", "query($n: Int) { pages(first: $n) { nodes { id } } }", 3],
    ["a length by default", "query($n: Int = 9) { pages(first: $n) { nodes { id } } }", 4],
    ["a weight", "query($text: String) { pages(search: $text) { nodes { id } } }", 2],
    ["a list", "query($list: [Int!]) { pages(years: $list) { nodes { id } } }", 2],
    ["within a list", "query($n: Int!) { pages(years: [$n]) { nodes { id } } }", 1],
    [
      "within an object, in a fragment",
      "query($list: [Row!]) { ...F } fragment F on Query { check(tables: { rows: $list }) { id } }",
      2,
    ],
  ])("is made for each value of a variable that matters: %s", (_where, query, different) => {
    const given = operationOf(query);
    const costs = variables.map((values) => estimate({ ...given, variables: values }));
    expect(costs).toEqual(
      variables.map((values) => estimateCost(schema, { ...given, variables: values })),
    );
    expect(new Set(costs.map(({ cost }) => cost)).size).toBe(different);
    expect(costs[0]).not.toBe(estimate({ ...given, variables: {} }));
  });

  it.each([
    ["{ pages(first: 3) { nodes { id } } }"],
    ["query($is: Boolean!) { item @include(if: $is) { id } few { id @skip(if: $is) } }"],
    ["query($n: Int) { few { id } }"],
  ])("is made once where none does: %s", (query) => {
    const document = parse(query);
    const [operation] = document.definitions;
    if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error("No operation.");
    const costs = variables.map((values) => estimate({ document, operation, variables: values }));
    expect(new Set(costs).size).toBe(1);
    expect(costs[0]).toEqual(estimateCost(schema, { document, operation, variables: {} }));
  });

  it("is of one operation of its document", () => {
    const document = parse("query A { few { id } } query B { item { id } }");
    const costs = document.definitions.flatMap((operation) =>
      operation.kind === Kind.OPERATION_DEFINITION
        ? [estimate({ document, operation, variables: {} }).cost]
        : [],
    );
    expect(costs).toEqual([3, 1]);
  });
});
