import { startTestSubgraph, type TestSubgraph } from "../../../test/support/subgraph";
import { dispatch } from "../dispatch";
import { Office } from "./office.fixture";

let subgraph: TestSubgraph;
let office: Office;
beforeAll(async () => {
  subgraph = await startTestSubgraph(dispatch);
  office = await Office.open(subgraph);
});
afterAll(async () => {
  await office.close();
  await subgraph.stop();
});

/** Refused with this code at this field, and nothing was written. */
async function refused(
  code: string,
  field: string,
  mutation: string,
  input: object,
): Promise<void> {
  const before = await office.contents();
  const { node, userErrors } = await office.change(mutation, "official", input);
  expect(userErrors.map((error) => [error.code, error.path])).toEqual([[code, ["input", field]]]);
  expect(node).toBeNull();
  expect(await office.contents()).toEqual(before);
}

const someone = {
  personnelNumber: "P-100",
  name: "Someone",
  homeAgency: "JP-METI",
  from: "2020-04-01",
};

describe("an official", () => {
  it("is registered with the home agency, and changes name", async () => {
    const official = await office.official({
      personnelNumber: "A-1",
      name: " Yamada Hanako ",
      nameKana: "ヤマダ ハナコ",
      homeAgency: "JP-DIGITAL",
      from: "2021-09-01",
    });
    expect(official).toMatchObject({
      version: 1,
      personnelNumber: "A-1",
      name: "Yamada Hanako",
      nameKana: "ヤマダ ハナコ",
      homeAgency: { code: "JP-DIGITAL" },
      homeAgencyHistory: [{ from: "2021-09-01", to: null, agency: { code: "JP-DIGITAL" } }],
    });
    const change = (values: object) =>
      office.done("changeOfficial", "official", { id: official.id, ...values });
    expect(await change({ name: "Sato Hanako", expectedVersion: 1 })).toMatchObject({
      version: 2,
      name: "Sato Hanako",
      nameKana: "ヤマダ ハナコ",
    });
    expect(await change({ nameKana: null })).toMatchObject({ version: 3, nameKana: null });
    await refused("INVALID_TEXT", "name", "changeOfficial", { id: official.id, name: " " });
    await refused("VERSION_CONFLICT", "expectedVersion", "changeOfficial", {
      id: official.id,
      name: "Suzuki",
      expectedVersion: 2,
    });
    await refused("NOT_FOUND", "id", "changeOfficial", { id: "nobody", name: "Suzuki" });
  });

  it.each([
    ["INVALID_CODE", "personnelNumber", { personnelNumber: "no spaces" }],
    ["INVALID_CODE", "personnelNumber", { personnelNumber: "x".repeat(65) }],
    ["INVALID_CODE", "personnelNumber", { personnelNumber: "Ｐ－１" }],
    ["INVALID_TEXT", "name", { name: "" }],
    ["INVALID_TEXT", "name", { name: "外\uE000字" }],
    ["INVALID_TEXT", "name", { name: "\uFFFD郎" }],
    ["INVALID_TEXT", "name", { name: "\u202E郎太 空架" }],
    ["INVALID_TEXT", "name", { name: "架空\u200B太郎" }],
    ["INVALID_TEXT", "nameKana", { nameKana: "カクウ\u2060 タロウ" }],
    ["INVALID_TEXT", "name", { name: "x".repeat(201) }],
    ["INVALID_TEXT", "nameKana", { nameKana: "\n" }],
    ["UNKNOWN_AGENCY", "homeAgency", { homeAgency: "JP-NOBODY" }],
    ["NOT_A_HOME_AGENCY", "homeAgency", { homeAgency: "US-DOD" }],
    ["AGENCY_NOT_IN_FORCE", "homeAgency", { homeAgency: "JP-DIGITAL", from: "2021-08-31" }],
    ["DATE_OUT_OF_RANGE", "from", { from: "1948-03-31" }],
  ])("is refused with %s at %s: %j", async (code, field, values) => {
    await refused(code, field, "registerOfficial", { ...someone, ...values });
  });

  it.each([
    ["\u3000", String.raw`"\u3000" (blank)`],
    ["\u202E郎太 空架", String.raw`"\u202e郎太 空架" with U+202E at character 1`],
  ])(
    "has a name that is shown as it was received where it is refused: %j",
    async (name, reported) => {
      const { userErrors } = await office.change("registerOfficial", "official", {
        ...someone,
        name,
      });
      expect(userErrors.map(({ message }) => message.split(", received ")[1])).toEqual([
        `${reported}.`,
      ]);
    },
  );

  it("is found however the name or number is typed, and keeps the name as it was written", async () => {
    const composed = await office.official({ personnelNumber: "NF-1", name: "がく 太郎" });
    const decomposed = await office.official({ personnelNumber: "NF-2", name: "か\u3099く　太郎" });
    expect(decomposed["name"]).toBe("か\u3099く　太郎");
    const found = async (filter: object) => {
      const { data } = await subgraph.execute<{ officials: { nodes: { id: string }[] } }>(
        "query ($filter: OfficialFilter) { officials(filter: $filter) { nodes { id } } }",
        { filter },
      );
      return data.officials.nodes.map(({ id }) => id);
    };
    const both = [composed.id, decomposed.id];
    for (const name of [
      { contains: "がく" },
      { contains: "か\u3099" },
      { contains: "がく 太" },
      { eq: "がく 太郎" },
      { eq: "か\u3099く\u3000太郎" },
      { in: ["がく\u200B 太郎"] },
    ]) {
      expect([name, await found({ name })]).toEqual([name, both]);
    }
    expect(await found({ name: { contains: "かく" } })).toEqual([]);
    for (const personnelNumber of [{ eq: "ＮＦ－２" }, { in: ["NF‐2"] }, { contains: "ｎｆ-２" }]) {
      expect(await found({ personnelNumber })).toEqual([decomposed.id]);
    }
  });

  it("has a number of its own", async () => {
    await office.official({ personnelNumber: "TAKEN" });
    await refused("PERSONNEL_NUMBER_TAKEN", "personnelNumber", "registerOfficial", {
      ...someone,
      personnelNumber: "TAKEN",
    });
  });
});

