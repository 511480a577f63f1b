import { versionConflict } from "./version-conflict";

describe("a conflict of versions", () => {
  it("says that someone has changed the record where it was at that version", () => {
    expect(versionConflict("official 12", 1, 3)).toBe(
      "Expected official 12 to be at version 1, found version 3: someone has changed it since. Read it again.",
    );
  });

  it.each([4, 0, -1])("says of version %i that it is none so far", (expected) => {
    expect(versionConflict("official 12", expected, 3)).toBe(
      `Expected official 12 to be at version ${expected}, found version 3: it has not been at that version. Read it again.`,
    );
  });
});
