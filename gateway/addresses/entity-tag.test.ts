import { entityTag, isKnown } from "./entity-tag";

const tag = entityTag("a file");

describe("an entity tag", () => {
  it("is that of equal bytes alone", () => {
    expect(tag).toMatch(/^"[\w-]{43}"$/);
    expect(entityTag(Buffer.from("a file"))).toBe(tag);
    expect(entityTag("another")).not.toBe(tag);
  });

  it.each([tag, `W/${tag}`, `"other", ${tag}`, `"a,b",W/${tag} , "c"`, "*", " * "])(
    "is known to whoever sends %s",
    (header) => expect(isKnown(header, tag)).toBe(true),
  );

  it.each([
    undefined,
    "",
    `"other"`,
    tag.slice(1, -1),
    tag.slice(0, -1),
    "*, *",
    `"${"x".repeat(20_000)}`,
  ])("is not known to whoever sends %s", (header) => expect(isKnown(header, tag)).toBe(false));
});
