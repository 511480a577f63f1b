import { actorOf } from "./actor";

it.each([
  [undefined, "unidentified caller"],
  ["clerk.a@example", "clerk.a@example"],
  ["%E5%B1%B1%E7%94%B0", "山田"],
  [encodeURIComponent("山".repeat(200)), "山".repeat(200)],
])("the header %p names %p", (header, actor) => {
  expect(actorOf(header)).toBe(actor);
});

it.each(["", "x".repeat(201), "å±±", "50%", "%00"])("the header %p names nobody", (header) => {
  expect(() => actorOf(header)).toThrow(
    expect.objectContaining({ extensions: { code: "INVALID_ACTOR" } }),
  );
});
