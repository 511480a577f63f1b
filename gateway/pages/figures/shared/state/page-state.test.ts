import { readSharedFragment } from "../../../shared/share-link";
import { explorerLink } from "./explorer-link";
import { addressOfState, stateOfAddress } from "./page-state";

describe("the address of the page", () => {
  it.each([
    "?figure=dispatch-region&year=2013&table=1&lang=ja",
    "?figure=network-members&day=2013-06-01&lang=en",
    "?figure=fellows-agency",
  ])("%s is read and written back as it was", (address) => {
    expect(addressOfState(stateOfAddress(address))).toBe(address);
  });

  it("shows the first figure where it names none that there is", () => {
    expect(stateOfAddress("?figure=constructor&lang=fr")).toEqual({
      ...{ figure: "dispatch-organization", chosen: {}, table: false, language: undefined },
    });
  });
});

describe("explorerLink", () => {
  it("carries a query and its variables, Japanese ones too", () => {
    const link = explorerLink({ query: "{ networks { code } }", variables: { name: "人事院" } });
    const shared = readSharedFragment(link.slice(link.indexOf("#")));
    expect(shared?.query).toBe("{ networks { code } }");
    expect(JSON.parse(shared?.variables ?? "")).toEqual({ name: "人事院" });
  });
});
