import fc from "fast-check";
import { bibtexOf, escapeBibtex } from "./bibtex";
import { sampleCitation } from "./citation.fixture";

const at = { id: "abcdefghijklmnopqrstuvwxyz234567", address: "https://graph.example/cite/abc" };

it("is an entry whose fields are in braces", () => {
  expect(bibtexOf(sampleCitation, at)).toBe(`@misc{personnel-graph-abcdefghijkl,
  author = {{personnel-graph}},
  title = {{Paid (years: [2014])}},
  year = {2026},
  month = {11},
  day = {30},
  howpublished = {Data set},
  note = {As of 2026-11-30; known at 2026-11-30T09:00:00.000Z; dispatch release 2 of 2026-11-01; schema 0123456789ab},
  url = {https://graph.example/cite/abc},
  urldate = {2026-11-30},
}
`);
});

it("has no address where the graph does not know its own", () => {
  expect(bibtexOf(sampleCitation, { ...at, address: "/cite/abc" })).not.toContain("url =");
});

it("lets no text end its field, comment out what follows, or be a command", () => {
  const signs = fc.constantFrom(...'{}%\\$&#_^~"@,=\n\u202E'.split(""), "\\input{x}", "日本", "a");
  const texts = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(signs).map((each) => each.join("")),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const escaped = escapeBibtex(text);
      let depth = 0;
      for (const sign of escaped) {
        if (sign === "{") depth += 1;
        if (sign === "}") depth -= 1;
        expect(depth).toBeGreaterThanOrEqual(0);
      }
      expect(depth).toBe(0);
      expect(escaped).not.toMatch(/\n|(?<!\\)[%$&#_]|(?<!\{)"/);
      const commands = escaped.replaceAll(
        /\{\\(textbackslash|textbraceleft|textbraceright|textasciitilde|textasciicircum)\}|\\[%$&#_]/g,
        "",
      );
      expect(commands).not.toContain("\\");
    }),
  );
});
