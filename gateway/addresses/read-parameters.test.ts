import { buildSchema } from "graphql";
import { ApiError } from "../../subgraphs/kit/errors";
import { addScalars } from "../inputs/scalars";
import { parametersOf } from "./parameters-of";
import { readParameters } from "./read-parameters";

const schema = buildSchema(`
  scalar Date
  enum Colour { RED GREEN SECRET }
  type Query { a(n: Int, ns: [Int!], f: Float, b: Boolean, s: String, id: ID, c: [Colour!], d: Date): Int }
`);
addScalars(schema);
const policies = new Map([["Colour.SECRET", { scopes: ["office:persons"], personal: true }]]);
const body = `query A($n: Int!, $ns: [Int!], $f: Float, $b: Boolean, $s: String, $id: ID, $c: [Colour!] = [RED], $d: Date) {
  a(n: $n, ns: $ns, f: $f, b: $b, s: $s, id: $id, c: $c, d: $d)
}`;
const parameters = parametersOf(body, { schema, policies });
const read = (query: string) => readParameters(new URLSearchParams(query), parameters);
const refusal = (query: string) => {
  try {
    read(query);
    return "none";
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const { code, http } = error.extensions;
    return `${code} ${http?.status}: ${error.message}`;
  }
};

describe("the parameters of an address", () => {
  it("are the variables of its operation, by their types", () => {
    expect(
      read("n=-7&ns=1,2,3&f=1.5&b=true&s=%E5%B1%B1+b&id=007&c=GREEN,RED&d=2024-03-31"),
    ).toEqual({
      variables: {
        ...{ n: -7, ns: [1, 2, 3], f: 1.5, b: true, s: "山 b", id: "007" },
        ...{ c: ["GREEN", "RED"], d: "2024-03-31" },
      },
      language: undefined,
    });
  });

  it("can be left out where the operation needs none, and name a language", () => {
    expect(read("n=1&language=ja")).toEqual({ variables: { n: 1 }, language: "ja" });
  });

  it("count as left out where they are empty, as forms send them", () => {
    expect(read("n=1&ns=&f=&b=&s=&id=&c=&d=&language=")).toEqual(read("n=1"));
  });

  it.each([
    ["", "Expected the parameter n, received none."],
    ["n=", "Expected the parameter n, received none."],
    ["n=1.5", `Expected the parameter n to be a whole number, received "1.5".`],
    ["n=1e3", `Expected the parameter n to be a whole number, received "1e3".`],
    ["n=0x10", `Expected the parameter n to be a whole number, received "0x10".`],
    ["n=99999999999", "In the parameter n: Int cannot represent non 32-bit signed integer value"],
    ["n=1&n=2", "Expected the parameter n once, received it again. Values of a list have commas"],
    ["n=1&ns=1&ns=2", "Expected the parameter ns once, received it again."],
    ["n=1&ns=1,,2", "Expected the parameter ns to be a whole number, or several with commas"],
    ["n=1&ns[]=1", `Expected parameters of n, ns, f, b, s, id, c, d, language, received "ns[]".`],
    ["n=1&b=1", `Expected the parameter b to be true or false, received "1".`],
    ["n=1&f=NaN", `Expected the parameter f to be a number, received "NaN".`],
    ["n=1&s=&s=a", "Expected the parameter s once, received it again."],
    ["n=1&c=BLUE", "Expected the parameter c to be one of RED, GREEN, or several with commas"],
    ["n=1&c=SECRET", "Expected the parameter c to be one of RED, GREEN, or several with commas"],
    ["n=1&d=2024-02-30", "In the parameter d: Expected a day that exists, YYYY-MM-DD"],
    ["n=1&language=fr", `Expected the parameter language to be en or ja, received "fr".`],
    ["n=1&__proto__=1", `received "__proto__".`],
    ["n=1&constructor=1", `received "constructor".`],
    ["n=1&query=%7Ba%7D", `received "query".`],
    ["N=1", `received "N".`],
  ])("are refused where they do not fit: %s", (query, message) => {
    expect(refusal(query)).toContain("INVALID_PARAMETER 400: ");
    expect(refusal(query)).toContain(message);
  });

  it("are never repeated whole in an error", () => {
    expect(refusal(`n=1&s=a&${"x".repeat(10_000)}=1`)).toMatch(/^.{100,300}$/);
    expect(refusal(`n=${"9".repeat(10_000)}`)).toMatch(/^.{100,300}$/);
  });
});
