import { subgraph } from "../subgraph.fixture";
import { refusedDirectives } from "./refused-directives";

const messages = (types: string) =>
  refusedDirectives([subgraph("dispatch", types)]).map(({ message }) => message);

describe("refusedDirectives", () => {
  it("accepts the directives the gateway understands", () => {
    expect(messages(`type Country @key(fields: "code") { code: ID! @shareable }`)).toEqual([]);
  });

  it.each(["authenticated", "requiresScopes", "policy", "interfaceObject"])(
    "finds @%s on a type and on a field, imported or not",
    (name) => {
      expect(messages(`type Country @${name} { code: ID! }`)).toHaveLength(1);
      expect(messages(`type Country { code: ID! @federation__${name} }`)).toEqual([
        expect.stringContaining(`@${name} on Country.code`),
      ]);
    },
  );

  it("finds an offer of @defer or @stream", () => {
    expect(messages("directive @defer on FIELD")).toHaveLength(1);
    expect(messages("directive @stream on FIELD")).toHaveLength(1);
  });

  it("accepts the mere definition of a directive nothing uses", () => {
    expect(messages("directive @authenticated on FIELD_DEFINITION")).toEqual([]);
  });

  it("finds an import that renames a directive past these checks", () => {
    const link = `extend schema @link(url: "u", import: [{ name: "@policy", as: "@rule" }])`;
    expect(messages(link)).toHaveLength(1);
    expect(messages(`extend schema @link(url: "u", as: "fed")`)).toHaveLength(1);
  });
});
