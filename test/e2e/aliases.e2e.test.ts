import { startTestGraph, type TestGraph } from "../support/graph";

let graph: TestGraph;
beforeAll(async () => {
  graph = await startTestGraph();
});
afterAll(() => graph.stop());

const figures = "fellowshipFigures(first: 1) { totalCount }";
const member = (fields: string) =>
  `{ networkMemberships(first: 1, filter: {network: {eq: "CJK_PPN"}}) { nodes { country { ${fields} } } } }`;
const year = (fields: string) =>
  `{ networkEvents(first: 1, filter: {fiscalYear: {eq: 2023}}) { nodes { fiscalYear { ${fields} } } } }`;
const fragment = "fragment F on Country { ... on Country { ALIAS: alpha3 } }";
const agencies = (fields: string) => `{ agencies(filter: {countries: ["JP"]}) { ${fields} } }`;

describe("an alias", () => {
  it("named like a key gives the field it stands for", async () => {
    const { data } = await graph.execute(member("code: alpha3 fellowshipPrograms { code }"));
    expect(data).toMatchObject({
      networkMemberships: { nodes: [{ country: { code: "JPN", fellowshipPrograms: [{}] } }] },
    });
  });

  it.each([
    ["a key of another subgraph", "code", member("ALIAS: alpha3 fellowshipPrograms { code }")],
    [
      "a key that is selected too",
      "code",
      member("key: code ALIAS: alpha3 fellows { totalCount }"),
    ],
    ["a key of each element of a list", "code", agencies(`ALIAS: validFrom ${figures}`)],
    ["a key that is a number", "year", year("ALIAS: startsOn solicitation { opensOn }")],
    [
      "a key, for objects",
      "code",
      `{ agencies { ALIAS: ${figures} networkMemberships { role } } }`,
    ],
    ["a key, within a fragment", "code", `${member("...F fellows { totalCount }")} ${fragment}`],
    [
      "the name of an object's type, at the top",
      "__typename",
      `{ ALIAS: countries(codes: ["JP"]) { code } }`,
    ],
    [
      "the name of an object's type",
      "__typename",
      member("ALIAS: name fellowshipPrograms { code }"),
    ],
    [
      "what every object of JavaScript has",
      "__proto__",
      member("ALIAS: name fellowshipPrograms { code }"),
    ],
    ["its constructor", "constructor", member("ALIAS: fellowshipPrograms { code } code")],
    [
      "what the planner makes",
      "name__alias_0",
      member("ALIAS: alpha3 a: name(language: JA) name(language: EN)"),
    ],
  ])("may be named like %s", async (_title, alias, query) => {
    const [named, plain] = await Promise.all(
      [alias, "other"].map((name) => graph.execute(query.replaceAll("ALIAS", name))),
    );
    expect(plain?.errors).toEqual([]);
    expect(named?.errors).toEqual([]);
    const right = plain?.text.replaceAll('"other":', `"${alias}":`) ?? "";
    expect(dataOf(named?.text)).toBe(dataOf(right));
  });
});

/** The data of an answer as they were sent, which shows the order of the fields too. */
function dataOf(text = ""): string {
  return text.slice(text.indexOf('"data":'), text.indexOf(',"extensions":'));
}
