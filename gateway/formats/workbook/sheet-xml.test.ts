import fc from "fast-check";
import { sheetRow } from "./sheet-xml";

/** The text of a cell as spreadsheets read it: XML first, then marks of the form _xHHHH_, from left to right. */
function readCell(row: string): string {
  const [, text = ""] = /<t(?: xml:space="preserve")?>(.*)<\/t>/s.exec(row) ?? [];
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_mark, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
}

it("gives every text back as it was, also one that looks like a mark or begins one", () => {
  const parts = fc.constantFrom(
    "_x0041_",
    "_x0041",
    "x0041_",
    "_x005F_",
    "_",
    "\r",
    "&amp;",
    "<",
    "東",
  );
  const texts = fc.array(parts, { minLength: 1, maxLength: 6 }).map((each) => each.join(""));
  fc.assert(
    fc.property(texts, (text) => {
      const row = sheetRow([{ heading: "a", kind: "text" }], [text], { sheet: "s", row: 2 });
      expect(readCell(row)).toBe(text);
    }),
    { numRuns: 2_000 },
  );
});
