import { startTestSubgraph, type TestSubgraph } from "../../../test/support/subgraph";
import { today } from "../../kit/clock";
import { addMunicipalities, Candidates, municipalities } from "../candidates.fixture";
import { Ministry } from "../ministry.fixture";
import { recruitment } from "../recruitment";

let subgraph: TestSubgraph;
let ministry: Ministry;
let candidates: Candidates;
beforeAll(async () => {
  subgraph = await startTestSubgraph(recruitment);
  ministry = await Ministry.of(subgraph);
  candidates = new Candidates(ministry);
  await addMunicipalities(ministry);
});
afterAll(async () => {
  await ministry.close();
  await subgraph.stop();
});

const { city, otherCity, ward, formerTown } = municipalities;

async function startable(values: object = {}) {
  const [registration] = await candidates.registered();
  return { ...(await candidates.engagement(registration?.id ?? "")), ...values };
}

describe("startEngagement", () => {
  it("engages a person on the list for a municipality that was granted it, for a term or without", async () => {
    const input = await startable({ to: "2025-04-01", role: " CIO補佐官 " });
    expect(await ministry.make("startEngagement", input)).toEqual({
      id: expect.any(String),
      version: 1,
      synthetic: false,
      role: "CIO補佐官",
      daysPerMonth: 4,
      from: "2024-04-01",
      to: "2025-04-01",
      agreedTo: "2025-04-01",
      endReason: null,
      cancelledOn: null,
      cancellationReason: null,
      municipality: { code: city },
      registration: { id: input.registration },
      applicant: { id: expect.any(String) },
    });
    const next = { ...input, from: "2025-04-01", to: null };
    expect(await ministry.make("startEngagement", next)).toMatchObject({
      to: null,
      agreedTo: null,
    });
  });

  it("starts no second one of person, municipality and role at the same time, but others", async () => {
    const input = await startable({ to: "2025-04-01" });
    await ministry.make("startEngagement", input);
    const overlapping = { ...input, from: "2025-03-31", to: null };
    expect(await ministry.refused("startEngagement", overlapping)).toEqual([
      "ALREADY_ENGAGED from",
    ]);
    await ministry.make("startEngagement", { ...input, role: "DX advisor" });
    await candidates.grantTo(otherCity);
    await ministry.make("startEngagement", { ...input, municipality: otherCity });
  });

  it("starts on the first day of registration and grant, not the day before", async () => {
    const early = await startable({ from: "2024-02-29" });
    expect(await ministry.refused("startEngagement", early)).toEqual([
      "NOT_ON_LIST from",
      "LIST_NOT_GRANTED municipality",
    ]);
    await ministry.make("startEngagement", { ...early, from: "2024-03-01" });
  });

  it("starts until the day before the removal", async () => {
    const input = await startable();
    const removal = { id: input.registration, on: "2024-04-01", reason: "Asked for it." };
    await ministry.make("removeFromList", removal);
    expect(await ministry.refused("startEngagement", input)).toEqual(["NOT_ON_LIST from"]);
    await ministry.make("startEngagement", { ...input, from: "2024-03-31" });
  });

  it.each<[string[], object]>([
    [["NOT_FOUND registration"], { registration: "missing" }],
    [["UNKNOWN_MUNICIPALITY municipality", "LIST_NOT_GRANTED municipality"], { municipality: "1" }],
    [["NOT_A_MUNICIPALITY municipality", "LIST_NOT_GRANTED municipality"], { municipality: ward }],
    [
      ["MUNICIPALITY_NOT_IN_FORCE municipality", "LIST_NOT_GRANTED municipality"],
      { municipality: formerTown },
    ],
    [["DAYS_OUT_OF_RANGE daysPerMonth"], { daysPerMonth: 0 }],
    [["DAYS_OUT_OF_RANGE daysPerMonth"], { daysPerMonth: 32 }],
    [["INVALID_TEXT role"], { role: " " }],
    [["INVALID_TEXT role"], { role: "\u200b" }],
    [
      ["DATE_OUT_OF_RANGE from", "NOT_ON_LIST from", "LIST_NOT_GRANTED municipality"],
      { from: "1948-03-31" },
    ],
    [["DATE_OUT_OF_RANGE from"], { from: "2101-04-01" }],
    [["DATE_OUT_OF_RANGE to"], { to: "2101-04-01" }],
    [["INVALID_PERIOD to"], { to: "2024-04-01" }],
  ])("refuses what breaks %s", async (expected, values) => {
    expect(await ministry.refused("startEngagement", await startable(values))).toEqual(expected);
  });

  it("starts one of fifty at once", async () => {
    const input = await startable();
    const inputs = Array.from({ length: 50 }, () => input);
    expect(await ministry.race("startEngagement", inputs)).toEqual({ OK: 1, ALREADY_ENGAGED: 49 });
  });

  it("starts or is removed before, never both, where both are asked for at once", async () => {
    const input = await startable();
    const removal = { id: input.registration, on: "2024-04-01", reason: "Asked for it." };
    const [started, removed] = await Promise.all([
      ministry.send("startEngagement", input),
      ministry.send("removeFromList", removal),
    ]);
    const codes = [...started.userErrors, ...removed.userErrors].map(({ code }) => code);
    expect(["NOT_ON_LIST", "ENGAGED_LATER"]).toContain(codes.join());
  });
});

