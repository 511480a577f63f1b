import { tokenClaims } from "./token-claims";

it.each([
  [["analyst"], { sub: "local.analyst", roles: ["analyst"] }],
  [["public"], { sub: "local.public", roles: ["public"] }],
  [
    ["dispatch-officer,fellowship-officer"],
    {
      sub: "local.dispatch-officer.fellowship-officer",
      roles: ["dispatch-officer", "fellowship-officer"],
    },
  ],
  [
    ["municipality:131016"],
    { sub: "local.131016", roles: ["municipality"], municipality: "131016" },
  ],
  [
    ["app:portal", "recruitment:records", "dispatch:records"],
    {
      sub: "local.portal",
      roles: ["app"],
      client_id: "portal",
      scope: "recruitment:records dispatch:records",
    },
  ],
])("makes claims of %j", (args, claims) => {
  expect(tokenClaims(args)).toEqual(claims);
});

it.each([
  [[]],
  [[""]],
  [["admin"]],
  [["app"]],
  [["app:"]],
  [["municipality"]],
  [["municipality:13"]],
  [["analyst,app"]],
  [["analyst,municipality"]],
  [["analyst", "dispatch:pay"]],
])("lists the roles given %j", (args) => {
  expect(() => tokenClaims(args)).toThrow(
    /^Expected one or more of public, analyst, recruitment-officer, dispatch-officer, .+ received ".*"\.$/,
  );
});

it("lists the scopes where an application is to have one that there is not", () => {
  expect(() => tokenClaims(["app:portal", "everything"])).toThrow(
    /^Expected scopes of published, .+, received "everything"\.$/,
  );
});
