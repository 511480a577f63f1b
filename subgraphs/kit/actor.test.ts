import { actorOf } from "./actor";

const caller = { subject: "clerk.a", roles: [], scopes: new Set<string>(), attributes: {} };

it("records who asks", () => {
  expect(actorOf(caller)).toBe("clerk.a");
});

it("records whom an application acts for, and which it is", () => {
  expect(actorOf({ ...caller, client: "payroll" })).toBe("clerk.a");
  expect(actorOf({ ...caller, client: "payroll", actor: "山田" })).toBe("山田 via payroll");
});
