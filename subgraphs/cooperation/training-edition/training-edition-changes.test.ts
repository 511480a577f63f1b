import { startTestSubgraph, type TestSubgraph } from "../../../test/support/subgraph";
import { cooperation } from "../cooperation";
import { type Answer, type Desk, expectRefused, openOffice } from "../office.fixture";

let office: TestSubgraph & Desk;
beforeAll(async () => {
  office = await openOffice(startTestSubgraph(cooperation));
});
afterAll(() => office.stop());

interface Stored {
  id: string;
  version: number;
}
const selection =
  "id version edition startsOn endsOn place closedOn participantCount fiscalYear { year } course { code } participants { country { code } persons }";
const open = (input: object): Promise<Answer<Stored>> =>
  office.run(
    "openTrainingEdition",
    {
      course: "PERSONNEL_ADMINISTRATION",
      fiscalYear: 2024,
      edition: 1,
      startsOn: "2024-06-03",
      endsOn: "2024-06-28",
      ...input,
    },
    "trainingEdition",
    selection,
  );
const record = (input: object): Promise<Answer<Stored>> =>
  office.run(
    "recordTrainingParticipants",
    { country: "KE", persons: 2, ...input },
    "trainingParticipation",
    `id version persons country { code } edition { ${selection} }`,
  );
const close = (input: object): Promise<Answer<Stored>> =>
  office.run("closeTrainingEdition", input, "trainingEdition", selection);
let last = 100;
const opened = async (input: object = {}): Promise<Stored> => {
  last += 1;
  return (await open({ edition: last, ...input })).node;
};

describe("opening an edition", () => {
  it("keeps its course, number, days and place", async () => {
    const { node, userErrors } = await open({ place: " Tokyo " });
    expect(userErrors).toEqual([]);
    expect(node).toMatchObject({
      version: 1,
      edition: 1,
      place: "Tokyo",
      closedOn: null,
      fiscalYear: { year: 2024 },
      course: { code: "PERSONNEL_ADMINISTRATION" },
      participants: [],
      participantCount: 0,
    });
  });

  it.each([
    ["2024-04-01", true],
    ["2025-03-31", true],
    ["2024-03-31", false],
    ["2025-04-01", false],
  ])("on %s lies in fiscal year 2024: %j", async (startsOn, holds) => {
    last += 1;
    const work = () => open({ edition: last, startsOn, endsOn: "2025-05-30" });
    if (holds) expect((await work()).userErrors).toEqual([]);
    else await expectRefused(office, work, "OUTSIDE_FISCAL_YEAR", "startsOn");
  });

  it.each([
    ["EDITION_TAKEN", "edition", {}],
    ["UNKNOWN_TRAINING_COURSE", "course", { course: "NONE" }],
    ["INVALID_FISCAL_YEAR", "fiscalYear", { fiscalYear: 1900 }],
    ["INVALID_NUMBER", "edition", { edition: 0 }],
    ["INVALID_PERIOD", "endsOn", { edition: 2, endsOn: "2024-06-02" }],
    ["INVALID_TEXT", "place", { edition: 2, place: "" }],
    ["INVALID_TEXT", "note", { edition: 2, note: " " }],
  ])("is refused with %s at %s: %j", async (code, field, input) => {
    await expectRefused(office, () => open(input), code, field);
  });

  it("gives each number once where several open at once", async () => {
    const answers = await Promise.all([1, 2, 3].map(() => open({ edition: 50 })));
    const codes = answers.map(({ userErrors }) => userErrors.map(({ code }) => code).join());
    expect(codes.sort()).toEqual(["", "EDITION_TAKEN", "EDITION_TAKEN"]);
  });
});

describe("participants", () => {
  it("are counted by country; a later count takes the place of an earlier one, and 0 takes the country off", async () => {
    const { id: trainingEdition } = await opened();
    await record({ trainingEdition, country: "VN", persons: 3 });
    const first = await record({ trainingEdition });
    expect(first.node).toMatchObject({ version: 1, persons: 2 });
    const second = await record({ trainingEdition, persons: 5, expectedVersion: 1 });
    expect(second.node).toMatchObject({
      id: first.node.id,
      version: 2,
      persons: 5,
      edition: {
        version: 4,
        participantCount: 8,
        participants: [
          { country: { code: "KE" }, persons: 5 },
          { country: { code: "VN" }, persons: 3 },
        ],
      },
    });
    const none = await record({ trainingEdition, persons: 0 });
    expect(none.node).toMatchObject({ edition: { participantCount: 3 } });
    const again = await record({ trainingEdition, persons: 1 });
    expect(again.node).toMatchObject({ version: 4, edition: { participantCount: 4 } });
  });

  it("count the version of their edition, so that nobody closes it who has not seen them", async () => {
    const { id, version } = await opened();
    await record({ trainingEdition: id, persons: 2 });
    const again = await record({ trainingEdition: id, persons: 2 });
    expect(again.node).toMatchObject({ edition: { version: version + 1 } });
    const stale = () => close({ id, on: "2024-06-28", expectedVersion: version });
    await expectRefused(office, stale, "VERSION_CONFLICT", "expectedVersion");
  });

  it("are refused where they cannot be", async () => {
    const { id: trainingEdition } = await opened();
    const work = (input: object) => () => record({ trainingEdition, ...input });
    await expectRefused(office, work({ country: "QQ" }), "UNKNOWN_COUNTRY", "country");
    await expectRefused(office, work({ persons: -1 }), "INVALID_NUMBER", "persons");
    await expectRefused(office, work({ persons: 0 }), "INVALID_NUMBER", "persons");
    await expectRefused(office, work({ persons: 10_001 }), "INVALID_NUMBER", "persons");
    await expectRefused(
      office,
      work({ trainingEdition: "nothing" }),
      "NOT_FOUND",
      "trainingEdition",
    );
    const seen = work({ expectedVersion: 1 });
    await expectRefused(office, seen, "VERSION_CONFLICT", "expectedVersion");
    await record({ trainingEdition });
    const stale = work({ persons: 3, expectedVersion: 2 });
    await expectRefused(office, stale, "VERSION_CONFLICT", "expectedVersion");
    const future = await opened({ fiscalYear: 2090, startsOn: "2090-06-01", endsOn: "2090-06-02" });
    await expectRefused(
      office,
      work({ trainingEdition: future.id }),
      "DATE_IN_FUTURE",
      "trainingEdition",
    );
  });

  it("are counted once where several count a country at once", async () => {
    const { id: trainingEdition } = await opened();
    const answers = await Promise.all(
      [4, 4, 4].map((persons) => record({ trainingEdition, persons })),
    );
    expect(answers.map(({ node }) => node.version)).toEqual([1, 1, 1]);
    const rows = await office.sql(
      "SELECT persons FROM training_participation WHERE edition_id = $1",
      [trainingEdition],
    );
    expect(rows).toEqual([{ persons: 4 }]);
  });
});

