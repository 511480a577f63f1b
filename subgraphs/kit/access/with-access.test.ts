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

  it("stand on conditions on related records, within which fields have their own, at any depth", () => {
    const related = `
type Query { boards(filter: BoardFilter): BoardConnection  public(filter: BoardFilter): BoardConnection }
type Mutation { found: Board }
type Board { name: String  clerks: [Clerk!]!  seat: Seat  member: Clerk }
type BoardConnection { nodes: [Board!]! }
type Clerk { name: String  pay: Int  board: Board }
type Seat { town: String }
input BoardFilter { and: [BoardFilter!]  not: BoardFilter  name: String  clerks: SomeClerks  member: String  memberIs: ClerkFilter  seat: SeatFilter }
input SomeClerks { some: ClerkFilter  none: ClerkFilter }
input ClerkFilter { not: ClerkFilter  name: String  pay: Int  board: BoardFilter }
input SeatFilter { not: SeatFilter  town: String }`;
    const declared = {
      Query: open("all"),
      Mutation: open("changes"),
      Board: open("all"),
      Seat: open("all"),
      Clerk: persons,
      "Clerk.pay": pay,
      "Board.member": personal("persons", "boards"),
    };
    const of = (given: object) =>
      accessPolicies(withAccess(parse(related), { ...declared, ...given }));
    const found = of({});
    expect(found.get("BoardFilter.clerks")).toEqual(persons);
    expect(found.get("BoardFilter.memberIs")).toEqual(persons);
    expect(found.get("BoardFilter.member")).toEqual(personal("persons", "boards"));
    expect(found.get("ClerkFilter.board")).toEqual(open("all"));
    // No list is filtered by it: it is only reached through others.
    expect(found.get("ClerkFilter.pay")).toEqual(pay);
    for (const free of [
      "BoardFilter.and",
      "BoardFilter.not",
      "ClerkFilter.not",
      "SomeClerks.some",
    ]) {
      expect(found.has(free)).toBe(false);
    }
    expect(of({ "BoardFilter.clerks": pay }).get("BoardFilter.clerks")).toEqual(pay);
    expect(() => of({ "Board.clerks": open("elsewhere") })).toThrow(
      "Nothing says who is permitted to filter by BoardFilter.clerks: declare it.",
    );
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
