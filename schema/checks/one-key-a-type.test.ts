import { subgraph } from "../subgraph.fixture";
import { oneKeyAType } from "./one-key-a-type";

describe("oneKeyAType", () => {
  it("accepts one key that is the same in every subgraph, whatever its spacing", () => {
    const problems = oneKeyAType([
      subgraph("dispatch", `type Person @key(fields: "family given") { family: ID! given: ID! }`),
      subgraph(
        "fellowship",
        `type Person @key(fields: " family,\\ngiven ") { family: ID! given: ID! }`,
      ),
    ]);
    expect(problems).toEqual([]);
  });

  it("finds two keys in one subgraph", () => {
    const type = `type Country @key(fields: "code") @key(fields: "alpha3") { code: ID! alpha3: ID! }`;
    expect(oneKeyAType([subgraph("dispatch", type)])).toMatchObject([{ where: "Country" }]);
  });

  it("finds a key added by an extension or used under its full name", () => {
    const type = `
      type Country @key(fields: "code") { code: ID! alpha3: ID! }
      extend type Country @federation__key(fields: "alpha3")`;
    expect(oneKeyAType([subgraph("dispatch", type)])).toMatchObject([{ where: "Country" }]);
  });

  it("finds two keys of an interface", () => {
    const type = `interface Place @key(fields: "code") @key(fields: "id") { code: ID! id: ID! }`;
    expect(oneKeyAType([subgraph("dispatch", type)])).toMatchObject([{ where: "Place" }]);
  });

  it("finds keys that differ between subgraphs", () => {
    const problems = oneKeyAType([
      subgraph("dispatch", `type Country @key(fields: "code") { code: ID! }`),
      subgraph("fellowship", `type Country @key(fields: "alpha3") { alpha3: ID! }`),
    ]);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toContain(`"code" (dispatch), "alpha3" (fellowship)`);
  });
});
