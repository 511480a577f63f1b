import { isCorsOrigin, parseCorsOrigins } from "./cors-origins";

const read = (text: string) => {
  const origins = parseCorsOrigins(text);
  if (typeof origins === "string") throw new Error(origins);
  return origins;
};

describe("the origins that may ask from a browser", () => {
  it("are none where nothing is said", () => {
    expect(parseCorsOrigins("")).toEqual([]);
    expect(isCorsOrigin([], "http://localhost:3000")).toBe(false);
  });

  it("are those named, on their port or, where that is said, on any", () => {
    const origins = read(
      "https://a.example, http://b.example:8080,http://localhost:*,http://[::1]:*",
    );
    for (const origin of [
      ...["https://a.example", "http://b.example:8080", "http://localhost"],
      ...["http://localhost:3000", "http://[::1]", "http://[::1]:5173"],
    ]) {
      expect([origin, isCorsOrigin(origins, origin)]).toEqual([origin, true]);
    }
    for (const origin of [
      ...["http://a.example", "https://a.example:444", "https://a.example.evil", "null", ""],
      ...["http://b.example", "https://localhost:3000", "http://localhost.evil:80", "*"],
      ...["http://evil/http://localhost:1", "http://localhost:3000 ", "HTTP://LOCALHOST:3000"],
    ]) {
      expect([origin, isCorsOrigin(origins, origin)]).toEqual([origin, false]);
    }
  });

  it.each([
    ...["*", "null", "a.example", "https://", "https://a.example/", "https://A.example"],
    ...["https://*.example", "http://a.example:80", "ftp://a.example", "https://u@a.example"],
    ...["http://localhost:*:*", "http://localhost*", "https://a.example;https://b.example"],
  ])("are refused in any other form: %s", (text) => {
    expect(parseCorsOrigins(`https://good.example,${text}`)).toMatch(/^expected origins such as/);
  });
});