describe("closing an edition", () => {
  it("makes its participants final", async () => {
    const { id } = await opened();
    expect((await close({ id, on: "2024-06-28" })).node).toMatchObject({
      version: 2,
      closedOn: "2024-06-28",
    });
    const late = () => record({ trainingEdition: id });
    await expectRefused(office, late, "TRAINING_EDITION_CLOSED", "trainingEdition");
    await expectRefused(office, () => close({ id }), "TRAINING_EDITION_CLOSED", "id");
  });

  it("comes after its last day and not in the future", async () => {
    const { id } = await opened();
    await expectRefused(office, () => close({ id, on: "2024-06-27" }), "DATE_OUT_OF_ORDER", "on");
    await expectRefused(office, () => close({ id, on: "2090-01-01" }), "DATE_IN_FUTURE", "on");
    await expectRefused(office, () => close({ id: "nothing" }), "NOT_FOUND", "id");
    const stale = () => close({ id, expectedVersion: 2 });
    await expectRefused(office, stale, "VERSION_CONFLICT", "expectedVersion");
  });
});

describe("reading", () => {
  it("courses with their editions and participants takes the statements of one", async () => {
    const ask = (first: number) =>
      office.execute(
        `query ($first: Int) { trainingCourses { editions(first: $first) { totalCount nodes { ${selection} } } } }`,
        { first },
      );
    const [one, many] = [await ask(4), await ask(50)];
    expect(many.statements.sort()).toEqual(one.statements.sort());
    expect(many.statements).toEqual([
      "TrainingEdition.byCourseCode",
      "TrainingEdition.byCourseCode.count",
      "participationsByEditionId",
      "trainingCourseByCode",
      "trainingCourses",
    ]);
  });

  it("countries and fiscal years shows their own", async () => {
    const { data } = await office.execute(
      `{ countries(codes: ["KE", "UG"]) { code trainingParticipations(first: 1) { nodes { edition { course { code } } } } }
         fiscalYear(year: 2090) { trainingEditions { nodes { startsOn } } }
         trainingEditions(filter: { closedOn: { isNull: false } }) { nodes { closedOn } }
         trainingCourse(code: "PERSONNEL_ADMINISTRATION") { editions(filter: { edition: { eq: 1 } }) { nodes { place } } } }`,
    );
    expect(data).toEqual({
      countries: [
        {
          code: "KE",
          trainingParticipations: {
            nodes: [{ edition: { course: { code: "PERSONNEL_ADMINISTRATION" } } }],
          },
        },
        { code: "UG", trainingParticipations: { nodes: [] } },
      ],
      fiscalYear: { trainingEditions: { nodes: [{ startsOn: "2090-06-01" }] } },
      trainingEditions: { nodes: [{ closedOn: "2024-06-28" }] },
      trainingCourse: { editions: { nodes: [{ place: "Tokyo" }] } },
    });
  });
});

it("loading the published facts again changes no edition", async () => {
  const rows = () => office.sql("SELECT * FROM training_edition ORDER BY id");
  const before = await rows();
  expect(await office.reload()).toEqual([]);
  expect(await rows()).toEqual(before);
});

it.each([
  ["training_edition_lies_in_its_fiscal_year", "2024, 900, '2025-04-01', '2025-04-02', NULL"],
  ["training_edition_ends_after_it_starts", "2024, 900, '2024-04-02', '2024-04-01', NULL"],
  ["training_edition_closes_after_it_ends", "2024, 900, '2024-04-02', '2024-04-03', '2024-04-02'"],
  ["one_training_edition_a_number", "2024, 1, '2024-04-02', '2024-04-03', NULL"],
])("the database refuses by %s what the code let through", async (constraint, values) => {
  const insert = `INSERT INTO training_edition (course_code, fiscal_year, edition, starts_on, ends_on, closed_on)
    VALUES ('PERSONNEL_ADMINISTRATION', ${values})`;
  await expect(office.sql(insert)).rejects.toMatchObject({ constraint });
});
