import { startTestSubgraph, type TestSubgraph } from "../../../test/support/subgraph";
import { Candidates } from "../candidates.fixture";
import { Ministry, type MinistryRecord } from "../ministry.fixture";
import { recruitment } from "../recruitment";

let subgraph: TestSubgraph;
let ministry: Ministry;
let candidates: Candidates;
beforeAll(async () => {
  subgraph = await startTestSubgraph(recruitment);
  ministry = await Ministry.of(subgraph);
  candidates = new Candidates(ministry);
});
afterAll(async () => {
  await ministry.close();
  await subgraph.stop();
});

/** An application of the same person to the solicitation of FY2022, trained too. */
async function trainedAgain(first: MinistryRecord): Promise<string> {
  const { rows } = await ministry.owner.query<{ applicant_id: string }>(
    "SELECT applicant_id FROM application WHERE id = $1",
    [first.id],
  );
  const applicant = rows[0]?.applicant_id;
  const receivedAt = "2022-10-20T00:00:00Z";
  const categories = ["PRODUCER"];
  const input = { applicant, fiscalYear: 2022, categories, receivedAt };
  const { id } = await ministry.make("submitApplication", input);
  await ministry.make("recordEvaluation", await candidates.evaluation(id));
  await ministry.make("selectApplication", { id, categories, decidedOn: "2024-02-01" });
  for (const subject of ["LOCAL_GOVERNMENT_OPERATIONS", "INFORMATION_SYSTEMS"]) {
    const enrolment = await candidates.enrolled(id, subject);
    const completion = { id: enrolment.id, completedOn: "2024-02-20" };
    await ministry.make("completeCandidateTraining", completion);
  }
  return id;
}

describe("registerOnList", () => {
  it("enters a trained candidate in every category selected, from the day of completion on", async () => {
    const { id } = await candidates.trained(["PROJECT_MANAGER", "PRODUCER"]);
    expect(await ministry.refused("registerOnList", { id, from: "2024-02-19" })).toEqual([
      "DATE_OUT_OF_ORDER from",
    ]);
    const answer = await ministry.make("registerOnList", { id, from: "2024-02-20" });
    expect(answer).toMatchObject({ stage: "REGISTERED" });
    expect(answer["registrations"]).toEqual(
      expect.arrayContaining(
        ["PRODUCER", "PROJECT_MANAGER"].map((code) => ({
          id: expect.any(String),
          version: 1,
          from: "2024-02-20",
          to: null,
          category: { code },
        })),
      ),
    );
    expect(await ministry.refused("registerOnList", { id, from: "2024-02-20" })).toEqual([
      "ALREADY_REGISTERED id",
    ]);
  });

  it("enters no one who is not selected, not trained or withdrawn, nor ahead of time", async () => {
    const refused = async (application: Promise<MinistryRecord>, from = "2024-03-01") =>
      ministry.refused("registerOnList", { id: (await application).id, from });
    expect(await refused(candidates.evaluated())).toEqual(["NOT_SELECTED id"]);
    expect(await refused(candidates.selected())).toEqual(["TRAINING_NOT_COMPLETED id"]);
    expect(await refused(candidates.trained(), "2099-01-01")).toEqual(["DATE_IN_FUTURE from"]);
    const { id } = await candidates.trained();
    await ministry.make("withdrawApplication", { id, on: "2024-02-21" });
    expect(await ministry.refused("registerOnList", { id, from: "2024-03-01" })).toEqual([
      "APPLICATION_WITHDRAWN id",
    ]);
    expect(await ministry.refused("registerOnList", { id: "missing", from: "2024-03-01" })).toEqual(
      ["NOT_FOUND id"],
    );
  });

  it("keeps a person off a category where they are on the list, and takes them from the day of removal", async () => {
    const first = await candidates.trained();
    const again = await trainedAgain(first);
    const answer = await ministry.make("registerOnList", { id: first.id, from: "2024-03-01" });
    const [registration] = answer["registrations"] as MinistryRecord[];
    expect(await ministry.refused("registerOnList", { id: again, from: "2024-03-01" })).toEqual([
      "ALREADY_REGISTERED id",
    ]);
    const removal = { id: registration?.id, on: "2024-06-01", reason: "Term over." };
    await ministry.make("removeFromList", removal);
    expect(await ministry.refused("registerOnList", { id: again, from: "2024-05-31" })).toEqual([
      "ALREADY_REGISTERED id",
    ]);
    await ministry.make("registerOnList", { id: again, from: "2024-06-01" });
  });

  it("enters one of two applications of a person, where fifty ask at once", async () => {
    const first = await candidates.trained();
    const again = await trainedAgain(first);
    const inputs = Array.from({ length: 50 }, (_unused, index) => ({
      id: index % 2 === 0 ? first.id : again,
      from: "2024-03-01",
    }));
    expect(await ministry.race("registerOnList", inputs)).toEqual({
      OK: 1,
      ALREADY_REGISTERED: 49,
    });
  });
});

describe("removeFromList", () => {
  it("removes once, from a day on", async () => {
    const [registration] = await candidates.registered();
    const id = registration?.id;
    const input = { id, on: "2024-03-02", reason: " Asked for it. ", expectedVersion: 1 };
    expect(await ministry.refused("removeFromList", { ...input, on: "2024-03-01" })).toEqual([
      "INVALID_PERIOD on",
    ]);
    expect(await ministry.refused("removeFromList", { ...input, on: "2101-04-01" })).toEqual([
      "DATE_OUT_OF_RANGE on",
    ]);
    expect(await ministry.refused("removeFromList", { ...input, reason: "" })).toEqual([
      "INVALID_TEXT reason",
    ]);
    expect(await ministry.refused("removeFromList", { ...input, expectedVersion: 2 })).toEqual([
      "VERSION_CONFLICT expectedVersion",
    ]);
    expect(await ministry.make("removeFromList", input)).toMatchObject({
      version: 2,
      from: "2024-03-01",
      to: "2024-03-02",
      removalReason: "Asked for it.",
    });
    const later = { id, on: "2024-03-03", reason: "Again." };
    expect(await ministry.refused("removeFromList", later)).toEqual(["ALREADY_REMOVED id"]);
  });
});
