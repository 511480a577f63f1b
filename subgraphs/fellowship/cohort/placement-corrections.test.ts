import { startTestSubgraph, type TestSubgraph } from "../../../test/support/subgraph";
import { fellowship } from "../fellowship";
import { Office, type OfficeRecord } from "../office.fixture";
import { Corrections } from "./corrections.fixture";

let subgraph: TestSubgraph;
let office: Office;
let corrections: Corrections;
let cohort: string;
let fellow: string;
beforeAll(async () => {
  subgraph = await startTestSubgraph(fellowship);
  office = await Office.of(subgraph);
  corrections = await Corrections.of(subgraph, office);
});
beforeEach(async () => {
  ({ id: cohort } = await office.cohort());
  ({ id: fellow } = await office.fellow(cohort));
});
afterAll(async () => {
  await office.close();
  await subgraph.stop();
});

const placed = () => office.placement(fellow, { from: "2023-05-01", to: "2023-12-01" });
const ended = async () =>
  office.make("endPlacement", {
    id: (await placed()).id,
    lastDay: "2023-08-31",
    reason: "Closed.",
  });
const cancelled = () =>
  office.cancelledPlacement(fellow, { from: "2023-05-01", to: "2023-12-01", on: "2023-04-01" });
const refused = (id: string, input: object) =>
  corrections.refused("correctPlacement", { id, ...input });

const placementOf = async (id: string) => {
  const { data } = await subgraph.execute(
    `query ($id: ID!) { placement(id: $id) { version hostKind hostAgency { code } hostName from to
       endReason cancelledOn cancellationReason fellow { id } } }`,
    { id },
  );
  return data["placement"];
};

it.each<[string, () => Promise<OfficeRecord>, object, string, object]>([
  [
    "agency",
    placed,
    { hostAgency: "JP-METI" },
    "hostAgency JP-MOF → JP-METI",
    { hostAgency: { code: "JP-METI" } },
  ],
  [
    "kind of host",
    placed,
    { hostKind: "COMPANY", hostName: " Example K.K. " },
    "hostAgency JP-MOF → null, hostKind AGENCY → COMPANY, hostName null → Example K.K.",
    { hostKind: "COMPANY", hostAgency: null, hostName: "Example K.K." },
  ],
  [
    "first day",
    placed,
    { from: "2023-04-15" },
    "from 2023-05-01 → 2023-04-15",
    { from: "2023-04-15" },
  ],
  [
    "end as planned",
    placed,
    { to: "2024-01-01" },
    "to 2023-12-01 → 2024-01-01",
    { to: "2024-01-01" },
  ],
  [
    "end before its time",
    ended,
    { to: "2023-10-01" },
    "to 2023-09-01 → 2023-10-01",
    { to: "2023-10-01", endReason: "Closed." },
  ],
  [
    "reason of its end",
    ended,
    { endReason: "Moved." },
    "endReason Closed. → Moved.",
    { to: "2023-09-01", endReason: "Moved." },
  ],
  [
    "end, which was not before its time",
    ended,
    { to: "2023-12-01", endReason: null },
    "endReason Closed. → null, to 2023-09-01 → 2023-12-01",
    { to: "2023-12-01", endReason: null },
  ],
  [
    "day and reason of its cancellation",
    cancelled,
    { cancelledOn: "2023-04-15", cancellationReason: "Full." },
    "cancellationReason No desk. → Full., cancelledOn 2023-04-01 → 2023-04-15",
    { cancelledOn: "2023-04-15", cancellationReason: "Full." },
  ],
  [
    "cancellation, which was not",
    cancelled,
    { cancelledOn: null },
    "cancellationReason No desk. → null, cancelledOn 2023-04-01 → null",
    { cancelledOn: null, cancellationReason: null },
  ],
  [
    "course: it did not take place",
    placed,
    { cancelledOn: "2023-04-01", cancellationReason: "No desk." },
    "cancellationReason null → No desk., cancelledOn null → 2023-04-01",
    { cancelledOn: "2023-04-01", cancellationReason: "No desk." },
  ],
])("has another %s once it is put right", async (_what, prepare, input, changed, shown) => {
  const { id } = await prepare();
  const { version } = (await placementOf(id)) as { readonly version: number };
  await corrections.make("correctPlacement", { id, ...input });
  expect(await corrections.changesOf(id)).toEqual([`correctPlacement: ${changed}`]);
  expect(await placementOf(id)).toMatchObject({ version: version + 1, ...shown });
});

