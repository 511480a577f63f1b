import { buildSchema } from "graphql";
import { formatManifest, parseManifest, type RegisteredOperation } from "./manifest";
import { manifestProblems } from "./manifest-problems";
import { operationId } from "./operation-id";
import { RegisteredOperations } from "./registered-operations";

const schema = buildSchema(`type Query { a(n: Int): Int  b: Int } type Mutation { c: Int }`);

function operation(
  body: string,
  name: string,
  overrides: Partial<RegisteredOperation> = {},
): RegisteredOperation {
  return {
    id: operationId(body),
    name,
    type: "query",
    body,
    clientName: "portal",
    ...overrides,
  };
}

const one = operation("query A { a }", "A");
const other = operation("query B { b }", "B");
const guarded = {
  schema,
  policies: new Map([["Query", { scopes: ["published"], personal: false }]]),
};
const problemsOf = (...operations: RegisteredOperation[]) => manifestProblems(operations, guarded);
const shown = (address: string) => ({
  public: { address, description: { en: "a", ja: "b" }, parameters: [] },
});

describe("a manifest of operations", () => {
  it("reads what it writes, in one order whatever the order it is given", () => {
    const text = formatManifest([other, one]);
    expect(text).toBe(formatManifest([one, other]));
    expect(parseManifest("m.json", text)).toEqual([one, other]);
    expect(JSON.parse(text)).toMatchObject({
      format: "apollo-persisted-query-manifest",
      version: 1,
    });
  });

  it("says everything that is wrong with its form at once", () => {
    const { clientName, ...withoutClient } = one;
    const text = JSON.stringify({
      format: "another",
      version: 2,
      operations: [withoutClient, { ...one, id: "1" }, { ...one, type: "subscription", more: 1 }],
    });
    expect(clientName).toBe("portal");
    expect(() => parseManifest("m.json", text)).toThrow(
      [
        "m.json is not usable:",
        `  format: Invalid input: expected "apollo-persisted-query-manifest"`,
        "  version: Invalid input: expected 1",
        "  operations.0.clientName: Invalid input: expected string, received undefined",
        "  operations.1.id: expected the SHA-256 of the body in 64 hexadecimal digits",
        `  operations.2.type: Invalid option: expected one of "query"|"mutation"`,
        `  operations.2: Unrecognized key: "more", expected some of id, name, type, body, clientName, public`,
      ].join("\n"),
    );
    expect(() => parseManifest("m.json", "[]")).toThrow("the whole: Invalid input");
    expect(() => parseManifest("m.json", "{")).toThrow("m.json is not usable:\n  not JSON: ");
  });

  it.each(["", " ", "-portal", "two words", "ä", "a".repeat(101)])(
    "does not take %j for the name of a client",
    (clientName) => {
      const text = formatManifest([{ ...one, clientName }]);
      expect(() => parseManifest("m.json", text)).toThrow(
        "operations.0.clientName: expected 1–100",
      );
    },
  );

  it("says what is wrong with what it shows to everybody", () => {
    const change = operation("mutation C { c }", "C", { type: "mutation" });
    expect(
      problemsOf(
        { ...one, ...shown("one") },
        { ...other, ...shown("one") },
        { ...change, ...shown("c") },
      ),
    ).toEqual([
      "operations.1.public.address: one is that of another",
      "operations.2.public: expected a query, received a mutation",
    ]);
    expect(
      manifestProblems([{ ...one, ...shown("one") }], { schema, policies: new Map() }),
    ).toEqual([expect.stringContaining("operations.0.public: Expected a caller with")]);
    for (const address of ["__proto__", "../a", "A", "a.csv", "a--b", "", "a".repeat(61)]) {
      const text = formatManifest([{ ...one, ...shown(address) }]);
      expect(() => parseManifest("m.json", text)).toThrow("operations.0.public.address: expected");
    }
  });

  it("has nothing to say of operations that fit", () => {
    const forOther = { ...one, clientName: "another" };
    const change = operation("mutation C { c }", "C", { type: "mutation" });
    expect(problemsOf(one, other, forOther, change)).toEqual([]);
  });

  it("says everything that is wrong with what it registers at once", () => {
    expect(
      problemsOf(
        one,
        one,
        { ...other, id: one.id, clientName: "another" },
        { ...one, name: "Z", type: "mutation", clientName: "third" },
        operation("query B {\n  b {", "B"),
        operation("query D { a(n: 1.5) nothing }", "D"),
      ),
    ).toEqual([
      "operations.1: registered twice for portal",
      `operations.2.id: expected ${other.id}, the SHA-256 of its body`,
      "operations.3.name: expected A, as in its body",
      "operations.3.type: expected query, as in its body",
      "operations.4.body:2:6: Syntax Error: Expected Name, found <EOF>.",
      "operations.5.body:1:16: Int cannot represent non-integer value: 1.5",
      `operations.5.body:1:21: Cannot query field "nothing" on type "Query".`,
    ]);
  });

  it.each([
    ["{ a }", "1:1: Expected an operation with a name."],
    ["query A { a } query B { b }", "1:15: Expected one operation, received another."],
    ["query A { a } { b }", "1:15: This anonymous operation must be the only defined operation."],
    ["fragment F on Query { a }", "1:1: Expected one operation, received none."],
    ["subscription S { a }", "1:1: Expected a query or a mutation."],
    ["query A { a } fragment F on Query { b }", `1:15: Fragment "F" is never used.`],
    ["query A { a } type T { b: Int }", `1:15: The "T" definition is not executable.`],
    ["query A { a @no }", `1:13: Unknown directive "@no".`],
    ["", "1:1: Syntax Error: Unexpected <EOF>."],
  ])("does not take %j for one operation", (body, problem) => {
    expect(problemsOf(operation(body, "A"))).toContain(`operations.0.body:${problem}`);
  });
});

describe("registered operations", () => {
  it("are found by their address where everybody can ask them", () => {
    const marked = { ...one, ...shown("one") };
    const operations = new RegisteredOperations([marked, other]);
    expect([...operations.public]).toEqual([["one", marked]]);
    expect(parseManifest("m.json", formatManifest([marked]))).toEqual([marked]);
  });

  it("are found by their hash, and belong to the clients they are registered for", () => {
    const operations = new RegisteredOperations([one, other, { ...one, clientName: "another" }]);
    expect(operations.body(one.id)).toBe(one.body);
    expect(operations.body("constructor")).toBeUndefined();
    expect(operations.ofClient("portal", one.id)).toBe(one);
    expect(operations.ofClient("another", one.id)?.clientName).toBe("another");
    expect(operations.ofClient("another", other.id)).toBeUndefined();
    expect(operations.ofClient(undefined, one.id)).toBeUndefined();
  });
});
