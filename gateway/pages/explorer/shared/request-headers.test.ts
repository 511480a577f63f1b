import { requestHeaders } from "./request-headers";

const settings = { asOf: "", language: "en", purpose: "" };

it("sends nothing that was not said", () => {
  expect(Object.keys(requestHeaders(settings)).sort()).toEqual([
    "accept",
    "accept-language",
    "content-type",
  ]);
});

it("encodes a purpose in Japanese, and one with a percent sign, so that they arrive as they were typed", () => {
  for (const purpose of ["派遣中の職員の確認", "50% of it", "a\u3000b"]) {
    const header = requestHeaders({ ...settings, purpose })["graph-purpose"] ?? "";
    expect(header).toMatch(/^[\x21-\x7e]+$/);
    expect(decodeURIComponent(header)).toBe(purpose);
  }
  expect(requestHeaders({ ...settings, purpose: "  " })).not.toHaveProperty("graph-purpose");
});

it("prefers headers that were typed in, whatever case they are in", () => {
  const headers = requestHeaders(
    { ...settings, token: "picked", asOf: "2014-03-31" },
    { Authorization: "Bearer typed", "X-Actor": "somebody", nothing: null, many: ["a"] },
  );
  expect(headers).toMatchObject({
    authorization: "Bearer typed",
    "graph-as-of": "2014-03-31",
    "x-actor": "somebody",
  });
  expect(headers).not.toHaveProperty("nothing");
  expect(headers).not.toHaveProperty("many");
});
