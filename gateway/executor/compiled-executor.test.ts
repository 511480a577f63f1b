import { buildSchema, getOperationAST, parse } from "graphql";
import type { OperationAnswer } from "../planning/operation-executor";
import type { PlanNode } from "../planning/query-plan";
import type { SubgraphRequest, SubgraphResponse } from "../transport/subgraph-request";
import { compiledExecutor } from "./compiled-executor";

const schema = buildSchema(`
  interface Named { name: String }
  type Country implements Named { code: String! name: String fellows: Int events: [[Event]!] }
  type Event { id: ID! title: String! }
  type Query { countries: [Country] named: [Named!] country: Country count: Int! }
  type Mutation { first: Int second: Int }
`);

type Answer = (request: SubgraphRequest) => SubgraphResponse;

/** Executes a query by a plan, with subgraphs that answer as they are told. */
async function execute(
  text: string,
  node: PlanNode,
  answers: Readonly<Record<string, Answer>>,
  variables = {},
) {
  const asked: SubgraphRequest[] = [];
  const library = jest.fn(() => Promise.resolve<OperationAnswer>({ data: { of: "library" } }));
  const subgraphs = new Map(
    Object.entries(answers).map(([name, answer]) => [
      name,
      {
        answer: (request: SubgraphRequest) => {
          asked.push(request);
          return Promise.resolve(answer(request));
        },
      },
    ]),
  );
  const executor = compiledExecutor({ subgraphs, keptOperations: 10 })({
    schema,
    supergraphSchema: schema,
    plan: () => ({ node }),
    library: { execute: library },
  });
  const document = parse(text);
  const operation = getOperationAST(document);
  if (!operation) throw new Error("Expected an operation.");
  const context = {} as SubgraphRequest["context"];
  const request = { document, operation, queryHash: text, request: { variables }, context };
  return { answer: await executor.execute(request), asked, library };
}

const root = (serviceName: string, operation = "{ root }"): PlanNode => ({
  kind: "Fetch",
  serviceName,
  operation,
});

/** A request for entities at a path, named by their code. */
const about = (serviceName: string, path: readonly string[], operation = "{ e }"): PlanNode => ({
  kind: "Flatten",
  path,
  node: {
    kind: "Fetch",
    serviceName,
    operation,
    requires: [
      {
        kind: "InlineFragment",
        typeCondition: "Country",
        selections: [
          { kind: "Field", name: "__typename" },
          { kind: "Field", name: "code" },
        ],
      },
    ],
  },
});

const country = (code: string) => ({ __typename: "Country", code });
const codes = ["JP", "CN", "JP"];
const fellows: PlanNode = {
  kind: "Sequence",
  nodes: [root("dispatch"), about("fellowship", ["countries", "@"])],
};

describe("entities", () => {
  it("are asked for once each, and are at every place", async () => {
    const { answer, asked } = await execute("{ countries { code fellows } }", fellows, {
      dispatch: () => ({ data: { countries: [...codes.map(country), null] } }),
      fellowship: () => ({ data: { _entities: [{ fellows: 2 }, null] } }),
    });
    expect(asked[1]?.representations).toEqual([
      '{"__typename":"Country","code":"JP"}',
      '{"__typename":"Country","code":"CN"}',
    ]);
    expect(answer).toEqual({
      data: {
        countries: [
          { code: "JP", fellows: 2 },
          { code: "CN", fellows: null },
          { code: "JP", fellows: 2 },
          null,
        ],
      },
    });
  });

  it("have the errors about them at every place", async () => {
    const { answer } = await execute("{ countries { fellows } }", fellows, {
      dispatch: () => ({ data: { countries: [null, ...codes.map(country)] } }),
      fellowship: () => ({
        data: { _entities: [null, null] },
        errors: [{ message: "No.", path: ["_entities", 0, "fellows"] }, { message: "Why." }],
      }),
    });
    expect(answer.errors?.map(({ path }) => path)).toEqual([
      ["countries", 1, "fellows"],
      ["countries", 3, "fellows"],
      undefined,
    ]);
  });

  it("at several places are one request", async () => {
    const plan: PlanNode = {
      kind: "Sequence",
      nodes: [
        root("dispatch"),
        {
          kind: "Parallel",
          nodes: [about("fellowship", ["countries", "@"]), about("fellowship", ["country"])],
        },
      ],
    };
    const { answer, asked } = await execute("{ countries { fellows } country { fellows } }", plan, {
      dispatch: () => ({ data: { countries: [country("JP")], country: country("JP") } }),
      fellowship: () => ({ data: { _entities: [{ fellows: 1 }] } }),
    });
    expect(asked).toHaveLength(2);
    expect(asked[1]?.path).toEqual(["@"]);
    expect(answer.data).toEqual({ countries: [{ fellows: 1 }], country: { fellows: 1 } });
  });

  it("are not asked for where there are none", async () => {
    const { asked } = await execute("{ countries { fellows } }", fellows, {
      dispatch: () => ({ data: { countries: [null] } }),
      fellowship: () => ({ data: { _entities: [] } }),
    });
    expect(asked).toHaveLength(1);
  });
});

