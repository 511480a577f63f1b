import { readSharedFragment, sharedFragment } from "./share-link";

it.each([
  ['query Q($a: String) { a(b: "#&=+ %") }', '{"a": "日本語 & more"}'],
  ["{ language }", ""],
  ["", ""],
])("carries %j with the variables %j and nothing else", (query, variables) => {
  const fragment = sharedFragment({ query, variables });
  expect(fragment).toMatch(/^#[\x21-\x7e]*$/);
  expect(readSharedFragment(fragment)).toEqual({ query, variables });
  expect([...new URLSearchParams(fragment.slice(1)).keys()]).toEqual(
    variables === "" ? ["operation"] : ["operation", "variables"],
  );
});

it("leaves empty variables out, and finds no operation where there is none", () => {
  expect(sharedFragment({ query: "{ a }", variables: " {} " })).toBe("#operation=%7B+a+%7D");
  for (const fragment of ["", "#", "#other=1"]) {
    expect(readSharedFragment(fragment)).toBeUndefined();
  }
});
