import { startTestSubgraph, type TestSubgraph } from "../../../test/support/subgraph";
import { fellowship } from "../fellowship";
import { Office, type OfficeRecord } from "../office.fixture";
import { Corrections } from "./corrections.fixture";

let subgraph: TestSubgraph;
let office: Office;
let corrections: Corrections;
let cohort: string;
beforeAll(async () => {
  subgraph = await startTestSubgraph(fellowship);
  office = await Office.of(subgraph);
  corrections = await Corrections.of(subgraph, office);
});
beforeEach(async () => {
  ({ id: cohort } = await office.cohort());
});
afterAll(async () => {
  await office.close();
  await subgraph.stop();
});

const admitted = () => office.fellow(cohort);
const completed = async () =>
  office.make("completeFellowship", { id: (await admitted()).id, lastDay: "2024-01-31" });
const withdrawn = async () =>
  office.make("withdrawFellow", {
    ...{ id: (await admitted()).id, lastDay: "2023-10-31", reason: "Ill." },
  });
const refused = (id: string, input: object) =>
  corrections.refused("correctFellow", { id, ...input });

const fellowOf = async (id: string) => {
  const { data } = await subgraph.execute(
    `query ($id: ID!) { fellow(id: $id) { version fellowNumber name status admittedOn completedOn
       withdrawnOn withdrawalReason cohort { id } sendingAgency { code } } }`,
    { id },
  );
  return data["fellow"];
};

it.each<[string, () => Promise<OfficeRecord>, object, string, object]>([
  ["name", admitted, { name: " Ada " }, "name Test Fellow → Ada", { name: "Ada" }],
  [
    "sending agency",
    admitted,
    { sendingAgency: "US-NIH" },
    "sendingAgency US-DOD → US-NIH",
    { sendingAgency: { code: "US-NIH" } },
  ],
  [
    "admission",
    admitted,
    { admittedOn: "2023-02-01" },
    "admittedOn 2023-03-01 → 2023-02-01",
    { admittedOn: "2023-02-01" },
  ],
  [
    "completion",
    completed,
    { completedOn: "2024-02-29" },
    "completedOn 2024-01-31 → 2024-02-29",
    { status: "COMPLETED", completedOn: "2024-02-29" },
  ],
  [
    "completion, which was not",
    completed,
    { completedOn: null },
    "completedOn 2024-01-31 → null, status COMPLETED → ADMITTED",
    { status: "ADMITTED", completedOn: null },
  ],
  [
    "completion, which was a withdrawal",
    completed,
    { completedOn: null, withdrawnOn: "2024-01-15", withdrawalReason: "Ill." },
    "completedOn 2024-01-31 → null, status COMPLETED → WITHDRAWN, withdrawalReason null → Ill., withdrawnOn null → 2024-01-15",
    { status: "WITHDRAWN", completedOn: null, withdrawnOn: "2024-01-15" },
  ],
  [
    "withdrawal",
    withdrawn,
    { withdrawnOn: "2023-11-30" },
    "withdrawnOn 2023-10-31 → 2023-11-30",
    { status: "WITHDRAWN", withdrawnOn: "2023-11-30", withdrawalReason: "Ill." },
  ],
  [
    "reason of a withdrawal",
    withdrawn,
    { withdrawalReason: "Moved." },
    "withdrawalReason Ill. → Moved.",
    { status: "WITHDRAWN", withdrawalReason: "Moved." },
  ],
  [
    "withdrawal, which was not",
    withdrawn,
    { withdrawnOn: null },
    "status WITHDRAWN → ADMITTED, withdrawalReason Ill. → null, withdrawnOn 2023-10-31 → null",
    { status: "ADMITTED", withdrawnOn: null, withdrawalReason: null },
  ],
  [
    "withdrawal, which was a completion",
    withdrawn,
    { withdrawnOn: null, completedOn: "2023-10-31" },
    "completedOn null → 2023-10-31, status WITHDRAWN → COMPLETED, withdrawalReason Ill. → null, withdrawnOn 2023-10-31 → null",
    { status: "COMPLETED", completedOn: "2023-10-31", withdrawnOn: null },
  ],
])("has another %s once it is put right", async (_what, prepare, input, changed, shown) => {
  const { id, version } = await prepare();
  await corrections.make("correctFellow", { id, ...input });
  expect(await corrections.changesOf(id)).toEqual([`correctFellow: ${changed}`]);
  expect(await fellowOf(id)).toMatchObject({ version: version + 1, ...shown });
});