describe("a transfer", () => {
  it("ends one agency and begins the next, and plans from then on leave from the next", async () => {
    const { id } = await office.official({ from: "2020-04-01" });
    const before = await office.planned({
      official: id,
      plannedFrom: "2021-03-31",
      plannedTo: "2021-04-01",
    });
    const after = await office.planned({
      official: id,
      plannedFrom: "2021-04-01",
      plannedTo: "2022-04-01",
    });
    const transferred = await office.done("transferOfficial", "official", {
      id,
      agency: "JP-MOFA",
      on: "2021-04-01",
    });
    expect(transferred).toMatchObject({
      version: 2,
      homeAgency: { code: "JP-MOFA" },
      homeAgencyHistory: [
        { from: "2020-04-01", to: "2021-04-01", agency: { code: "JP-METI" } },
        { from: "2021-04-01", to: null, agency: { code: "JP-MOFA" } },
      ],
    });
    const { data } = await subgraph.execute(
      `query ($before: ID!, $after: ID!, $id: ID!) {
         before: dispatch(id: $before) { version homeAgency { code } }
         after: dispatch(id: $after) { version homeAgency { code } }
         official(id: $id) { last: homeAgency(asOf: "2021-03-31") { code } first: homeAgency(asOf: "2021-04-01") { code } } }`,
      { before: before.id, after: after.id, id },
    );
    expect(data).toEqual({
      before: { version: 1, homeAgency: { code: "JP-METI" } },
      after: { version: 2, homeAgency: { code: "JP-MOFA" } },
      official: { last: { code: "JP-METI" }, first: { code: "JP-MOFA" } },
    });
  });

  it("counts the official's version, so that the next one must have seen it", async () => {
    const { id } = await office.official();
    const transfer = (agency: string, on: string) => ({ id, agency, on, expectedVersion: 1 });
    await office.done("transferOfficial", "official", transfer("JP-MOFA", "2021-04-01"));
    await refused(
      "VERSION_CONFLICT",
      "expectedVersion",
      "transferOfficial",
      transfer("JP-MOF", "2022-04-01"),
    );
  });

  it("is refused where it contradicts what is on record", async () => {
    const { id } = await office.official({ from: "2020-04-01" });
    await office.started({ official: id }, "2020-06-01");
    const tried = (agency: string, on: string) => ({ id, agency, on });
    const mutation = "transferOfficial";
    await refused("ALREADY_AT_AGENCY", "agency", mutation, tried("JP-METI", "2022-04-01"));
    await refused("UNKNOWN_AGENCY", "agency", mutation, tried("JP-NOBODY", "2022-04-01"));
    await refused("NOT_A_HOME_AGENCY", "agency", mutation, tried("CN-NCSA", "2022-04-01"));
    await refused("AGENCY_NOT_IN_FORCE", "agency", mutation, tried("JP-CFA", "2022-04-01"));
    await refused("DISPATCHED_FROM_FORMER_AGENCY", "on", mutation, tried("JP-MOFA", "2020-06-01"));
    const newcomer = (await office.official({ from: "2020-04-01" })).id;
    await refused("TRANSFER_NOT_AFTER_LAST", "on", mutation, {
      id: newcomer,
      agency: "JP-MOFA",
      on: "2020-04-01",
    });
    await office.done(mutation, "official", tried("JP-MOFA", "2020-06-02"));
  });
});
