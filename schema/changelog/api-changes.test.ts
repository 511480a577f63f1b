import { compose } from "../compose";
import { subgraph } from "../subgraph.fixture";
import { apiChanges } from "./api-changes";

const supergraph = (types: string) => compose([subgraph("dispatch", types)]).supergraphSdl ?? "";
const changes = async (before: string, after: string, reasons = new Map<string, string>()) =>
  (await apiChanges(supergraph(before), supergraph(after), reasons)).map(
    ({ effect, text, names }) => [effect, text, names.join(" ")].join(" | "),
  );

describe("apiChanges", () => {
  it("says what is new and what is gone, those of one kind together, without what is within them", async () => {
    const before =
      "type Query { a: A old(x: Int): Int } type A { id: ID } enum E { ONE } type G { g: E }";
    const after = `type Query { a: A z(x: Int = 1): N y: Int } type A { id: ID more(first: Int): [Int] }
      type N { "Its id." id: ID } enum M { ONE }  type P { m: M }`;
    expect(await changes(before, after)).toEqual([
      "breaking | Types that are no longer there | `E` `G`",
      "breaking | `Query` no longer has the fields | `old`",
      "safe | New types | `M` `N` `P`",
      "safe | `A` has new fields | `more`",
      "safe | `Query` has new fields | `y` `z`",
    ]);
  });

  it("says what can surprise callers, and what breaks them, with the reason where one was given", async () => {
    const before = "type Query { a(x: Int): Int! e: E b: Int! } enum E { ONE }";
    const after = "type Query { a(x: Int!): Int e(y: Int): E b(y: Int): Int } enum E { ONE TWO }";
    const reason = "It may not be known.";
    const message = "Field 'Query.b' changed type from 'Int!' to 'Int'";
    expect(await changes(before, after, new Map([[message, reason]]))).toEqual([
      "breaking | Field `Query.a` changed type from `Int!` to `Int` | ",
      "breaking | Type for argument `x` on field `Query.a` changed from `Int` to `Int!` | ",
      `breaking | Field \`Query.b\` changed type from \`Int!\` to \`Int\`. ${reason} | `,
      "dangerous | `E` has new values | `TWO`",
      "dangerous | New argument `y` of | `Query.b` `Query.e`",
    ]);
  });

  it("counts descriptions, says a deprecation once, and takes the address of a specification for safe", async () => {
    const before = 'type Query { "Old." a(x: Int): Day "Same." b: Int } scalar Day';
    const after = `type Query { "New." a("Which." x: Int): Day "Same." b: Int @deprecated(reason: "Ask for a.") }
      scalar Day @specifiedBy(url: "https://www.rfc-editor.org/rfc/rfc3339#section-5.6")`;
    expect(await changes(before, after)).toEqual([
      "safe | Scalars that now say where they are specified | `Day`",
      "safe | Field `Query.b` is deprecated | ",
      "safe | 2 descriptions read differently | ",
    ]);
  });
});
