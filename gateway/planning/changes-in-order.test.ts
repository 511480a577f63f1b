import { buildSchema, getOperationAST, parse, print } from "graphql";
import { changesInOrder } from "./changes-in-order";

const schema = buildSchema(`
type Query { a: Int }
type Mutation { add: Sum multiply: Sum note: Int }
type Sum { id: ID of: Int }`);

/** The operation as it is planned, on one line. */
function planned(text: string, variables: Record<string, unknown> = {}): string | undefined {
  const document = parse(text);
  const operation = getOperationAST(document);
  if (!operation) throw new Error("no operation");
  const inOrder = changesInOrder(schema, { document, operation }, variables);
  return inOrder && print(inOrder.document).replace(/\s+/g, " ");
}

describe("changes", () => {
  it.each([
    "{ a b: a a }",
    "mutation { add { id } multiply { id } note @skip(if: true) }",
    "mutation { add { id } other: add { id } }",
  ])("are planned as they are where each is a field under a name of its own: %s", (text) => {
    expect(planned(text)).toBeUndefined();
  });

  it("are made in the order in which they are asked for, in fragments too", () => {
    const text =
      "mutation { ...M note } fragment M on Mutation { add { id } ... { multiply { of } } }";
    expect(planned(text)).toMatch(/^mutation { add { id } multiply { of } note } /);
  });

  it("are made where they are asked for first, with all that is selected of them", () => {
    const text = `mutation ($no: Boolean = true) {
      add { id } multiply { id } ...M @skip(if: $no) add @include(if: $no) { id @skip(if: $no) }
    } fragment M on Mutation { note ... { add { of } } }`;
    const head = "mutation ($no: Boolean = true)";
    const fragment = " fragment M on Mutation { note ... { add { of } } }";
    expect(planned(text)).toBe(
      `${head} { add { id id @skip(if: $no) } multiply { id } }${fragment}`,
    );
    expect(planned(text, { no: false })).toBe(
      `${head} { add { id of } multiply { id } note }${fragment}`,
    );
  });

  it("are made where the first one is asked for that the variables permit", () => {
    const text = "mutation ($no: Boolean!) { note @skip(if: $no) add { id } note }";
    expect(planned(text, { no: false })).toBe("mutation ($no: Boolean!) { note add { id } }");
    expect(planned(text, { no: true })).toBe("mutation ($no: Boolean!) { add { id } note }");
  });
});