describe("removeFromList", () => {
  it("removes no registration before an engagement of it begins", async () => {
    const input = await startable();
    await ministry.make("startEngagement", input);
    const removal = { id: input.registration, reason: "Asked for it." };
    expect(await ministry.refused("removeFromList", { ...removal, on: "2024-04-01" })).toEqual([
      "ENGAGED_LATER on",
    ]);
    await ministry.make("removeFromList", { ...removal, on: "2024-04-02" });
  });
});

describe("cancelEngagement", () => {
  it("cancels before the first day, and makes room for another, or for the removal", async () => {
    const input = await startable({ from: "2099-04-01" });
    const { id } = await ministry.make("startEngagement", input);
    const removal = { id: input.registration, on: "2024-04-01", reason: "Asked for it." };
    expect(await ministry.refused("removeFromList", removal)).toEqual(["ENGAGED_LATER on"]);
    const asOf = () =>
      subgraph.execute(
        `{ engagements(asOf: "2099-05-01", filter: { from: { eq: "2099-04-01" } }) { totalCount }
           registration(id: "${input.registration}") {
             applicant { engagements(asOf: "2099-05-01") { id } engagementHistory { id } } } }`,
      );
    expect((await asOf()).data).toMatchObject({
      engagements: { totalCount: 1 },
      registration: { applicant: { engagements: [{ id }] } },
    });
    const cancelled = await ministry.make("cancelEngagement", { id, reason: " No budget. " });
    expect(cancelled).toMatchObject({
      version: 2,
      from: "2099-04-01",
      to: null,
      cancelledOn: today(),
      cancellationReason: "No budget.",
    });
    expect((await asOf()).data).toMatchObject({
      engagements: { totalCount: 0 },
      registration: { applicant: { engagements: [], engagementHistory: [{ id }] } },
    });
    expect(await ministry.refused("cancelEngagement", { id, reason: "Again." })).toEqual([
      "ALREADY_CANCELLED id",
    ]);
    const end = { id, on: "2099-05-01", reason: "Late." };
    expect(await ministry.refused("endEngagement", end)).toEqual(["ALREADY_CANCELLED id"]);
    const other = await ministry.make("startEngagement", input);
    await ministry.make("cancelEngagement", { id: other.id, reason: "No budget." });
    await ministry.make("removeFromList", removal);
  });

  it.each<[string, object]>([
    ["ALREADY_BEGUN on", { on: "2024-04-01" }],
    ["ALREADY_BEGUN on", {}],
    ["DATE_OUT_OF_RANGE on", { on: "1948-03-31" }],
    ["INVALID_TEXT reason", { on: "2024-03-31", reason: " " }],
    ["NOT_FOUND id", { id: "missing" }],
    ["VERSION_CONFLICT expectedVersion", { on: "2024-03-31", expectedVersion: 7 }],
  ])("refuses what breaks %s", async (expected, values) => {
    const { id } = await ministry.make("startEngagement", await startable());
    const input = { id, reason: "No budget.", ...values };
    expect(await ministry.refused("cancelEngagement", input)).toEqual([expected]);
  });

  it("leaves one that is over, and is not dated in the future", async () => {
    const over = await ministry.make("startEngagement", await startable({ to: "2024-05-01" }));
    const input = { id: over.id, on: "2024-03-31", reason: "Late." };
    expect(await ministry.refused("cancelEngagement", input)).toEqual(["ALREADY_ENDED id"]);
    const ahead = await ministry.make("startEngagement", await startable({ from: "2099-04-01" }));
    const early = { id: ahead.id, on: "2099-03-31", reason: "None." };
    expect(await ministry.refused("cancelEngagement", early)).toEqual(["DATE_IN_FUTURE on"]);
  });
});

describe("endEngagement", () => {
  it("ends once, earlier than agreed, keeping what was agreed", async () => {
    const { id } = await ministry.make("startEngagement", await startable({ to: "2099-04-01" }));
    const refused = (on: string, values: object = {}) =>
      ministry.refused("endEngagement", { id, on, reason: "None.", ...values });
    expect(await refused("2024-04-01")).toEqual(["INVALID_PERIOD on"]);
    expect(await refused("2099-04-01")).toEqual(["INVALID_PERIOD on"]);
    expect(await refused("2101-04-01")).toEqual(["INVALID_PERIOD on", "DATE_OUT_OF_RANGE on"]);
    expect(await refused("2024-05-01", { reason: "" })).toEqual(["INVALID_TEXT reason"]);
    expect(await refused("2024-05-01", { expectedVersion: 7 })).toEqual([
      "VERSION_CONFLICT expectedVersion",
    ]);
    expect(await refused("2024-05-01", { id: "missing" })).toEqual(["NOT_FOUND id"]);
    const input = { id, on: "2024-04-02", reason: " By consent. " };
    expect(await ministry.make("endEngagement", input)).toMatchObject({
      version: 2,
      to: "2024-04-02",
      agreedTo: "2099-04-01",
      endReason: "By consent.",
    });
    expect(await refused("2024-04-03")).toEqual(["ALREADY_ENDED id"]);
  });

  it("leaves one whose term is over", async () => {
    const { id } = await ministry.make("startEngagement", await startable({ to: "2024-05-01" }));
    const input = { id, on: "2024-04-15", reason: "Late." };
    expect(await ministry.refused("endEngagement", input)).toEqual(["ALREADY_ENDED id"]);
  });
});
