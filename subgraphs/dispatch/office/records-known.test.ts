import { analystOf } from "../../../test/support/callers";
import { minutesAgo, passTime } from "../../../test/support/pass-time";
import { startTestSubgraph, type TestSubgraph } from "../../../test/support/subgraph";
import { dispatch } from "../dispatch";
import { Office } from "./office.fixture";
import { importRows } from "./sheets.fixture";

let subgraph: TestSubgraph;
let office: Office;
beforeEach(async () => {
  subgraph = await startTestSubgraph(dispatch);
  office = await Office.open(subgraph);
});
afterEach(async () => {
  await office.close();
  await subgraph.stop();
});

const pass = (minutes: number) => passTime(subgraph.ownerUrl, `${minutes} minutes`);

/** Every list of organizations and officials, asked with these arguments; the text as it came. */
async function onRecord(args = ""): Promise<string> {
  const { text, errors } = await subgraph.execute(`{
    organizations(first: 500${args && `, ${args}`}) { totalCount pageInfo { endCursor } nodes { id version code name } }
    inFrance: organizations(filter: { country: { eq: "FR" } }${args && `, ${args}`}) { totalCount }
    officials(first: 500${args && `, ${args}`}) { totalCount edges { cursor node { id version personnelNumber name nameKana } } }
    byNumber: officials(filter: { personnelNumber: { eq: "P-9" } }${args && `, ${args}`}) { totalCount nodes { name } }
  }`);
  expect(errors).toEqual([]);
  // Whom the answer is about is noted besides, those looked for included.
  return text.slice(0, text.indexOf(',"extensions":'));
}

const asKnown = (minutes: number) => onRecord(`knownAt: ${minutesAgo(minutes)}`);

it("organizations and officials stay byte for byte when they are corrected or removed", async () => {
  await pass(60);
  const empty = await onRecord();
  const organization = await office.organization();
  const official = await office.official({ personnelNumber: "P-9" });
  const quoted = await onRecord();
  await pass(60);
  expect(await asKnown(1)).toBe(quoted);
  await office.done("changeOrganization", "organization", { id: organization.id, country: "FR" });
  await office.done("changeOfficial", "official", { id: official.id, name: "Renamed" });
  const now = await onRecord();
  expect(now).not.toBe(quoted);
  await pass(60);
  expect(await asKnown(121)).toBe(empty);
  expect(await asKnown(61)).toBe(quoted);
  expect(await asKnown(1)).toBe(now);
  await office.owner.query("DELETE FROM official_home_agency; DELETE FROM official");
  expect(await asKnown(1)).toBe(now);
  expect(await onRecord()).not.toBe(now);
});

it("what a spreadsheet puts right stays as it was known, by list and by id", async () => {
  const row = { code: "ORG-9", type: "UNITED_NATIONS", region: "EUROPE", country: "CH" };
  const take = async (name_en: string) => {
    const { reported } = await importRows(subgraph.ownerUrl, "organizations", [
      { ...row, name_en },
    ]);
    expect(reported).toEqual([]);
  };
  await take("First");
  const quoted = await onRecord();
  await pass(60);
  await take("Second");
  await take("Second");
  await pass(60);
  expect(await asKnown(61)).toBe(quoted);
  const { rows } = await office.owner.query<{ id: string; name: string }>(
    "SELECT id, name_en AS name FROM organization_history",
  );
  const [{ id, name } = { id: "", name: "" }, ...others] = rows;
  expect([name, others]).toEqual(["First", []]);
  const named = async (minutes: number) => {
    const { data } = await subgraph.execute(
      `{ organization(id: "${id}", knownAt: ${minutesAgo(minutes)}) { name(language: EN) version } }`,
    );
    return data["organization"];
  };
  expect([await named(119), await named(61), await named(1)]).toEqual([
    { name: "First", version: 1 },
    { name: "First", version: 1 },
    { name: "Second", version: 2 },
  ]);
});

it("home agencies and extensions, which have composite keys, are kept too", async () => {
  const { id } = await office.official();
  await office.done("transferOfficial", "official", { id, agency: "JP-MOF", on: "2010-04-01" });
  const { rows } = await office.owner.query(
    "SELECT agency_code AS agency, to_date AS to FROM official_home_agency_history WHERE official_id = $1",
    [id],
  );
  expect(rows).toEqual([{ agency: "JP-METI", to: null }]);
  const { rows: kept } = await office.owner.query(
    "SELECT table_name AS name FROM history_start ORDER BY 1",
  );
  expect(kept).toEqual(
    ["dispatch", "dispatch_extension", "official", "official_home_agency", "organization"].map(
      (name) => ({ name }),
    ),
  );
});

it("what was recorded since a moment is listed, with knownAt what had been by then", async () => {
  const { id: early } = await office.official();
  await office.organization();
  await pass(60);
  const { id: late } = await office.official();
  await pass(60);
  await office.done("changeOfficial", "official", { id: early, name: "Renamed" });
  const since = async (minutes: number, args = "") => {
    const { data, errors } = await subgraph.execute<{ officials: { nodes: { id: string }[] } }>(
      `{ officials(updatedSince: ${minutesAgo(minutes)}${args}) { nodes { id } } }`,
    );
    expect(errors).toEqual([]);
    return data.officials.nodes.map(({ id }) => id);
  };
  expect(await since(121)).toEqual([early, late]);
  expect(await since(90)).toEqual([early, late]);
  expect(await since(30)).toEqual([early]);
  expect(await since(121, `, knownAt: ${minutesAgo(30)}`)).toEqual([early, late]);
  expect(await since(90, `, knownAt: ${minutesAgo(30)}`)).toEqual([late]);
  const { errors } = await subgraph.execute(
    '{ officials(updatedSince: "2024-03-31") { totalCount } }',
  );
  expect(errors).toMatchObject([{ extensions: { code: "INVALID_DATE_TIME" } }]);
});

it.each(["organization", "official", "dispatch"])(
  "who counts %s for the public reads no history of it but that of dispatches",
  async (table) => {
    const { rows } = await office.owner.query<{ reader: string; reads: boolean }>(
      `SELECT r AS reader, has_table_privilege('dispatch_app_' || r, $1 || '_history', 'SELECT') AS reads
       FROM unnest(ARRAY['published', 'statistics']) r`,
      [table],
    );
    expect(rows).toEqual([
      { reader: "published", reads: false },
      { reader: "statistics", reads: table === "dispatch" },
    ]);
    const { errors } = await subgraph
      .asCaller(analystOf("dispatch"))
      .execute(`{ ${table}(id: "x", knownAt: ${minutesAgo(2)}) { version } }`);
    expect(errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
  },
);
