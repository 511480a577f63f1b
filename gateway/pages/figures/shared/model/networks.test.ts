import type { GraphEvent } from "../operations/network-events";
import type { GraphMembership } from "../operations/network-members";
import { lastFiscalYears } from "./last-fiscal-years";
import { membershipMatrix } from "./membership-matrix";
import { timedEvents } from "./network-events";

const event = (startsOn: string | null, endsOn: string | null = null): GraphEvent => ({
  ...{ id: "event", title: "Meeting", kind: "CONFERENCE", edition: null, startsOn, endsOn },
  ...{ state: "HELD", format: null, city: null, country: null, hostAgency: null },
  ...{ synthetic: false, note: null, source: null },
});

describe("timedEvents", () => {
  it.each([
    ["2024-10-08", null, "2024-10-08", "2024-10-09"],
    ["2024-12-31", "2025-01-02", "2024-12-31", "2025-01-03"],
    ["2022-08", null, "2022-08-01", "2022-09-01"],
    ["2022-12", null, "2022-12-01", "2023-01-01"],
    ["2009", null, "2009-01-01", "2010-01-01"],
  ])("takes %s to %s for all days it can mean", (startsOn, endsOn, from, to) => {
    const [timed] = timedEvents({
      networks: [{ code: "ACCSM", name: "ACCSM", events: { nodes: [event(startsOn, endsOn)] } }],
    });
    expect(timed?.span).toEqual({ from: new Date(from), to: new Date(to) });
  });

  it("gives an event without a date no time, and can be asked for one network", () => {
    const networks = ["ACCSM", "CJK_PPN"].map((code) => ({
      ...{ code, name: code, events: { nodes: [event(null)] } },
    }));
    expect(timedEvents({ networks })).toHaveLength(2);
    expect(timedEvents({ networks }, "CJK_PPN")).toMatchObject([
      { network: { code: "CJK_PPN" }, span: undefined },
    ]);
  });
});

describe("membershipMatrix", () => {
  const member = (code: string, name: string): GraphMembership => ({
    ...{ country: { code, name }, agency: null, role: "MEMBER", from: null },
    ...{ attestedFrom: null, to: null, note: null, source: null },
  });

  it("puts countries in more networks first, and two memberships of one into one cell", () => {
    const matrix = membershipMatrix(
      {
        networks: [
          {
            ...{ code: "ONE", name: "One", founded: null },
            members: [member("BN", "Brunei"), member("JP", "Japan"), member("JP", "Japan")],
          },
          { code: "TWO", name: "Two", founded: null, members: [member("JP", "Japan")] },
        ],
      },
      "en",
    );
    expect(matrix.countries.map(({ code }) => code)).toEqual(["JP", "BN"]);
    expect(matrix.cells.map(({ memberships }) => memberships.length)).toEqual([1, 2, 1]);
  });
});

describe("lastFiscalYears", () => {
  it("ends with the year that was over in Japan", () => {
    expect(lastFiscalYears(2, new Date("2026-03-31T14:59:59Z"))).toEqual([2023, 2024]);
    expect(lastFiscalYears(2, new Date("2026-03-31T15:00:00Z"))).toEqual([2024, 2025]);
  });
});