it("has another number, which no other fellow has", async () => {
  const { id, fellowNumber } = await admitted();
  const { fellowNumber: taken } = await admitted();
  expect(await refused(id, { fellowNumber: taken })).toEqual(["FELLOW_NUMBER_TAKEN fellowNumber"]);
  await corrections.make("correctFellow", { id, fellowNumber: "R-1" });
  expect(await corrections.changesOf(id)).toEqual([
    `correctFellow: fellowNumber ${String(fellowNumber)} → R-1`,
  ]);
});

it("is of another cohort, in lists and statistics too", async () => {
  const { id } = await admitted();
  const other = await office.cohort({ startsOn: "2022-04-01" });
  const count = (number: unknown) =>
    corrections.count("FELLOWS", "2024-03-31", { cohort: { eq: number } });
  expect(await count(other["number"])).toBe(0);
  await corrections.make("correctFellow", { id, cohort: other.id });
  expect(await corrections.changesOf(id)).toEqual([
    `correctFellow: cohort ${cohort} → ${other.id}`,
  ]);
  expect(await count(other["number"])).toBe(1);
  const { data } = await subgraph.execute(
    `{ fellows(filter: { cohort: { eq: "${other.id}" } }) { nodes { id } } }`,
  );
  expect(data["fellows"]).toEqual({ nodes: [{ id }] });
  await corrections.make("correctFellow", { id, cohort: "MIKE_MANSFIELD-18" });
});

it("of a synthetic cohort is synthetic, with all placements", async () => {
  const { id } = await admitted();
  const placement = await office.placement(id, { from: "2023-05-01", to: "2023-06-01" });
  const { id: other } = await office.cohort();
  await office.makeSynthetic("cohort", other);
  expect(await corrections.make("correctFellow", { id, cohort: other })).toMatchObject({
    synthetic: true,
  });
  expect(
    await corrections.make("correctPlacement", { id: placement.id, to: "2023-07-01" }),
  ).toMatchObject({ synthetic: true });
});

describe("a withdrawal that is put right", () => {
  const placementsOf = async (fellow: string) => {
    const { data } = await subgraph.execute(
      `{ placementHistory(filter: { fellow: { eq: "${fellow}" } }) { nodes {
           from to endReason cancelledOn cancellationReason } } }`,
    );
    const { nodes } = data["placementHistory"] as {
      readonly nodes: readonly Readonly<Record<string, string | null>>[];
    };
    return nodes.map(({ from, to, endReason, cancelledOn, cancellationReason }) =>
      [from, to, endReason, cancelledOn, cancellationReason]
        .filter((one) => one !== null)
        .join(" "),
    );
  };
  const planned = ["2023-05-01 2023-08-01", "2023-08-01 2023-12-01", "2023-12-01 2024-04-01"];
  const inThreePlaces = async () => {
    const { id } = await admitted();
    for (const period of planned) {
      const [from = "", to = ""] = period.split(" ");
      await office.placement(id, { from, to });
    }
    return id;
  };
  const withdraw = (id: string) =>
    office.make("withdrawFellow", { id, lastDay: "2023-10-31", reason: "Ill." });

  it.each<[string, object, string[]]>([
    ["was not: placements are as planned", { withdrawnOn: null }, planned],
    [
      "was later",
      { withdrawnOn: "2024-01-15" },
      [planned[0] ?? "", planned[1] ?? "", "2023-12-01 2024-01-16 Ill."],
    ],
    [
      "was earlier",
      { withdrawnOn: "2023-06-30" },
      [
        "2023-05-01 2023-07-01 Ill.",
        "2023-08-01 2023-12-01 2023-06-30 Ill.",
        "2023-12-01 2024-04-01 2023-06-30 Ill.",
      ],
    ],
    [
      "had another reason",
      { withdrawalReason: "Moved." },
      [planned[0] ?? "", "2023-08-01 2023-11-01 Moved.", "2023-12-01 2024-04-01 2023-10-31 Moved."],
    ],
  ])("%s", async (_what, input, expected) => {
    const id = await inThreePlaces();
    expect(await placementsOf(id)).toEqual(planned);
    await withdraw(id);
    expect(await placementsOf(id)).toEqual([
      planned[0],
      "2023-08-01 2023-11-01 Ill.",
      "2023-12-01 2024-04-01 2023-10-31 Ill.",
    ]);
    await corrections.make("correctFellow", { id, ...input });
    expect(await placementsOf(id)).toEqual(expected);
  });

  it("can be put right again and again, and the fellow can withdraw after all", async () => {
    const id = await inThreePlaces();
    await withdraw(id);
    await corrections.make("correctFellow", { id, withdrawnOn: "2023-06-30" });
    await corrections.make("correctFellow", { id, withdrawnOn: "2024-01-15" });
    await corrections.make("correctFellow", { id, withdrawnOn: null });
    expect(await placementsOf(id)).toEqual(planned);
    await withdraw(id);
    await corrections.make("correctFellow", { id, withdrawnOn: null });
    expect(await placementsOf(id)).toEqual(planned);
    const counted = () =>
      corrections.count("PLACEMENTS", "2024-02-01", { hostAgency: { eq: "JP-MOF" } });
    const before = Number(await counted());
    await withdraw(id);
    expect(await counted()).toBe(before - 1);
  });

  it("leaves what was changed of a placement since", async () => {
    const id = await inThreePlaces();
    await withdraw(id);
    const { rows } = await office.owner.query<{ id: string }>(
      "SELECT id FROM placement WHERE fellow_id = $1 ORDER BY from_date",
      [id],
    );
    await corrections.make("correctPlacement", { id: rows[1]?.id, to: "2023-10-01" });
    await corrections.make("correctPlacement", { id: rows[2]?.id, hostAgency: "JP-METI" });
    await corrections.make("correctFellow", { id, withdrawnOn: null });
    expect(await placementsOf(id)).toEqual([planned[0], "2023-08-01 2023-10-01 Ill.", planned[2]]);
  });

  it("does not end before a placement that was ended began", async () => {
    const { id } = await admitted();
    const placement = await office.placement(id, { from: "2023-05-01", to: "2024-04-01" });
    await office.make("endPlacement", {
      id: placement.id,
      lastDay: "2023-09-30",
      reason: "Closed.",
    });
    await withdraw(id);
    expect(
      await corrections.wayOf("correctFellow", "withdrawnOn", {
        ...{ id, withdrawnOn: "2023-04-30" },
      }),
    ).toContain("Found the placement from 2023-05-01 to before 2023-10-01");
    await corrections.make("correctFellow", { id, withdrawnOn: null });
    expect(await placementsOf(id)).toEqual(["2023-05-01 2023-10-01 Closed."]);
  });
});