it("is counted where it was, and at no other host", async () => {
  const { id } = await placed();
  const count = (agency: string) =>
    corrections.count("PLACEMENTS", "2023-07-01", { hostAgency: { eq: agency } });
  const [before, there] = [Number(await count("JP-MOF")), Number(await count("JP-MIC"))];
  await corrections.make("correctPlacement", { id, hostAgency: "JP-MIC" });
  expect([await count("JP-MOF"), await count("JP-MIC")]).toEqual([before - 1, there + 1]);
  const { data } = await subgraph.execute(
    `{ agency(code: "JP-MIC") { placementsHosted(asOf: "2023-07-01") { nodes { id } } }
       placements(asOf: "2023-07-01", filter: { fellow: { eq: "${fellow}" } }) { nodes { hostAgency { code } } } }`,
  );
  expect(data).toEqual({
    agency: { placementsHosted: { nodes: [{ id }] } },
    placements: { nodes: [{ hostAgency: { code: "JP-MIC" } }] },
  });
});

it("was another fellow's, also of another cohort", async () => {
  const { id } = await placed();
  const { id: other } = await office.cohort({ startsOn: "2023-05-01" });
  const { id: whose } = await office.fellow(other);
  await corrections.make("correctPlacement", { id, fellow: whose });
  expect(await corrections.changesOf(id)).toEqual([
    `correctPlacement: fellow ${fellow} → ${whose}`,
  ]);
  expect(await placementOf(id)).toMatchObject({ fellow: { id: whose } });
  await placed();
  expect(await refused(id, { fellow })).toEqual(["OVERLAPPING_PLACEMENT from"]);
  expect(await refused(id, { fellow: "none" })).toEqual(["NOT_FOUND fellow"]);
});

it("was never made, however far it has come", async () => {
  for (const prepare of [placed, ended, cancelled]) {
    const { id } = await prepare();
    expect(await corrections.make("takeBackPlacement", { id })).toMatchObject({ id });
    expect(await placementOf(id)).toBeNull();
    const [change] = await corrections.changesOf(id);
    expect(change).toContain("from 2023-05-01 → null");
    expect(await corrections.refused("takeBackPlacement", { id })).toEqual(["NOT_FOUND id"]);
  }
});

it("is taken back once, however often that is sent", async () => {
  const { id } = await placed();
  const input = { id, idempotencyKey: `back-${id}` };
  const first = await corrections.send("takeBackPlacement", input);
  const again = await corrections.send("takeBackPlacement", input);
  expect(again.node).toEqual(first.node);
  expect(await corrections.changesOf(id)).toHaveLength(1);
});

