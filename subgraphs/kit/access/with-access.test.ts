import { parse } from "graphql";
import { accessPolicies } from "./access-policy";
import { open, personal } from "./policies";
import { withAccess } from "./with-access";

const sdl = `
type Query {
  officials(filter: OfficialFilter, orderBy: [OfficialOrder!]): OfficialConnection
  roster(filter: OfficialFilter, orderBy: [OfficialOrder!]): RosterEntryConnection
  official: Official
}
type RosterEntry { name: String }
type RosterEntryConnection { nodes: [RosterEntry!]! }
type Mutation { dismiss: OfficialPayload register: OfficialPayload }
type Official { name: String pay: Int birthDay: String personnelNumber: String }
type OfficialConnection { nodes: [Official!]! edges: [OfficialEdge!]! totalCount: Int! }
type OfficialEdge { node: Official! cursor: String! }
type OfficialPayload { userErrors: [String!]! official: Official }
input OfficialFilter { name: String pay: Int birthDay: String personnelNumber: String }
input OfficialOrder { by: OfficialOrderField! }
enum OfficialOrderField { NAME PAY BIRTH_DAY PERSONNEL_NUMBER }
`;
const persons = personal("persons");
const pay = personal("pay");
const policies = accessPolicies(
  withAccess(parse(sdl), {
    Query: open("published"),
    Mutation: open("changes"),
    "Mutation.dismiss": open("dismissals"),
    Official: persons,
    RosterEntry: personal("persons", "roster"),
    "Official.pay": pay,
    "Official.birthDay": pay,
  }),
);

describe("policies in the SDL", () => {
  it("stand on what is named", () => {
    expect(policies.get("Official")).toEqual(persons);
    expect(policies.get("Official.pay")).toEqual(pay);
    expect(policies.has("Official.name")).toBe(false);
  });

  it("follow a node to its lists, edges and payloads", () => {
    for (const type of ["OfficialConnection", "OfficialEdge", "OfficialPayload"]) {
      expect(policies.get(type)).toEqual(persons);
    }
  });

  it("follow a field to the filters and orderings that would disclose its value", () => {
    expect(policies.get("OfficialFilter.pay")).toEqual(pay);
    expect(policies.get("OfficialFilter.birthDay")).toEqual(pay);
    expect(policies.get("OfficialOrderField.PAY")).toEqual(pay);
    expect(policies.get("OfficialOrderField.BIRTH_DAY")).toEqual(pay);
    expect(policies.has("OfficialFilter.name")).toBe(false);
    expect(policies.has("OfficialOrderField.NAME")).toBe(false);
  });

  it("follow what one list does not show, where it is filtered and ordered like another that does", () => {
    expect(policies.get("OfficialFilter.personnelNumber")).toEqual(persons);
    expect(policies.get("OfficialOrderField.PERSONNEL_NUMBER")).toEqual(persons);
  });

  it("stand on each mutation, not on the root that all areas share", () => {
    expect(policies.has("Mutation")).toBe(false);
    expect(policies.get("Mutation.register")).toEqual(open("changes"));
    expect(policies.get("Mutation.dismiss")).toEqual(open("dismissals"));
  });

  it("must be of what there is", () => {
    const stale = { Gone: persons, "Official.gone": persons };
    expect(() => withAccess(parse(sdl), stale)).toThrow(
      "Policies without a type or field: Gone, Official.gone",
    );
  });
});
