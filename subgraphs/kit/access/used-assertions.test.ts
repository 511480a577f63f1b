import { setDate } from "../../../test/support/set-date";
import { UsedAssertions } from "./used-assertions";

const now = Date.parse("2026-04-01T00:00:00Z");
beforeEach(() => setDate(now));
afterEach(() => jest.useRealTimers());

describe("the assertions that were used", () => {
  it("are known for as long as they could be sent again, and no longer", () => {
    const used = new UsedAssertions(1);
    used.use({ id: "one", expiresAt: now + 1_000 });
    jest.setSystemTime(now + 1_000);
    expect(() => {
      used.use({ id: "one", expiresAt: now + 1_000 });
    }).toThrow("it was used before");
    jest.setSystemTime(now + 1_001);
    used.use({ id: "two", expiresAt: now + 2_000 });
  });

  it("are never forgotten to make room for others", () => {
    const used = new UsedAssertions(2);
    used.use({ id: "one", expiresAt: now + 1_000 });
    used.use({ id: "two", expiresAt: now + 1_000 });
    expect(() => {
      used.use({ id: "three", expiresAt: now + 1_000 });
    }).toThrow(
      expect.objectContaining({ extensions: { code: "TOO_BUSY", http: { status: 503 } } }),
    );
    expect(() => {
      used.use({ id: "one", expiresAt: now + 1_000 });
    }).toThrow("it was used before");
  });
});