it("keeps the rules of the fellow's whole file", async () => {
  const { id } = await placed();
  expect(await refused(id, { hostAgency: "US-DOD" })).toEqual(["NOT_A_HOST_AGENCY hostAgency"]);
  expect(await refused(id, { hostAgency: "JP-NONE" })).toEqual(["UNKNOWN_AGENCY hostAgency"]);
  expect(await refused(id, { hostKind: "COMPANY" })).toEqual(["INVALID_HOST hostName"]);
  expect(await refused(id, { hostName: "Example" })).toEqual(["INVALID_HOST hostName"]);
  expect(await refused(id, { hostKind: "COMPANY", hostName: " " })).toEqual([
    "INVALID_TEXT hostName",
  ]);
  expect(await refused(id, { to: "2023-05-01" })).toEqual(["INVALID_PERIOD to"]);
  expect(await refused(id, { to: null })).toEqual(["OUTSIDE_COHORT_PERIOD to"]);
  expect(await refused(id, { from: "2023-03-31" })).toEqual(["OUTSIDE_COHORT_PERIOD from"]);
  expect(await refused(id, { to: null, endReason: "Closed." })).toContain("INVALID_PERIOD to");
  expect(await refused(id, { endReason: " " })).toEqual(["INVALID_TEXT endReason"]);
  expect(await refused(id, { cancelledOn: "2023-04-01" })).toEqual([
    "INVALID_TEXT cancellationReason",
  ]);
  expect(await refused(id, { cancellationReason: "No desk." })).toEqual([
    "INVALID_TEXT cancellationReason",
  ]);
  const because = { cancellationReason: "No desk." };
  expect(await refused(id, { ...because, cancelledOn: "2023-05-01" })).toEqual([
    "ALREADY_BEGUN cancelledOn",
  ]);
  expect(await refused(id, { ...because, cancelledOn: "2023-02-28" })).toEqual([
    "BEFORE_ADMISSION cancelledOn",
  ]);
  expect(
    await refused(id, {
      ...because,
      from: "2099-01-01",
      to: "2099-02-01",
      cancelledOn: "2098-01-01",
    }),
  ).toEqual(["DATE_IN_FUTURE cancelledOn"]);
  await office.make("endPlacement", { id, lastDay: "2023-08-31", reason: "Closed." });
  expect(await refused(id, { ...because, cancelledOn: "2023-04-01" })).toEqual([
    "ALREADY_ENDED cancelledOn",
  ]);
  const { id: next } = await office.placement(fellow, { from: "2023-09-01", to: "2024-01-01" });
  expect(await refused(id, { to: "2023-09-02" })).toEqual(["OVERLAPPING_PLACEMENT from"]);
  await office.make("completeFellowship", { id: fellow, lastDay: "2024-01-31" });
  expect(await refused(next, { to: "2024-03-01" })).toEqual(["FELLOWSHIP_COMPLETED to"]);
  for (const mutation of ["correctPlacement", "takeBackPlacement"] as const) {
    const outcome = (input: object) => corrections.refused(mutation, { id, ...input });
    expect(await outcome({ id: "none" })).toEqual(["NOT_FOUND id"]);
    expect(await outcome({ expectedVersion: 9 })).toEqual(["VERSION_CONFLICT expectedVersion"]);
    expect(await outcome({ reason: "" })).toEqual(["INVALID_TEXT reason"]);
  }
});

it("is open again only in a cohort of unknown end, and its reason goes too", async () => {
  const { id: whose } = await office.fellow("MIKE_MANSFIELD-18");
  const { id } = await office.placement(whose, { from: "2023-05-01", to: "2023-12-01" });
  await office.make("endPlacement", { id, lastDay: "2023-08-31", reason: "Closed." });
  expect(await corrections.make("correctPlacement", { id, to: null })).toMatchObject({
    ...{ to: null, endReason: null },
  });
});

it("stands again only where the fellow is nowhere else", async () => {
  const { id } = await cancelled();
  const { id: instead } = await placed();
  expect(await refused(id, { cancelledOn: null })).toEqual(["OVERLAPPING_PLACEMENT from"]);
  await corrections.make("takeBackPlacement", { id: instead });
  await corrections.make("correctPlacement", { id, cancelledOn: null });
});

it("is put right once by 50 who do so at once, and the others learn of it", async () => {
  const record = await placed();
  const counts = await corrections.race("correctPlacement", record, (index) => ({
    to: `2023-11-${String((index % 30) + 1).padStart(2, "0")}`,
  }));
  expect(counts).toEqual({ OK: 1, VERSION_CONFLICT: 49 });
  expect(await corrections.changesOf(record.id)).toHaveLength(1);
});

it("is in one place, whoever puts right whose it is while others place the fellows", async () => {
  const { id: other } = await office.fellow(cohort);
  const { id } = await placed();
  await Promise.all(
    Array.from({ length: 20 }, (_none, index) => {
      if (index % 3 === 0) return corrections.send("correctPlacement", { id, fellow: other });
      if (index % 3 === 1) return corrections.send("correctPlacement", { id, fellow });
      return office.send("changePlacement", { id, to: `2023-11-${10 + index}` });
    }),
  );
  const outcome = await office.send("endPlacement", {
    id,
    lastDay: "2023-06-30",
    reason: "Closed.",
  });
  expect(outcome.userErrors).toEqual([]);
});
