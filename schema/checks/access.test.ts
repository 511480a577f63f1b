import { subgraphSdl } from "../subgraph-sdl";
import { access } from "./access";

const open = '@access(scopes: ["published"])';
const personal = '@access(scopes: ["area:persons"], personal: true)';

function problems(types: string, others = "") {
  const subgraphs = [["one", types] as const, ["two", others] as const].map(([name, sdl]) =>
    subgraphSdl({ name, url: "http://127.0.0.1" }, `type Query ${open} { nothing: Int }\n${sdl}`),
  );
  return access(subgraphs).map(({ where, message }) => `${where} ${message}`);
}

describe("the check of policies", () => {
  it("finds nothing where everything has one", () => {
    const types = `
      type Official ${personal} { name: String nameKana: String home: Home! }
      type Home ${personal} { since: String }
      type Country ${open} { name: String! officials: OfficialConnection }
      type OfficialConnection ${personal} { nodes: [Official!]! totalCount: Int! }
      type Mutation { hire: OfficialPayload @access(scopes: ["area:changes"]) }
      type OfficialPayload ${personal} { official: Official userErrors: [String!]! }`;
    expect(problems(types, `type Country ${open} { name: String! }`)).toEqual([]);
  });

  it.each([
    ["a type without a policy", "type Official { name: String }", "Official has no @access"],
    ["a mutation without one", "type Mutation { hire: Int }", "Mutation.hire has no @access"],
    [
      "a row with a person behind it",
      `type Official ${personal} { id: ID } type Trip ${open} { official: Official! }`,
      "Trip has a person behind each row (official)",
    ],
    [
      "a part of a person",
      `type Official ${personal} { homes: [Home!]! } type Home ${open} { since: String }`,
      "Home is reached through personal types alone",
    ],
    [
      "what people are known by",
      `type Official ${open} { nameKana: String }`,
      "Official.nameKana is what people are known or judged by",
    ],
    [
      "a list with another policy than its nodes",
      `type Official ${personal} { id: ID } type OfficialConnection ${open} { nodes: [Official!]! }`,
      "OfficialConnection has another @access than its node Official",
    ],
    [
      "personal data open to everybody",
      'type Official @access(scopes: ["published"], personal: true) { id: ID }',
      "Official is personal, and open to everybody",
    ],
  ])("finds %s", (_, types, expected) => {
    expect(problems(types)).toEqual([expect.stringContaining(expected)]);
  });

  it("finds policies that differ between subgraphs", () => {
    expect(
      problems(
        `type Country ${open} { name: Int }`,
        'type Country @access(scopes: ["area:records"]) { name: Int }',
      ),
    ).toEqual(["Country has another @access in two than in one."]);
  });
});
