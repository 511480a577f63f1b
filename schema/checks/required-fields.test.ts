import { subgraph } from "../subgraph.fixture";
import { requiredFields } from "./required-fields";

const requiring = (fields: string) =>
  requiredFields([
    subgraph(
      "dispatch",
      `type Agency @key(fields: "code") {
        code: ID!
        kind: String @external
        name(language: String): String @external
        country: Country @external
        label: String @requires(fields: "${fields}")
      }
      type Country { code: ID! name(language: String): String }`,
    ),
  ]);

describe("requiredFields", () => {
  it("accepts required fields that take no arguments", () => {
    expect(requiring("kind country { code }")).toEqual([]);
  });

  it("finds a required field that is given arguments", () => {
    expect(requiring("name(language: JA)")).toMatchObject([{ where: "Agency.label" }]);
  });

  it("finds a required field that could be given arguments", () => {
    expect(requiring("kind name")).toHaveLength(1);
  });

  it("finds them below other fields and in fragments", () => {
    expect(requiring("country { name }")[0]?.message).toContain("Country.name");
    expect(requiring("... on Agency { country { ... { name } } }")).toHaveLength(1);
  });

  it("reports a selection that cannot be parsed", () => {
    expect(requiring("country {")).toHaveLength(1);
  });
});