describe("what is answered", () => {
  const one = (text: string, data: SubgraphResponse["data"] & object) =>
    execute(text, root("dispatch"), { dispatch: () => ({ data }) });

  it("is what was asked for, in its order and under its names", async () => {
    const { answer } = await one(
      "{ countries { constructor: name toString: code __typename ...F } } fragment F on Named { name }",
      { countries: [{ name: "Japan", toString: "JP", constructor: "Japan", more: 1 }] },
    );
    expect(JSON.stringify(answer)).toBe(
      '{"data":{"countries":[{"constructor":"Japan","toString":"JP","__typename":"Country","name":"Japan"}]}}',
    );
  });

  it("has lists in lists", async () => {
    const events = [[{ id: "1" }, null], []];
    const { answer } = await one("{ country { events { id } } }", { country: { events } });
    expect(answer).toEqual({ data: { country: { events } } });
  });

  it("needs no type of an object where nothing depends on it", async () => {
    const { answer } = await one("{ named { name } }", { named: [{ name: "Japan" }] });
    expect(answer).toEqual({ data: { named: [{ name: "Japan" }] } });
  });

  it("is null where it does not fit, as far up as it must be, with the reason", async () => {
    const { answer } = await one("{ country { b: name events { id title } } countries { code } }", {
      country: { b: 7, events: [[{ id: "1" }], [{ id: "2", title: "A" }]] },
      countries: [{ code: "JP" }, {}],
    });
    expect(answer.data).toEqual({
      country: { b: null, events: [[null], [{ id: "2", title: "A" }]] },
      countries: [{ code: "JP" }, null],
    });
    expect(answer.extensions?.["valueCompletion"]).toMatchObject([
      { path: ["country", "b"], message: "Invalid value found for field Country.name." },
      { path: ["country", "events", 0, 0, "title"] },
      { path: ["countries", 1, "code"] },
    ]);
  });

  it("is null with a reason where an object says that it is of another type", async () => {
    const { answer } = await one("{ country { code } }", {
      country: { __typename: "Event", code: "JP" },
    });
    expect(answer).toMatchObject({
      data: { country: null },
      extensions: { valueCompletion: [{ path: ["country"] }] },
    });
  });

  it("names no second reason where a subgraph gave one", async () => {
    const { answer } = await execute("{ count }", root("dispatch"), {
      dispatch: () => ({ data: null, errors: [{ message: "No.", path: ["count"] }] }),
    });
    expect(answer.data).toBeNull();
    expect(answer.errors).toHaveLength(1);
    expect(answer.extensions).toBeUndefined();
  });

  it("keeps an object that another subgraph says is null", async () => {
    const plan: PlanNode = { kind: "Parallel", nodes: [root("dispatch"), root("fellowship")] };
    const { answer } = await execute("{ country { code name } }", plan, {
      dispatch: () => ({ data: { country: { code: "JP" } } }),
      fellowship: () => ({ data: { country: null } }),
    });
    expect(answer).toEqual({ data: { country: { code: "JP", name: null } } });
  });
});

describe("conditions", () => {
  const text = "query ($a: Boolean = true) { count country @include(if: $a) { code } }";
  const plan: PlanNode = {
    kind: "Parallel",
    nodes: [root("dispatch"), { kind: "Condition", condition: "a", ifClause: root("fellowship") }],
  };
  const answers = {
    dispatch: () => ({ data: { count: 1 } }),
    fellowship: () => ({ data: { country: { code: "JP" } } }),
  };

  it.each([
    [{}, { count: 1, country: { code: "JP" } }],
    [{ a: true }, { count: 1, country: { code: "JP" } }],
    [{ a: false }, { count: 1 }],
  ])("decide what is asked and answered: %j", async (variables, data) => {
    expect((await execute(text, plan, answers, variables)).answer).toEqual({ data });
  });
});

it("makes changes one after the other, also where one fails", async () => {
  const plan: PlanNode = { kind: "Sequence", nodes: [root("dispatch"), root("fellowship")] };
  const { answer, asked } = await execute("mutation { first second }", plan, {
    dispatch: () => {
      throw new Error("No.");
    },
    fellowship: () => ({ data: { second: 2 } }),
  });
  expect(asked).toHaveLength(2);
  expect(answer).toMatchObject({ data: { first: null, second: 2 }, errors: [{ message: "No." }] });
});

it("leaves a plan that it does not support to the library before anything is asked", async () => {
  const plan: PlanNode = { kind: "Sequence", nodes: [root("dispatch"), { kind: "Defer" }] };
  const { answer, asked, library } = await execute("mutation { first }", plan, {
    dispatch: () => ({ data: { first: 1 } }),
  });
  expect(asked).toEqual([]);
  expect(library).toHaveBeenCalledTimes(1);
  expect(answer).toEqual({ data: { of: "library" } });
});
