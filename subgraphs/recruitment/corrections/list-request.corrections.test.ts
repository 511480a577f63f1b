import { startTestSubgraph } from "../../../test/support/subgraph";
import { municipalities } from "../candidates.fixture";
import { recruitment } from "../recruitment";
import { Corrections, reason } from "./corrections.fixture";

let office: Corrections;
beforeEach(async () => {
  office = await Corrections.of(await startTestSubgraph(recruitment));
});
afterEach(() => office.stop());

const { city, otherCity, ward } = municipalities;

const requested = (municipality: string = city, on = "2024-02-20") =>
  office.ministry.make("requestList", { municipality, on });

async function granted(municipality: string = city) {
  const { id } = await requested(municipality);
  return office.ministry.make("grantListRequest", { id, on: "2024-02-25" });
}

async function refusedOne() {
  const { id } = await requested();
  const input = { id, on: "2024-02-25", reason: "Incomplete." };
  return office.ministry.make("refuseListRequest", input);
}

describe("a request for the list that was recorded wrongly", () => {
  it.each<[string, () => Promise<{ id: string }>, object, object, string]>([
    [
      "municipality",
      requested,
      { municipality: otherCity },
      { municipality: { code: otherCity } },
      `municipality ${city} → ${otherCity}`,
    ],
    [
      "day",
      granted,
      { requestedOn: "2024-02-21" },
      { requestedOn: "2024-02-21" },
      "requestedOn 2024-02-20 → 2024-02-21",
    ],
    [
      "day of the grant",
      granted,
      { decidedOn: "2024-02-26" },
      { decidedOn: "2024-02-26", state: "GRANTED" },
      "decidedOn 2024-02-25 → 2024-02-26",
    ],
    [
      "grant that was not",
      granted,
      { decidedOn: null },
      { decidedOn: null, state: "REQUESTED" },
      "decidedOn 2024-02-25 → null, state GRANTED → REQUESTED",
    ],
    [
      "reason of a refusal",
      refusedOne,
      { refusalReason: "Late." },
      { refusalReason: "Late.", state: "REFUSED" },
      "refusalReason Incomplete. → Late.",
    ],
    [
      "refusal that was not",
      refusedOne,
      { decidedOn: null },
      { refusalReason: null, state: "REQUESTED" },
      "decidedOn 2024-02-25 → null, refusalReason Incomplete. → null, state REFUSED → REQUESTED",
    ],
  ])("has another %s once it is put right", async (_what, prepare, input, expected, change) => {
    const { id } = await prepare();
    expect(await office.correct("correctListRequest", { id, ...input })).toMatchObject(expected);
    expect(await office.changes("listRequest", id)).toEqual([
      `correctListRequest (${reason}): ${change}`,
    ]);
  });

  it("never was, and the municipality can ask anew", async () => {
    const { id } = await granted();
    await office.correct("takeBackListRequest", { id });
    expect(
      await office.read(`{ municipality(code: "${city}") { listRequests { totalCount } } }`),
    ).toEqual({
      municipality: { listRequests: { totalCount: 0 } },
    });
    expect(await office.latest()).toContain("state GRANTED → null");
    await granted();
  });

  it("keeps the grant on which engagements rest, and names one", async () => {
    const { id } = await granted();
    const [place] = await office.candidates.registered();
    const input = await office.candidates.engagement(place?.id ?? "");
    const { id: engagement } = await office.ministry.make("startEngagement", input);
    const refused = (given: object) => office.refused("correctListRequest", { id, ...given });
    expect(await refused({ decidedOn: null })).toEqual(["STANDS_IN_THE_WAY decidedOn"]);
    expect(await refused({ decidedOn: "2024-04-02" })).toEqual(["STANDS_IN_THE_WAY decidedOn"]);
    expect(await refused({ municipality: otherCity })).toEqual(["STANDS_IN_THE_WAY municipality"]);
    expect(await office.refused("takeBackListRequest", { id })).toEqual(["STANDS_IN_THE_WAY id"]);
    expect(await office.message("takeBackListRequest", { id })).toContain(
      "found an engagement as CIO補佐官 from that day. Take it back, or put it right, first.",
    );
    await office.correct("correctListRequest", { id, decidedOn: "2024-04-01" });
    await office.correct("takeBackEngagement", { id: engagement });
    await office.correct("takeBackListRequest", { id });
  });

  it("lets a grant be taken back or an engagement start of it at once, never both", async () => {
    const { id } = await granted();
    const [place] = await office.candidates.registered();
    const input = await office.candidates.engagement(place?.id ?? "");
    const [started, taken] = await Promise.all([
      office.ministry.send("startEngagement", input),
      office.ministry.send("takeBackListRequest", { id, reason }),
    ]);
    const codes = [...started.userErrors, ...taken.userErrors].map(({ code }) => code);
    expect(["LIST_NOT_GRANTED", "STANDS_IN_THE_WAY"]).toContain(codes.join());
  });

  it.each<[string, () => Promise<{ id: string }>, object]>([
    ["NOT_A_MUNICIPALITY municipality", requested, { municipality: ward }],
    ["DATE_IN_FUTURE requestedOn", requested, { requestedOn: "2099-01-01" }],
    ["INVALID_PERIOD decidedOn", requested, { decidedOn: "2024-02-25" }],
    ["DATE_OUT_OF_ORDER decidedOn", granted, { decidedOn: "2024-02-19" }],
    ["DATE_IN_FUTURE decidedOn", granted, { decidedOn: "2099-01-01" }],
    ["INVALID_PERIOD refusalReason", granted, { refusalReason: "None." }],
    ["INVALID_TEXT refusalReason", refusedOne, { refusalReason: " " }],
    ["VERSION_CONFLICT expectedVersion", requested, { expectedVersion: 7 }],
    ["INVALID_TEXT reason", requested, { reason: "" }],
    ["NOT_FOUND id", requested, { id: "missing" }],
  ])("is refused %s", async (expected, prepare, input) => {
    const { id } = await prepare();
    expect(await office.refused("correctListRequest", { id, ...input })).toEqual([expected]);
  });

  it("is one of several of its municipality", async () => {
    const { id } = await refusedOne();
    const next = await requested(city, "2024-03-01");
    const refused = (one: string, input: object) =>
      office.refused("correctListRequest", { id: one, ...input });
    expect(await refused(id, { decidedOn: null })).toEqual(["LIST_REQUEST_OPEN municipality"]);
    expect(await refused(id, { requestedOn: "2024-03-01", decidedOn: "2024-03-01" })).toEqual([
      "LIST_REQUEST_EXISTS requestedOn",
    ]);
    await office.ministry.make("grantListRequest", { id: next.id, on: "2024-03-02" });
    expect(await refused(id, { decidedOn: null })).toEqual(["LIST_ALREADY_GRANTED municipality"]);
  });

  it.each(["correctListRequest", "takeBackListRequest"] as const)(
    "is put right once by fifty %s at once",
    async (mutation) => {
      const { id, version } = await granted();
      const isCorrected = mutation === "correctListRequest";
      const input = isCorrected ? { decidedOn: "2024-02-26" } : {};
      const counts = await office.race(mutation, { id, expectedVersion: version, ...input });
      expect(counts).toEqual({ OK: 1, [isCorrected ? "VERSION_CONFLICT" : "NOT_FOUND"]: 49 });
    },
  );
});
