import { startTestSubgraph, type TestSubgraph } from "../../../test/support/subgraph";
import { Candidates } from "../candidates.fixture";
import { Ministry } from "../ministry.fixture";
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

const inWindow = "2023-12-20T10:00:00+09:00";
const applicationOf = async (values: object = {}) => {
  const { id: applicant } = await candidates.applicant();
  return {
    applicant,
    fiscalYear: 2023,
    categories: ["PRODUCER"],
    receivedAt: inWindow,
    ...values,
  };
};

describe("registerApplicant", () => {
  it("registers a person, without the spaces around the texts", async () => {
    const input = {
      applicantNumber: " 2023-001 ",
      name: "試験 花子 ",
      nameKana: "シケン ハナコ",
      nameEn: "Hanako Shiken",
    };
    expect(await ministry.make("registerApplicant", input)).toEqual({
      id: expect.any(String),
      version: 1,
      synthetic: false,
      applicantNumber: "2023-001",
      name: "試験 花子",
      nameKana: "シケン ハナコ",
      nameEn: "Hanako Shiken",
    });
    expect(await ministry.refused("registerApplicant", input)).toEqual([
      "NUMBER_TAKEN applicantNumber",
    ]);
  });

  it("refuses texts that are empty, too long or have control characters, all at once", async () => {
    const input = {
      applicantNumber: "\u3000",
      name: "x".repeat(201),
      nameKana: "a\u0000b",
      nameEn: "",
    };
    expect(await ministry.refused("registerApplicant", input)).toEqual([
      "INVALID_CODE applicantNumber",
      "INVALID_TEXT name",
      "INVALID_TEXT nameKana",
      "INVALID_TEXT nameEn",
    ]);
  });

  it.each([
    "２０２３－９００１",
    "2023－9001",
    "2023‐9001",
    "2023\u200B-9001",
    "2023 9001",
    "試験-1",
  ])("has one form for numbers, which %p is not", async (applicantNumber) => {
    const input = { applicantNumber, name: "試験", nameKana: "シケン" };
    expect(await ministry.refused("registerApplicant", input)).toEqual([
      "INVALID_CODE applicantNumber",
    ]);
  });

  it("gives a number to one of fifty who ask for it at once", async () => {
    const input = { applicantNumber: "RACE", name: "試験", nameKana: "シケン" };
    const inputs = Array.from({ length: 50 }, () => input);
    expect(await ministry.race("registerApplicant", inputs)).toEqual({ OK: 1, NUMBER_TAKEN: 49 });
  });
});

describe("submitApplication", () => {
  it("records an application to a published solicitation, with its first stage and who recorded it", async () => {
    const input = await applicationOf({ categories: ["SERVICE_DESIGNER", "PRODUCER"] });
    const { node } = await ministry.send("submitApplication", input);
    expect(node).toEqual({
      id: expect.any(String),
      version: 1,
      synthetic: false,
      stage: "SUBMITTED",
      receivedAt: inWindow,
      receivedOn: "2023-12-20",
      decidedOn: null,
      categories: [{ code: "PRODUCER" }, { code: "SERVICE_DESIGNER" }],
      selectedCategories: [],
      stages: [
        { number: 1, stage: "SUBMITTED", on: "2023-12-20", reason: null, by: "test.office" },
      ],
      registrations: [],
    });
  });

  it.each([
    ["the first minute", "2023-11-29T00:00:00+09:00"],
    ["the same in UTC", "2023-11-28T15:00:00Z"],
    ["the last second", "2023-12-28T23:59:59+09:00"],
    ["the last millisecond in UTC", "2023-12-28T14:59:59.999Z"],
    ["the last minute in another offset", "2023-12-28T09:59:00-05:00"],
  ])("takes an application of %s of the window", async (_when, receivedAt) => {
    const input = await applicationOf({ receivedAt });
    expect(await ministry.make("submitApplication", input)).toMatchObject({ stage: "SUBMITTED" });
  });

  it.each([
    ["the second before it opens", "2023-11-28T23:59:59+09:00"],
    ["the same in UTC", "2023-11-28T14:59:59Z"],
    ["midnight after it closes", "2023-12-29T00:00:00+09:00"],
    ["the same in UTC", "2023-12-28T15:00:00Z"],
    ["the same in another offset", "2023-12-28T10:00:00-05:00"],
  ])("refuses an application of %s", async (_when, receivedAt) => {
    const input = await applicationOf({ receivedAt });
    expect(await ministry.refused("submitApplication", input)).toEqual([
      "OUTSIDE_WINDOW receivedAt",
    ]);
  });

  it("takes now where no instant is given, and no instant ahead", async () => {
    const input = await applicationOf({ receivedAt: null });
    expect(await ministry.refused("submitApplication", input)).toEqual([
      "OUTSIDE_WINDOW receivedAt",
    ]);
    const ahead = await applicationOf({ receivedAt: "2099-01-01T00:00:00Z" });
    expect(await ministry.refused("submitApplication", ahead)).toEqual([
      "DATE_IN_FUTURE receivedAt",
      "OUTSIDE_WINDOW receivedAt",
    ]);
  });

  it("refuses categories that are none, repeated or not asked for", async () => {
    const refusedWith = async (categories: string[]) =>
      ministry.refused("submitApplication", await applicationOf({ categories }));
    expect(await refusedWith([])).toEqual(["NO_CATEGORY categories"]);
    expect(await refusedWith(["PRODUCER", "PRODUCER"])).toEqual(["DUPLICATE_CATEGORY categories"]);
    expect(await refusedWith(["PRODUCER", "ENGINEER"])).toEqual([
      "CATEGORY_NOT_SOLICITED categories",
    ]);
  });

  it("refuses an unknown person, a year without a solicitation, and a second application", async () => {
    const input = await applicationOf();
    const missing = { ...input, applicant: "missing" };
    expect(await ministry.refused("submitApplication", missing)).toEqual(["NOT_FOUND applicant"]);
    const noSolicitation = { ...input, fiscalYear: 2021 };
    expect(await ministry.refused("submitApplication", noSolicitation)).toEqual([
      "NOT_FOUND fiscalYear",
    ]);
    const { id } = await ministry.make("submitApplication", input);
    expect(await ministry.refused("submitApplication", input)).toEqual([
      "ALREADY_APPLIED applicant",
    ]);
    await ministry.make("withdrawApplication", { id });
    expect(await ministry.refused("submitApplication", input)).toEqual([
      "ALREADY_APPLIED applicant",
    ]);
  });

  it("takes one of fifty applications of a person at once", async () => {
    const input = await applicationOf();
    const inputs = Array.from({ length: 50 }, () => input);
    expect(await ministry.race("submitApplication", inputs)).toEqual({
      OK: 1,
      ALREADY_APPLIED: 49,
    });
    const { rows } = await ministry.owner.query(
      `SELECT (SELECT count(*) FROM application WHERE applicant_id = $1)::integer AS applications,
         (SELECT count(*) FROM stage_transition s JOIN application a ON a.id = s.application_id
          WHERE a.applicant_id = $1)::integer AS stages`,
      [input.applicant],
    );
    expect(rows).toEqual([{ applications: 1, stages: 1 }]);
  });
});