describe("is not put right", () => {
  it("where the fellow would not hold", async () => {
    const { id } = await completed();
    expect(await refused(id, { name: " " })).toEqual(["INVALID_TEXT name"]);
    expect(await refused(id, { fellowNumber: "a b" })).toEqual(["INVALID_CODE fellowNumber"]);
    expect(await refused(id, { sendingAgency: "JP-MOF" })).toEqual([
      "NOT_A_SENDING_AGENCY sendingAgency",
    ]);
    expect(await refused(id, { sendingAgency: "US-NONE" })).toEqual([
      "UNKNOWN_AGENCY sendingAgency",
    ]);
    expect(await refused(id, { admittedOn: "2024-02-01" })).toEqual([
      "BEFORE_ADMISSION completedOn",
    ]);
    expect(await refused(id, { completedOn: "2024-04-01" })).toEqual([
      "OUTSIDE_COHORT_PERIOD completedOn",
    ]);
    expect(await refused(id, { completedOn: "2099-04-01" })).toEqual([
      "DATE_IN_FUTURE completedOn",
      "OUTSIDE_COHORT_PERIOD completedOn",
    ]);
    expect(await refused(id, { withdrawnOn: "2023-12-01", withdrawalReason: "Ill." })).toEqual([
      "FELLOWSHIP_COMPLETED withdrawnOn",
    ]);
    expect(await refused(id, { withdrawalReason: "Ill." })).toEqual([
      "INVALID_TEXT withdrawalReason",
    ]);
    expect(await refused(id, { completedOn: null, withdrawnOn: "2023-12-01" })).toEqual([
      "INVALID_TEXT withdrawalReason",
    ]);
    expect(await refused(id, { cohort: "none" })).toEqual(["NOT_FOUND cohort"]);
    expect(await refused(id, { cohort: "MIKE_MANSFIELD-1" })).toEqual([
      "OUTSIDE_COHORT_PERIOD admittedOn",
      "OUTSIDE_COHORT_PERIOD completedOn",
    ]);
    expect(await refused(id, { name: "Ada", reason: " " })).toEqual(["INVALID_TEXT reason"]);
    expect(await refused(id, { expectedVersion: 1 })).toEqual(["VERSION_CONFLICT expectedVersion"]);
    expect(await refused("none", {})).toEqual(["NOT_FOUND id"]);
    const { id: left } = await withdrawn();
    expect(await refused(left, { withdrawnOn: "2023-02-01" })).toEqual([
      "BEFORE_ADMISSION withdrawnOn",
    ]);
  });

  it("where a placement would not hold; the refusal names it", async () => {
    const { id } = await admitted();
    const placement = await office.placement(id, { from: "2023-05-01", to: "2024-01-01" });
    const way = (field: string, input: object) =>
      corrections.wayOf("correctFellow", field, { id, ...input });
    const found = "Found the placement from 2023-05-01 to before 2024-01-01";
    expect(await way("admittedOn", { admittedOn: "2023-05-02" })).toContain(found);
    expect(await way("completedOn", { completedOn: "2023-12-01" })).toContain(found);
    const { id: other } = await office.cohort({ endsOn: "2023-12-01" });
    expect(await way("cohort", { cohort: other })).toContain(found);
    await corrections.make("correctPlacement", { id: placement.id, to: "2023-12-02" });
    await corrections.make("correctFellow", { id, cohort: other });
    await office.cancelledPlacement(id, { from: "2023-04-02", to: "2023-04-03", on: "2023-03-15" });
    expect(await way("admittedOn", { admittedOn: "2023-03-16" })).toContain(
      "Found the placement from 2023-04-02 to before 2023-04-03",
    );
  });

  it("but for what was not in order before", async () => {
    const { id } = await admitted();
    await office.placement(id, { from: "2023-05-01", to: "2024-01-01" });
    await office.owner.query("UPDATE placement SET from_date = '2023-01-01' WHERE fellow_id = $1", [
      id,
    ]);
    await corrections.make("correctFellow", { id, name: "Ada" });
  });
});

