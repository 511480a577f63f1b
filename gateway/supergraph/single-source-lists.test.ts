import { parse, print } from "graphql";
import { withSingleSourceLists } from "./single-source-lists";

const supergraph = `
type Country @join__type(graph: ONE, key: "code") @join__type(graph: TWO, key: "code") {
  code: ID!
  neighbours: [Country!]!
  names: [Name!]
  visits: [Country!] @join__field(graph: TWO)
  required: [Country!] @join__field(graph: ONE, external: true) @join__field(graph: TWO) @join__field(graph: THREE)
  stays: [[Country]!] @join__field(graph: TWO) @join__field(graph: THREE) @deprecated
}
type Name @join__type(graph: ONE) @join__type(graph: TWO) { text: String }
type Query @join__type(graph: ONE) @join__type(graph: TWO) {
  country: Country
  countries(codes: [ID!]): [Country!]
  names: [Name!]
}`;

describe("lists of entities that several subgraphs can answer", () => {
  it("are planned from one of them; single entities and lists of anything else stay as they are", () => {
    expect(withSingleSourceLists(supergraph)).toBe(
      print(
        parse(
          supergraph
            .replace("neighbours: [Country!]!", "neighbours: [Country!]! @join__field(graph: ONE)")
            .replace("): [Country!]", "): [Country!] @join__field(graph: ONE)")
            // What is another's stays: what requires it needs that.
            .replace(
              "@join__field(graph: ONE, external: true) @join__field(graph: TWO)",
              "@join__field(graph: TWO) @join__field(graph: ONE, external: true)",
            )
            .replaceAll(" @join__field(graph: THREE)", ""),
        ),
      ),
    );
  });
});
