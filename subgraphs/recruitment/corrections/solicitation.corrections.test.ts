import { startTestSubgraph } from "../../../test/support/subgraph";
import { recruitment } from "../recruitment";
import { Corrections, reason } from "./corrections.fixture";

let office: Corrections;
let year = 1960;
beforeAll(async () => {
  office = await Corrections.of(await startTestSubgraph(recruitment));
});
afterAll(() => office.stop());

/** A recorded solicitation of October in a year of its own. */
async function opened() {
  year += 1;
  await office.ministry.make("openSolicitation", {
    ...{ fiscalYear: year, agency: "JP-MIC", opensOn: `${year}-10-01`, closesOn: `${year}-10-31` },
    categories: ["ENGINEER", "PRODUCER"],
  });
  return year;
}

async function closed() {
  const fiscalYear = await opened();
  const input = { fiscalYear, closedOn: `${fiscalYear}-10-20` };
  await office.ministry.make("closeSolicitation", input);
  return fiscalYear;
}

/** One with an application as producer of 10 October. */
async function appliedTo() {
  const fiscalYear = await closed();
  const { id: applicant } = await office.candidates.applicant();
  const receivedAt = `${fiscalYear}-10-10T10:00:00+09:00`;
  const input = { applicant, fiscalYear, categories: ["PRODUCER"], receivedAt };
  await office.ministry.make("submitApplication", input);
  return fiscalYear;
}

async function changes(fiscalYear: number): Promise<string> {
  const data = await office.read(
    `{ solicitation(fiscalYear: ${fiscalYear}) { changes(filter: { reason: { isNull: false } }) { nodes { action reason fields { field before after } } } } }`,
  );
  return JSON.stringify(data);
}

describe("a solicitation that was opened wrongly", () => {
  it.each<[string, (of: number) => object, (of: number) => object]>([
    ["first day", (of) => ({ opensOn: `${of}-10-02` }), (of) => ({ opensOn: `${of}-10-02` })],
    ["last day", (of) => ({ closesOn: `${of}-11-30` }), (of) => ({ closesOn: `${of}-11-30` })],
    ["early closing", (of) => ({ closedOn: `${of}-10-21` }), (of) => ({ closedOn: `${of}-10-21` })],
    ["early closing that was not", () => ({ closedOn: null }), () => ({ closedOn: null })],
    ["note", () => ({ note: " A. " }), () => ({ note: "A." })],
    [
      "list of categories",
      () => ({ categories: ["PRODUCER"] }),
      () => ({ categories: [{ code: "PRODUCER" }] }),
    ],
  ])("has another %s once it is put right", async (_what, input, expected) => {
    const fiscalYear = await closed();
    const given = { fiscalYear, ...input(fiscalYear) };
    expect(await office.correct("correctSolicitation", given)).toMatchObject({
      ...{ version: 3, ...expected(fiscalYear) },
    });
    expect(await changes(fiscalYear)).toContain(
      `"action":"correctSolicitation","reason":"${reason}"`,
    );
  });

  it("was never opened", async () => {
    const fiscalYear = await closed();
    await office.correct("takeBackSolicitation", { fiscalYear });
    expect(await office.read(`{ solicitation(fiscalYear: ${fiscalYear}) { opensOn } }`)).toEqual({
      solicitation: null,
    });
    expect(await office.latest()).toContain(`takeBackSolicitation (${reason})`);
  });

  it("keeps the applications received, which stand in its way", async () => {
    const fiscalYear = await appliedTo();
    const refused = (input: object) =>
      office.refused("correctSolicitation", { fiscalYear, ...input });
    expect(await refused({ opensOn: `${fiscalYear}-10-11` })).toEqual([
      "STANDS_IN_THE_WAY opensOn",
    ]);
    expect(await refused({ closedOn: `${fiscalYear}-10-09` })).toEqual([
      "STANDS_IN_THE_WAY closedOn",
    ]);
    expect(await refused({ closesOn: `${fiscalYear}-10-09`, closedOn: null })).toEqual([
      "STANDS_IN_THE_WAY closesOn",
    ]);
    expect(await refused({ categories: ["ENGINEER"] })).toEqual(["STANDS_IN_THE_WAY categories"]);
    expect(await office.refused("takeBackSolicitation", { fiscalYear })).toEqual([
      "STANDS_IN_THE_WAY fiscalYear",
    ]);
  });

  it.each<[string, object]>([
    ["OUTSIDE_FISCAL_YEAR opensOn", { opensOn: "1950-10-01" }],
    ["INVALID_PERIOD closesOn", { closesOn: "1960-01-01", closedOn: null }],
    ["INVALID_PERIOD closedOn", { closedOn: "2050-10-31" }],
    ["UNKNOWN_AGENCY agency", { agency: "JP-XXX" }],
    ["NO_CATEGORY categories", { categories: [] }],
    ["INVALID_TEXT note", { note: " " }],
    ["INVALID_TEXT reason", { reason: "" }],
    ["PUBLISHED_FACT fiscalYear", { fiscalYear: 2023 }],
    ["NOT_FOUND fiscalYear", { fiscalYear: 1999 }],
    ["VERSION_CONFLICT expectedVersion", { expectedVersion: 7 }],
  ])("is refused %s", async (expected, input) => {
    const fiscalYear = await closed();
    expect(await office.refused("correctSolicitation", { fiscalYear, ...input })).toEqual([
      expected,
    ]);
  });

  it.each(["correctSolicitation", "takeBackSolicitation"] as const)(
    "is put right once by fifty %s at once",
    async (mutation) => {
      const fiscalYear = await closed();
      const isCorrected = mutation === "correctSolicitation";
      const input = isCorrected ? { closedOn: null } : {};
      const counts = await office.race(mutation, { fiscalYear, expectedVersion: 2, ...input });
      expect(counts).toEqual({ OK: 1, [isCorrected ? "VERSION_CONFLICT" : "NOT_FOUND"]: 49 });
    },
  );
});

describe("extendSolicitation", () => {
  it("keeps the window open until a later day, also where it was closed", async () => {
    const fiscalYear = await closed();
    const extend = (closesOn: string) => ({ fiscalYear, closesOn });
    const refused = (closesOn: string) =>
      office.ministry.refused("extendSolicitation", extend(closesOn));
    expect(await refused(`${fiscalYear}-10-20`)).toEqual(["INVALID_PERIOD closesOn"]);
    expect(await refused("2101-04-01")).toEqual(["DATE_OUT_OF_RANGE closesOn"]);
    expect(
      await office.ministry.make("extendSolicitation", extend(`${fiscalYear}-10-25`)),
    ).toMatchObject({ closesOn: `${fiscalYear}-10-25`, closedOn: null, version: 3 });
    expect(
      await office.ministry.make("extendSolicitation", extend(`${fiscalYear}-11-30`)),
    ).toMatchObject({ closesOn: `${fiscalYear}-11-30`, version: 4 });
    const published = { fiscalYear: 2023, closesOn: "2024-01-31" };
    expect(await office.ministry.refused("extendSolicitation", published)).toEqual([
      "PUBLISHED_FACT fiscalYear",
    ]);
  });
});
