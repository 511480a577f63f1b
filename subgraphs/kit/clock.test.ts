import { today } from "./clock";

describe("today", () => {
  it("begins at midnight in Asia/Tokyo", () => {
    expect(today(new Date("2024-03-31T14:59:59Z"))).toBe("2024-03-31");
    expect(today(new Date("2024-03-31T15:00:00Z"))).toBe("2024-04-01");
  });
});
