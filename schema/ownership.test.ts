import { ownership } from "./ownership";
import { withOwnershipList } from "./ownership-list";
import { subgraph } from "./subgraph.fixture";

const subgraphs = [
  subgraph(
    "dispatch",
    `type Country @key(fields: "code") { code: ID! name: String @shareable dispatches: Int }
     type Post @key(fields: "id") { id: ID! title: String! }
     enum Term { SHORT }`,
  ),
  subgraph(
    "fellowship",
    `type Country @key(fields: "code") { code: ID! name: String @shareable }
     type Post @key(fields: "id", resolvable: false) { id: ID! }
     enum Term { SHORT }`,
  ),
];
const MARKERS =
  "<!-- ownership:begin (written by `npm run schema:emit`) -->\n<!-- ownership:end -->\n";

describe("ownership", () => {
  it("gives a shared type to all who answer it and says what one of them adds", () => {
    const country = ownership(subgraphs).find(({ type }) => type === "Country");
    expect(country).toMatchObject({ keys: ["code"], owners: ["dispatch", "fellowship"] });
    expect([...(country?.contributions ?? [])]).toEqual([["dispatch", ["dispatches"]]]);
  });

  it("does not count a subgraph that only refers to an entity as an owner", () => {
    const post = ownership(subgraphs).find(({ type }) => type === "Post");
    expect(post?.owners).toEqual(["dispatch"]);
    expect(post?.contributions.size).toBe(0);
  });

  it("lists types of every kind by name", () => {
    expect(ownership(subgraphs).map(({ type }) => type)).toEqual(["Country", "Post", "Term"]);
  });
});

describe("withOwnershipList", () => {
  it("replaces what is between the markers, however often it is written", () => {
    const once = withOwnershipList(`before\n\n${MARKERS}\nafter\n`, ownership(subgraphs));
    expect(withOwnershipList(once, ownership(subgraphs))).toBe(once);
    expect(once).toMatch(/^before\n/);
    expect(once).toMatch(/\nafter\n$/);
    expect(once).toContain("- `Post` (key `id`): dispatch\n");
    expect(once).toContain(
      "- `Country` (key `code`): dispatch, fellowship; dispatch adds `dispatches`\n",
    );
  });

  it("refuses a file without the markers", () => {
    expect(() => withOwnershipList("# schema", [])).toThrow("must hold the markers");
  });
});
