import { startTestSubgraph } from "../../../test/support/subgraph";
import { municipalities } from "../candidates.fixture";
import { recruitment } from "../recruitment";
import { Corrections, reason } from "./corrections.fixture";

let office: Corrections;
beforeAll(async () => {
  office = await Corrections.of(await startTestSubgraph(recruitment));
});
afterAll(() => office.stop());

const { city, otherCity, ward } = municipalities;

async function started(values: object = {}) {
  const [registration] = await office.candidates.registered();
  const input = await office.candidates.engagement(registration?.id ?? "");
  const engagement = await office.ministry.make("startEngagement", {
    ...{ ...input, to: "2025-04-01", ...values },
  });
  return { ...engagement, registration: input.registration };
}

async function ended() {
  const { id } = await started({ to: "2099-04-01" });
  const input = { id, on: "2024-10-01", reason: "By consent." };
  return office.ministry.make("endEngagement", input);
}

async function cancelled() {
  const { id } = await started({ from: "2024-05-01", to: null });
  return office.ministry.make("cancelEngagement", { id, on: "2024-04-15", reason: "No budget." });
}

describe("an engagement that was recorded wrongly", () => {
  it.each<[string, () => Promise<{ id: string }>, object, object, string]>([
    [
      "role",
      started,
      { role: " DX advisor " },
      { role: "DX advisor" },
      "role CIO補佐官 → DX advisor",
    ],
    ["number of days", started, { daysPerMonth: 5 }, { daysPerMonth: 5 }, "daysPerMonth 4 → 5"],
    [
      "first day",
      started,
      { from: "2024-03-15" },
      { from: "2024-03-15", to: "2025-04-01" },
      "from 2024-04-01 → 2024-03-15",
    ],
    [
      "term",
      started,
      { agreedTo: "2026-04-01" },
      { agreedTo: "2026-04-01", to: "2026-04-01" },
      "agreedTo 2025-04-01 → 2026-04-01, to 2025-04-01 → 2026-04-01",
    ],
    [
      "term that was not agreed",
      started,
      { agreedTo: null },
      { agreedTo: null, to: null },
      "agreedTo 2025-04-01 → null, to 2025-04-01 → null",
    ],
    [
      "end",
      ended,
      { endedOn: "2024-11-01", endReason: "Ill." },
      { to: "2024-11-01", agreedTo: "2099-04-01", endReason: "Ill." },
      "endReason By consent. → Ill., to 2024-10-01 → 2024-11-01",
    ],
    [
      "end that was not",
      ended,
      { endedOn: null },
      { to: "2099-04-01", endReason: null },
      "endReason By consent. → null, to 2024-10-01 → 2099-04-01",
    ],
    [
      "day of cancellation",
      cancelled,
      { cancelledOn: "2024-04-16" },
      { cancelledOn: "2024-04-16", cancellationReason: "No budget." },
      "cancelledOn 2024-04-15 → 2024-04-16",
    ],
    [
      "cancellation that was not",
      cancelled,
      { cancelledOn: null },
      { cancelledOn: null, cancellationReason: null },
      "cancellationReason No budget. → null, cancelledOn 2024-04-15 → null",
    ],
  ])("has another %s once it is put right", async (_what, prepare, input, expected, change) => {
    const { id } = await prepare();
    expect(await office.correct("correctEngagement", { id, ...input })).toMatchObject(expected);
    expect(await office.changes("engagement", id)).toEqual([
      `correctEngagement (${reason}): ${change}`,
    ]);
  });

  it("was with another municipality, which was granted the list, and counts there", async () => {
    const { id } = await started({ from: "2024-07-01" });
    const refused = (municipality: string) =>
      office.refused("correctEngagement", { id, municipality });
    expect(await refused(otherCity)).toEqual(["LIST_NOT_GRANTED municipality"]);
    expect(await refused(ward)).toEqual([
      "NOT_A_MUNICIPALITY municipality",
      "LIST_NOT_GRANTED municipality",
    ]);
    await office.candidates.grantTo(otherCity);
    const counted = async (code: string) => {
      const data = await office.read(
        `{ municipality(code: "${code}") { engagements(asOf: "2024-08-01") { nodes { id } } } }`,
      );
      return JSON.stringify(data).includes(id);
    };
    expect([await counted(city), await counted(otherCity)]).toEqual([true, false]);
    await office.correct("correctEngagement", { id, municipality: otherCity });
    expect([await counted(city), await counted(otherCity)]).toEqual([false, true]);
  });

  it("came of another place of the person on the list, but not of another person's", async () => {
    const [one, other] = await office.candidates.registered(["PRODUCER", "SERVICE_DESIGNER"]);
    const input = await office.candidates.engagement(one?.id ?? "");
    const { id } = await office.ministry.make("startEngagement", input);
    expect(
      await office.correct("correctEngagement", { id, registration: other?.id }),
    ).toMatchObject({ registration: { id: other?.id } });
    const { registration } = await started();
    expect(await office.refused("correctEngagement", { id, registration })).toEqual([
      "NOT_FOUND registration",
    ]);
  });

  it("never was, counts on no day, and makes room for another", async () => {
    const { id, registration } = await started();
    const count = () => office.count("ENGAGEMENTS", "2024-06-01");
    const before = await count();
    expect(await office.correct("takeBackEngagement", { id })).toMatchObject({ id, version: 1 });
    expect(await count()).toBe(before - 1);
    expect(await office.read(`{ engagement(id: "${id}") { id } }`)).toEqual({ engagement: null });
    expect(await office.latest()).toContain(`takeBackEngagement (${reason}): `);
    expect(await office.latest()).toContain("role CIO補佐官 → null");
    await office.ministry.make("startEngagement", await office.candidates.engagement(registration));
  });

  it("is still the only one of person, municipality and role", async () => {
    const { id, registration } = await started();
    const input = await office.candidates.engagement(registration);
    const next = await office.ministry.make("startEngagement", { ...input, from: "2025-04-01" });
    expect(await office.refused("correctEngagement", { id, agreedTo: "2025-05-01" })).toEqual([
      "ALREADY_ENGAGED from",
    ]);
    expect(await office.refused("correctEngagement", { id: next.id, from: "2025-03-31" })).toEqual([
      "ALREADY_ENGAGED from",
    ]);
  });

  it.each<[string[], object]>([
    [["NOT_ON_LIST from", "LIST_NOT_GRANTED municipality"], { from: "2024-02-29" }],
    [["DAYS_OUT_OF_RANGE daysPerMonth"], { daysPerMonth: 32 }],
    [["INVALID_TEXT role"], { role: " " }],
    [["INVALID_TEXT endReason"], { endReason: "" }],
    [["INVALID_PERIOD endedOn"], { endedOn: "2099-04-01" }],
    [["INVALID_PERIOD endedOn"], { endedOn: null, endReason: "None." }],
    [["INVALID_PERIOD cancelledOn"], { cancellationReason: "None." }],
    [
      ["ALREADY_ENDED cancelledOn"],
      { cancelledOn: "2024-03-15", cancellationReason: "No budget." },
    ],
    [
      ["ALREADY_BEGUN cancelledOn"],
      { endedOn: null, cancelledOn: "2024-04-01", cancellationReason: "No budget." },
    ],
    [["INVALID_TEXT cancellationReason"], { endedOn: null, cancelledOn: "2024-03-15" }],
    [["INVALID_TEXT reason"], { role: "x", reason: "" }],
    [["VERSION_CONFLICT expectedVersion"], { expectedVersion: 1 }],
    [["NOT_FOUND id"], { id: "missing" }],
    [["NOT_FOUND registration"], { registration: "missing" }],
  ])("is refused %s", async (expected, input) => {
    const { id } = await ended();
    expect(await office.refused("correctEngagement", { id, ...input })).toEqual(expected);
  });

  it.each(["correctEngagement", "takeBackEngagement"] as const)(
    "is put right once by fifty %s at once",
    async (mutation) => {
      const { id, version } = await ended();
      const input = mutation === "correctEngagement" ? { role: "DX advisor" } : {};
      const counts = await office.race(mutation, { id, expectedVersion: version, ...input });
      const lost = mutation === "correctEngagement" ? "VERSION_CONFLICT" : "NOT_FOUND";
      expect(counts).toEqual({ OK: 1, [lost]: 49 });
    },
  );
});
