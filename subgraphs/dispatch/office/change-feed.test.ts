import { startTestSubgraph, type TestSubgraph } from "../../../test/support/subgraph";
import { numberFrom } from "../../../test/support/number-from";
import { patience } from "../../../test/support/patience";
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

interface Page {
  readonly nodes: {
    readonly id: string;
    readonly kind: string;
    readonly recordType: string;
    readonly recordId: string;
    readonly version: number | null;
    readonly fields: { readonly field: string; readonly after: string | null }[];
  }[];
  readonly pageInfo: { readonly endCursor: string | null };
}

const writers = 20;
/** How many changes are noted, about. */
const changes = numberFrom("CHANGES", 400);

/** Keeps a copy of the area's records by their changes. It can die at any time: what it has not kept, it reads again. */
class Copy {
  readonly records = new Map<string, Record<string, string | null>>();
  readonly seen: string[] = [];
  private cursor: string | null = null;
  private deaths = 0;

  /** Reads until nothing follows although the writers are done. */
  async follow(areDone: () => boolean): Promise<number> {
    for (;;) {
      const wereDone = areDone();
      const { nodes, pageInfo } = await this.read();
      // Dies with every third answer, before anything of it is kept.
      if (nodes.length > 0 && Math.random() < 1 / 3) {
        this.deaths += 1;
        continue;
      }
      for (const node of nodes) this.takeOver(node);
      this.cursor = pageInfo.endCursor ?? this.cursor;
      if (nodes.length === 0 && wereDone) return this.deaths;
    }
  }

  private async read(): Promise<Page> {
    const { data } = await subgraph.execute<{ dispatchRecordChanges: Page }>(
      `query ($after: String) { dispatchRecordChanges(first: 30, after: $after, waitSeconds: 1) {
         nodes { id kind recordType recordId version fields { field after } } pageInfo { endCursor } } }`,
      { after: this.cursor },
    );
    return data.dispatchRecordChanges;
  }

  private takeOver({
    id,
    kind,
    recordType,
    recordId,
    version,
    fields,
  }: Page["nodes"][number]): void {
    const key = `${recordType} ${recordId}`;
    this.seen.push(id);
    if (kind === "REMOVED") {
      this.records.delete(key);
      return;
    }
    const values = fields.map(({ field, after }) => [field, after] as const);
    const record = { ...this.records.get(key), ...Object.fromEntries(values) };
    if (version !== null) record["version"] = String(version);
    this.records.set(key, record);
  }
}

/** Changes an official; one that many want at once may be refused, and then nothing is written. */
async function change(mutation: string, input: object): Promise<void> {
  await subgraph.execute(
    `mutation ($input: ${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!) {
       ${mutation}(input: $input) { userErrors { code } } }`,
    { input },
  );
}

/** Changes the name and agency of an official again and again, and the name of one that everybody wants. */
async function write(id: string, writer: number, times: number): Promise<void> {
  for (let time = 1; time <= times; time += 1) {
    const name = `Writer ${writer} ${time}`;
    if (time % 10 === 0) {
      const agency = time % 20 === 0 ? "JP-METI" : "JP-MOF";
      const [from, on] = [`20${10 + time / 10}-04-01`, `20${10 + time / 10}-05-01`];
      const reason = "Another day was meant.";
      await change("transferOfficial", { id, agency, on: from });
      await change("correctHomeAgency", { id, from, newFrom: on, reason });
      if (time % 20 === 0) await change("takeBackTransfer", { id, from: on, reason });
    } else {
      await change("changeOfficial", { id, name, nameKana: time % 2 ? null : "ライター" });
    }
    await change("changeOfficial", { id: shared, name });
  }
}

let shared = "";

it(
  "what a reader takes over of 20 writers is what they wrote, each change once, however often it dies",
  async () => {
    shared = (await office.official({ name: "Shared" })).id;
    let isDone = false;
    const copy = new Copy();
    const following = copy.follow(() => isDone);
    const times = Math.ceil(changes / writers / 2);
    const officials: string[] = [];
    while (officials.length < writers) officials.push((await office.official()).id);
    await Promise.all(officials.map((id, writer) => write(id, writer, times)));
    isDone = true;
    expect(await following).toBeGreaterThan(0);
    const { rows: noted } = await office.owner.query<{ id: string }>(
      "SELECT id::text FROM change_record ORDER BY change_record.id",
    );
    expect(noted.length).toBeGreaterThan(changes * 0.9);
    expect([...copy.seen].sort()).toEqual(noted.map(({ id }) => id).sort());
    const { rows: stored } = await office.owner.query(
      `SELECT id, version::text, name, name_kana AS "nameKana", personnel_number AS "personnelNumber" FROM official`,
    );
    const { rows: agencies } = await office.owner.query(
      `SELECT official_id || '/' || from_date AS id, agency_code AS agency, from_date::text AS "from", to_date::text AS "to"
       FROM official_home_agency`,
    );
    const given = (type: string, rows: readonly Record<string, string | null>[]) =>
      rows.map(({ id, ...values }) => [`${type} ${id ?? ""}`, known(values)] as const);
    const copied = [...copy.records].map(([key, values]) => [key, known(values)] as const);
    expect(new Map(copied)).toEqual(
      new Map([...given("Official", stored), ...given("OfficialHomeAgency", agencies)]),
    );
  },
  patience + changes * 50,
);

function known(values: Readonly<Record<string, string | null>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  );
}
