import { areaNames, areas } from "../../../subgraphs/areas";
import { knownScopes, roles } from "../roles";
import { callerOfClaims } from "./caller-of-claims";

/** Every choice there is of some things, none and all included. */
function choicesOf(things: readonly string[]): string[][] {
  return things.reduce<string[][]>(
    (choices, thing) => [...choices, ...choices.map((choice) => [...choice, thing])],
    [[]],
  );
}

const scopesOfApp = (scopes: readonly string[]) =>
  callerOfClaims({ sub: "a", roles: ["app"], client_id: "a", scope: scopes.join(" ") }).scopes;

it.each(areaNames)(
  "an app has the records of %s with every other scope of it but profiles and statistics",
  (area) => {
    const choices = choicesOf([...knownScopes].filter((scope) => scope.startsWith(`${area}:`)));
    expect(choices.length).toBeGreaterThanOrEqual(8);
    expect(choices.length).toBeGreaterThanOrEqual(2 ** areas[area].scopes.length);
    for (const named of choices) {
      const isMore = named.some((scope) => !/:(profiles|statistics)$/.test(scope));
      const expected = new Set(["published", ...named, ...(isMore ? [`${area}:records`] : [])]);
      expect([named, scopesOfApp(named)]).toEqual([named, expected]);
    }
  },
);

it("an app sees the records only of areas whose scope its token names", () => {
  expect(scopesOfApp(["dispatch:persons", "unknown:persons", "unknown"])).toEqual(
    new Set(["published", "dispatch:persons", "dispatch:records"]),
  );
});

it.each(roles.filter((role) => role !== "app" && role !== "municipality"))(
  "the role %s has the records of every area of which it has a scope",
  (role) => {
    const { scopes } = callerOfClaims({ sub: "a", roles: [role] });
    for (const scope of scopes) {
      const [area, what] = scope.split(":");
      if (what !== undefined) expect(scopes).toContain(`${area}:records`);
    }
  },
);

it.each([
  ...[
    "anonymous",
    "Anonymous",
    "ＡＮＯＮＹＭＯＵＳ",
    " anonymous",
    "anony\u200Bmous",
    "anonymous\u00A0",
  ],
  ...["", " ", " hr.1", "hr.1\u3000", "hr\u202E.1", "x".repeat(201)],
])("nobody is known as %p", (sub) => {
  expect(() => callerOfClaims({ sub, roles: ["analyst"] })).toThrow(
    expect.objectContaining({ extensions: expect.objectContaining({ code: "INVALID_TOKEN" }) }),
  );
});

it("no application is known by a text that cannot be read", () => {
  const claims = { sub: "hr.1", roles: ["app"], client_id: "hr\u200B" };
  expect(() => callerOfClaims(claims)).toThrow();
});
