import { startTestSubgraph, type TestSubgraph } from "../../../test/support/subgraph";
import { dispatch } from "../dispatch";
import { Office } from "./office.fixture";
import { type Cells, counts, importRows } from "./sheets.fixture";

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

const importing = (...rows: Cells[]) => importRows(subgraph.ownerUrl, "organizations", rows);
const overwriting = (...rows: Cells[]) =>
  importRows(subgraph.ownerUrl, "organizations", rows, { overwrite: true });
const oecd = {
  code: "OECD",
  name_en: " OECD ",
  name_ja: "経済協力開発機構",
  type: "OTHER_INTERNATIONAL_ORGANIZATION",
  region: "EUROPE",
  country: "FR",
};
const ilo = { code: "ILO", name_ja: "国際労働機関", type: "UNITED_NATIONS", region: "EUROPE" };

async function stored(code: string): Promise<unknown> {
  const { rows } = await office.owner.query<Record<string, unknown>>(
    "SELECT version, name_en, name_ja, type_code, region_code, country_code FROM organization WHERE code = $1",
    [code],
  );
  return rows[0];
}

describe("a spreadsheet of organizations", () => {
  it("adds them, changes nothing the second time, and one where one cell changed", async () => {
    expect((await importing(oecd, ilo)).tables).toEqual({ organization: counts(2, 0, 0) });
    expect(await stored("OECD")).toEqual({
      version: 1,
      name_en: "OECD",
      name_ja: "経済協力開発機構",
      type_code: "OTHER_INTERNATIONAL_ORGANIZATION",
      region_code: "EUROPE",
      country_code: "FR",
    });
    const before = await office.contents();
    expect((await importing(ilo, oecd)).tables).toEqual({ organization: counts(0, 0, 2) });
    expect(await office.contents()).toEqual(before);
    const { tables } = await importing(oecd, { ...ilo, country: "CH" });
    expect(tables).toEqual({ organization: counts(0, 1, 1) });
    expect(await stored("ILO")).toMatchObject({ version: 2, country_code: "CH" });
  });

  it.each([
    [{ code: "oecd" }, 'code: received "oecd", expected 1–64 capital letters, digits'],
    [{ name_en: "", name_ja: "" }, 'name_en: received "", expected an English or a Japanese name'],
    [{ name_en: " " }, 'name_en: received " " (blank), expected a text of 1–200 characters'],
    [{ name_ja: "x".repeat(201) }, "name_ja: received"],
    [{ type: "RESIDUAL" }, 'type: received "RESIDUAL", expected one of UNITED_NATIONS, OTHER'],
    [{ region: "ANTARCTICA" }, 'region: received "ANTARCTICA", expected one of ASIA'],
    [{ country: "ZZ" }, 'country: received "ZZ", expected an ISO 3166-1 alpha-2 country code'],
    [{ code: "ILO" }, 'code: received "ILO", expected a value that does not stand already on line'],
  ])("is refused with line and column: %j", async (cells, problem) => {
    const before = await office.contents();
    const { reported } = await importing(ilo, { ...oecd, ...cells });
    expect(reported).toEqual([expect.stringContaining(`3: ${problem}`)]);
    expect(await office.contents()).toEqual(before);
  });

  it("changes the kind only where the legal bases of all its dispatches cover the new one", async () => {
    const { id, code } = await office.organization({ type: "UNITED_NATIONS" });
    await office.planned({ organization: id });
    const row = { code: String(code), name_en: "Organization", region: "ASIA", country: "CH" };
    const before = await office.contents();
    const { reported } = await importing({ ...row, type: "FOREIGN_GOVERNMENT" });
    expect(reported).toEqual([
      '2: type: received "FOREIGN_GOVERNMENT", expected a kind that the legal bases of all its dispatches cover',
    ]);
    expect(await office.contents()).toEqual(before);
    await overwriting({ ...row, type: "OTHER_INTERNATIONAL_ORGANIZATION" });
    const { rows } = await office.owner.query(
      "SELECT organization_type_code, region_code FROM dispatch WHERE organization_code = $1",
      [code],
    );
    expect(rows).toEqual([
      { organization_type_code: "OTHER_INTERNATIONAL_ORGANIZATION", region_code: "ASIA" },
    ]);
    const { rows: noted } = await office.owner.query(
      `SELECT action, c.version, changes FROM change_record c JOIN dispatch d ON d.id = record_id AND d.version = c.version
       WHERE organization_code = $1`,
      [code],
    );
    expect(noted).toEqual([
      {
        action: "import",
        version: 2,
        changes: {
          organizationTypeCode: ["UNITED_NATIONS", "OTHER_INTERNATIONAL_ORGANIZATION"],
          regionCode: ["EUROPE", "ASIA"],
        },
      },
    ]);
    const after = await office.contents();
    await importing({ ...row, type: "OTHER_INTERNATIONAL_ORGANIZATION" });
    expect(await office.contents()).toEqual(after);
  });
});