describe("an admission that never was", () => {
  it("is taken back, and the number is free again", async () => {
    const { id, fellowNumber } = await admitted();
    expect(await corrections.make("takeBackFellow", { id })).toMatchObject({ id, fellowNumber });
    expect(await fellowOf(id)).toBeNull();
    const [change] = await corrections.changesOf(id);
    expect(change).toContain("name Test Fellow → null");
    await office.fellow(cohort, { fellowNumber });
  });

  it("stays with placements or an end", async () => {
    const { id } = await admitted();
    const { id: placement } = await office.placement(id, { from: "2023-05-01", to: "2023-06-01" });
    const way = () => corrections.wayOf("takeBackFellow", "id", { id });
    expect(await way()).toContain("found one from 2023-05-01 to before 2023-06-01. Take it back");
    await corrections.make("takeBackPlacement", { id: placement });
    await office.make("completeFellowship", { id, lastDay: "2024-01-31" });
    expect(await way()).toContain("found a completion on 2024-01-31. Take it back");
    await corrections.make("correctFellow", { id, completedOn: null });
    await office.make("withdrawFellow", { id, lastDay: "2023-10-31", reason: "Ill." });
    expect(await way()).toContain("found a withdrawal on 2023-10-31. Take it back");
    await corrections.make("correctFellow", { id, withdrawnOn: null });
    await corrections.make("takeBackFellow", { id });
    expect(await corrections.refused("takeBackFellow", { id })).toEqual(["NOT_FOUND id"]);
  });

  it("is taken back, or has the placement that is made at the same moment", async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id } = await admitted();
      const [taken, placed] = await Promise.all([
        corrections.send("takeBackFellow", { id }),
        office.send("placeFellow", {
          ...{ fellow: id, hostKind: "AGENCY", hostAgency: "JP-MOF" },
          ...{ from: "2023-05-01", to: "2023-06-01" },
        }),
      ]);
      const codes = [taken, placed].map(({ userErrors }) =>
        userErrors.map(({ code }) => code).join(),
      );
      expect([
        ["", "NOT_FOUND"],
        ["STANDS_IN_THE_WAY", ""],
      ]).toContainEqual(codes);
    }
  });
});

it("is put right once by 50 who do so at once, and the others learn of it", async () => {
  const record = await admitted();
  const counts = await corrections.race("correctFellow", record, (index) => ({
    name: `Name ${index}`,
  }));
  expect(counts).toEqual({ OK: 1, VERSION_CONFLICT: 49 });
  expect(await corrections.changesOf(record.id)).toHaveLength(1);
});
