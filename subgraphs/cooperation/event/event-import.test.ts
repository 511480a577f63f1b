import { userInfo } from "node:os";
import { startTestSubgraph, type TestSubgraph } from "../../../test/support/subgraph";
import { cooperation } from "../cooperation";
import { type Answer, type Desk, openOffice } from "../office.fixture";
import { expectNothingWritten, importing } from "../spreadsheet.fixture";
import { eventSheet } from "./event.sheet";

let office: TestSubgraph & Desk;
beforeAll(async () => {
  office = await openOffice(startTestSubgraph(cooperation));
});
afterAll(() => office.stop());

const take = (...rows: string[]) => importing(office, "events", rows);
const overwrite = (...rows: string[]) => importing(office, "events", rows, { overwrite: true });
const refused = (rows: string[], ...problems: string[]) =>
  expectNothingWritten(office, "events", rows, ...problems);
const counts = { inserted: 0, changed: 0, unchanged: 0, removed: 0 };

/** A row; by default a planned workshop of the trilateral network of which only the title is known. */
function event(cells: Readonly<Record<string, string>>): string {
  const given: Readonly<Record<string, string>> = {
    network: "CJK_PPN",
    kind: "WORKSHOP",
    title: "実務者研修",
    state: "PLANNED",
    ...cells,
  };
  return Object.keys(eventSheet)
    .map((name) => given[name] ?? "")
    .join(",");
}

const recorded = (title: string) =>
  office.sql<{ id: string; version: number }>(
    `SELECT id, version, edition, theme, starts_on, ends_on, fiscal_year, city, country_code AS country, format,
       host_agency_code AS host, state, cancelled_on, cancellation_reason AS reason
     FROM network_event WHERE title = $1 AND source_id IS NULL ORDER BY starts_on`,
    [title],
  );
const participants = (id: string) =>
  office.sql(
    `SELECT country_code AS country, position, as_guest AS guest, persons, removed_on IS NOT NULL AS removed, version
     FROM network_event_participation WHERE event_id = $1 ORDER BY position`,
    [id],
  );
const changesOf = (type: string, count: number) =>
  office.sql(
    "SELECT actor, action, version, changes FROM change_record WHERE record_type = $1 ORDER BY id DESC LIMIT $2",
    [type, count],
  );
const on = (mutation: string, input: object): Promise<Answer<{ id: string }>> =>
  office.run(mutation, input, "networkEvent", "id");

const held = {
  kind: "SYMPOSIUM",
  edition: "80",
  title: "第80回共同シンポジウム",
  theme: "公務における人材確保；髙橋局長",
  starts_on: "2025-10-06",
  ends_on: "2025-10-07",
  city: "東京",
  country: "JP",
  format: "IN_PERSON",
  host_agency: "JP-NPA",
  state: "HELD",
  participants: "CN;JP;KR",
};
const cancelled = {
  title: "Cancelled workshop",
  starts_on: "2025-11",
  state: "CANCELLED",
  cancelled_on: "2025-09-01",
  cancellation_reason: "台風",
};
const spreadsheet = [
  event(held),
  event(cancelled),
  event({ title: "Planned workshop", network: "ACCSM_PLUS3", edition: "81" }),
];

describe("a spreadsheet of events", () => {
  it("finds events however their titles are typed, and leaves the titles as they were written", async () => {
    const title = "が行～ざ行 第１回";
    await take(event({ title, starts_on: "2031-05-01" }));
    const again = await take(
      event({ title: "か\u3099行〜ざ行　第1回", starts_on: "2031-05-01", city: "Tokyo" }),
    );
    expect(again.tables["network_event"]).toEqual({ ...counts, changed: 1 });
    expect(await recorded(title)).toMatchObject([{ city: "Tokyo", version: 2 }]);
    await refused(
      [
        event({ title: "ガ行～", starts_on: "2031-05-02" }),
        event({ title: "ｶﾞ行〜", starts_on: "2031-05-02" }),
      ],
      '3: network, kind, title, starts_on: received ["CJK_PPN","WORKSHOP","ｶﾞ行〜","2031-05-02"], expected a value that does not stand already on line 2',
    );
  });

  it("becomes records, which are read like any other", async () => {
    const { reported, tables } = await take(...spreadsheet);
    expect(reported).toEqual([]);
    expect(tables).toEqual({
      network_event: { ...counts, inserted: 3 },
      network_event_participation: { ...counts, inserted: 3 },
    });
    expect(await recorded("Cancelled workshop")).toMatchObject([
      {
        version: 1,
        starts_on: "2025-11",
        fiscal_year: 2025,
        cancelled_on: "2025-09-01",
        reason: "台風",
      },
    ]);
    expect(await recorded("Planned workshop")).toMatchObject([
      { edition: 81, starts_on: null, fiscal_year: null, state: "PLANNED" },
    ]);
    const { data } = await office.execute(
      `{ networkEvents(filter: { edition: { eq: 80 } }) { nodes {
           title theme edition startsOn endsOn city format state version synthetic source { id } fiscalYear { year }
           country { code } hostAgency { code } participatingCountries { code } } } }`,
    );
    expect(data).toMatchObject({
      networkEvents: {
        nodes: [
          {
            title: "第80回共同シンポジウム",
            theme: "公務における人材確保；髙橋局長",
            startsOn: "2025-10-06",
            endsOn: "2025-10-07",
            state: "HELD",
            version: 1,
            synthetic: false,
            source: null,
            fiscalYear: { year: 2025 },
            hostAgency: { code: "JP-NPA" },
            participatingCountries: [{ code: "CN" }, { code: "JP" }, { code: "KR" }],
          },
        ],
      },
    });
  });

  it("changes nothing the second time", async () => {
    const rows = async () => [
      await office.sql("SELECT *, xmin::text FROM network_event ORDER BY id"),
      await office.sql("SELECT *, xmin::text FROM network_event_participation ORDER BY id"),
    ];
    const before = [await rows(), await office.changes()];
    const inExcel = event({ ...held, starts_on: "2025/10/6", ends_on: "2025/10/7" });
    const { reported, tables } = await take(...spreadsheet.slice(1), inExcel);
    expect(reported).toEqual([]);
    expect(tables["network_event"]).toEqual({ ...counts, unchanged: 3 });
    expect([await rows(), await office.changes()]).toEqual(before);
  });

  it("counts the version of an event whose participants alone change, and counts it as changed", async () => {
    const row = { title: "Version workshop", starts_on: "2025-12-01", ends_on: "2025-12-01" };
    await take(event({ ...row, participants: "CN;JP" }));
    const { summary } = await take(event({ ...row, participants: "CN;JP;KR" }));
    expect(summary?.outcomes).toEqual({ inserted: 0, changed: 1, unchanged: 0 });
    const [{ id, version }] = (await recorded("Version workshop")) as [
      { id: string; version: number },
    ];
    expect(version).toBe(2);
    const [noted] = await changesOf("network_event", 1);
    expect(noted).toMatchObject({ action: "import", version: 2, changes: {} });
    const stale = { event: id, add: [], remove: ["KR"], expectedVersion: 1 };
    expect((await on("recordParticipation", stale)).userErrors).toMatchObject([
      { code: "VERSION_CONFLICT" },
    ]);
    await take(event({ ...row, participants: "CN;JP;KR" }));
    expect(await recorded("Version workshop")).toMatchObject([{ version: 2 }]);
  });

  it("changes only the row with a changed cell, and notes what was before", async () => {
    const { tables } = await take(event({ ...held, theme: "働きがい" }), ...spreadsheet.slice(1));
    expect(tables["network_event"]).toEqual({ ...counts, changed: 1, unchanged: 2 });
    expect(await recorded(held.title)).toMatchObject([{ version: 2, theme: "働きがい" }]);
    expect(await changesOf("network_event", 1)).toEqual([
      {
        actor: `import by ${userInfo().username}`,
        action: "import",
        version: 2,
        changes: { theme: [held.theme, "働きがい"] },
      },
    ]);
  });

  it("does not write anew an event that an officer gave another title or day since, unless it may overwrite", async () => {
    const row = event({ title: "Moved workshop", starts_on: "2026-01-10", ends_on: "2026-01-10" });
    await take(row);
    const [{ id }] = (await recorded("Moved workshop")) as [{ id: string; version: number }];
    const { userErrors } = await on("changeEvent", {
      id,
      startsOn: "2026-01-17",
      endsOn: "2026-01-17",
    });
    expect(userErrors).toEqual([]);
    const moved =
      /^events\.csv:2: title: received .*, expected a row about the record as it is from changeEvent by/;
    expect((await take(row)).reported).toEqual([expect.stringMatching(moved)]);
    await on("changeEvent", { id, title: "Moved workshop 2" });
    expect((await take(row)).reported).toEqual([expect.stringMatching(moved)]);
    expect((await overwrite(row)).summary?.outcomes).toMatchObject({ inserted: 1 });
  });

  it("leaves what else is recorded of an event as it is", async () => {
    const input = { network: "CJK_PPN", kind: "WORKSHOP", title: "With a note" };
    await on("planEvent", { ...input, note: "注記" });
    await overwrite(event({ title: "With a note", city: "Seoul" }));
    const found = await office.sql(
      "SELECT note, city, version FROM network_event WHERE title = 'With a note'",
    );
    expect(found).toEqual([{ note: "注記", city: "Seoul", version: 2 }]);
  });

  it("is judged with the statements of one row however many it has", async () => {
    const one = await take(
      event({ ...held, edition: "", title: "One", starts_on: "2025-01-01", ends_on: "" }),
    );
    const many = Array.from({ length: 900 }, (_unused, index) =>
      event({ ...held, title: `Many ${index}`, edition: `${1_000 + index}` }),
    );
    const all = await take(...many);
    expect(all.reported).toEqual([]);
    expect(all.tables).toEqual({
      network_event: { ...counts, inserted: 900 },
      network_event_participation: { ...counts, inserted: 2_700 },
    });
    expect(all.statements).toEqual(one.statements);
    const again = await take(...many);
    expect(again.tables["network_event"]).toEqual({ ...counts, unchanged: 900 });
    const fewer = await take(...many.slice(0, 1));
    expect(again.statements).toEqual(fewer.statements);
  });
});

describe("a row is refused, and nothing of the file is written,", () => {
  const host = 'received "KR-CSC", expected an agency that exists all the time';
  it.each<[Record<string, string>, string]>([
    [{ network: "EU" }, 'network: received "EU", expected the code of a network such as "ACCSM"'],
    [
      { kind: "PARTY" },
      'kind: received "PARTY", expected one of HEADS_MEETING, DG_MEETING, CONFERENCE, SYMPOSIUM, WORKSHOP, TRAINING',
    ],
    [{ edition: "0" }, 'edition: received "0", expected a whole number from 1, or nothing'],
    [
      { edition: "1000001" },
      "edition: received 1000001, expected a whole number from 1 to 1000000",
    ],
    [
      { kind: "SYMPOSIUM", edition: "16" },
      "edition: received 16, expected a number that no event of this kind has in the network (16th Joint Symposium has it)",
    ],
    [
      { kind: "SYMPOSIUM", edition: "80" },
      "edition: received 80, expected a number that no event of this kind has in the network (第80回共同シンポジウム has it)",
    ],
    [{ title: "　" }, String.raw`title: received "\u3000" (blank), expected a text`],
    [
      { title: "題".repeat(201) },
      `title: received "${"題".repeat(79)}…, expected a text of 1–200 characters that can be read`,
    ],
    [
      { theme: "x".repeat(2_001) },
      `theme: received "${"x".repeat(79)}…, expected a text of 1–2000 characters that can be read`,
    ],
    [
      { city: "x".repeat(201) },
      `city: received "${"x".repeat(79)}…, expected a text of 1–200 characters that can be read`,
    ],
    [
      { starts_on: "2025-6-1" },
      `starts_on: received "2025-6-1", expected ${eventSheet.starts_on.cell.expected}`,
    ],
    [
      { starts_on: "2025-06-02", ends_on: "2025-06-01" },
      'ends_on: received "2025-06-01", expected a last day not before the first, 2025-06-02',
    ],
    [
      { ends_on: "2025-06-01" },
      'ends_on: received "2025-06-01", expected a last day not before the first, which is not given',
    ],
    [
      { country: "QQ" },
      'country: received "QQ", expected an ISO 3166-1 alpha-2 country code, or nothing',
    ],
    [
      { format: "HYBRID" },
      'format: received "HYBRID", expected one of IN_PERSON, ONLINE, or nothing',
    ],
    [
      { host_agency: "JP-XX" },
      'host_agency: received "JP-XX", expected the code of an agency such as "JP-NPA"',
    ],
    [{ host_agency: "KR-CSC", starts_on: "2025-06-01" }, `host_agency: ${host}`],
    [{ state: "LOST" }, 'state: received "LOST", expected one of PLANNED, HELD, CANCELLED'],
    [
      { state: "HELD" },
      'starts_on: received "", expected the day of an event that was held, YYYY-MM-DD',
    ],
    [
      { state: "HELD", starts_on: "2025-06" },
      'starts_on: received "2025-06", expected the day of an event that was held, YYYY-MM-DD',
    ],
    [
      { state: "CANCELLED", cancellation_reason: "台風" },
      'cancelled_on: received "", expected the day on which it was cancelled',
    ],
    [
      { state: "CANCELLED", cancelled_on: "2025-06-01" },
      'cancellation_reason: received "", expected a text of 1–2000 characters that can be read',
    ],
    [
      { cancelled_on: "2025-06-01" },
      'cancelled_on: received "2025-06-01", expected nothing where the event is PLANNED',
    ],
    [
      { cancellation_reason: "台風" },
      'cancellation_reason: received "台風", expected nothing where the event is PLANNED',
    ],
    [
      { participants: "JP;JP" },
      'participants: received "JP;JP", expected ISO 3166-1 alpha-2 country codes separated by ";", each once',
    ],
    [
      { network: "ACCSM", starts_on: "2024-07-31", participants: "TH;TL" },
      'participants: received "TL", expected countries that belong to the network on 2024-07-31, or guests',
    ],
    [
      { kind: "SYMPOSIUM", title: "16th Joint Symposium", starts_on: "2024-06-20" },
      'title: received "16th Joint Symposium", expected an event that the office has recorded',
    ],
  ])("for %j", async (cells, problem) => {
    await refused(
      [event({ title: "Good", starts_on: "2025-06-01" }), event(cells)],
      `3: ${problem}`,
    );
  });

  it("for a day in the future on which it was held or cancelled", async () => {
    const today = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10);
    const expected = `received "2090-01-01", expected a day up to today, ${today}`;
    await refused(
      [
        event({ title: "Held", state: "HELD", starts_on: "2090-01-01" }),
        event({ title: "Long", state: "HELD", starts_on: "2025-01-01", ends_on: "2090-01-01" }),
        event({ state: "CANCELLED", cancelled_on: "2090-01-01", cancellation_reason: "台風" }),
      ],
      `2: starts_on: ${expected}`,
      `3: ends_on: ${expected}`,
      `4: cancelled_on: ${expected}`,
    );
  });

  it("for a row above with the same number, or the same event", async () => {
    const taken = "expected a number that no event of this kind has in the network";
    const first = event({ title: "A", edition: "7" });
    await refused(
      [
        first,
        event({ title: "B", edition: "7" }),
        event({ title: "B", edition: "7", kind: "CONFERENCE" }),
      ],
      `3: edition: received 7, ${taken} (A, line 2, has it)`,
    );
    await refused(
      [first, event({ title: " A", edition: "9" })],
      '3: network, kind, title, starts_on: received ["CJK_PPN","WORKSHOP","A",null], expected a value that does not stand already on line 2',
    );
    const between = Array.from({ length: 1_000 }, (_unused, index) =>
      event({ title: `Z ${index}` }),
    );
    await refused(
      [first, ...between, event({ title: "B", edition: "7" })],
      `1003: edition: received 7, ${taken} (A, line 2, has it)`,
    );
  });
});

describe("the number of an event", () => {
  it("can be given on within a file, but not to two", async () => {
    const titles = ["N1", "N2", "N3"];
    const numbered = (numbers: number[]) =>
      titles.map((title, index) => event({ title, edition: `${numbers[index] ?? ""}` }));
    await take(...numbered([701, 702, 703]));
    const { reported, tables } = await take(...numbered([702, 703, 704]));
    expect(reported).toEqual([]);
    expect(tables["network_event"]).toEqual({ ...counts, changed: 3 });
    const taken = "expected a number that no event of this kind has in the network";
    await refused(
      numbered([703, 703, 704]),
      `2: edition: received 703, ${taken} (N2, line 3, has it)`,
    );
    await refused(
      [event({ title: "N4", edition: "704" })],
      `2: edition: received 704, ${taken} (N3 has it)`,
    );
    await refused(
      numbered([703, 702, 704]),
      `2: edition: received 703, ${taken} (N2, line 3, has it)`,
      `3: edition: received 702, ${taken} (N1, line 2, has it)`,
    );
  });

  it("is free again once the event is cancelled, in the same file too", async () => {
    const gone = { ...cancelled, title: "N3", starts_on: "", edition: "704" };
    const { reported } = await take(event({ title: "N4", edition: "704" }), event(gone));
    expect(reported).toEqual([]);
    expect((await take(event({ title: "N4", edition: "704" }), event(gone))).tables).toMatchObject({
      network_event: { ...counts, unchanged: 2 },
    });
  });
});

describe("the state of an event", () => {
  it("goes from planned to held or cancelled, and not back", async () => {
    const planned = { title: "State", starts_on: "2025-06-01" };
    await take(event(planned));
    await take(event({ ...planned, state: "HELD" }));
    const once = "expected an event that";
    await refused([event(planned)], `2: state: received "PLANNED", ${once} is still PLANNED`);
    await refused(
      [event({ ...planned, ...cancelled, title: "State", starts_on: "2025-06-01" })],
      `2: state: received "CANCELLED", ${once} to become CANCELLED, is PLANNED`,
    );
    const was = "was not cancelled";
    await refused(
      [event({ ...cancelled, state: "PLANNED", cancelled_on: "", cancellation_reason: "" })],
      `2: state: received "PLANNED", ${once} ${was}`,
    );
    await refused(
      [event({ ...cancelled, cancellation_reason: "地震" })],
      `2: state: received "CANCELLED", ${once} ${was}`,
    );
    await refused(
      [event({ ...cancelled, participants: "JP" })],
      `2: state: received "CANCELLED", ${once} ${was}`,
    );
    await take(event({ title: "Called off", starts_on: "2025-06-01" }));
    const { tables } = await take(
      event({ ...cancelled, title: "Called off", starts_on: "2025-06-01" }),
    );
    expect(tables["network_event"]).toEqual({ ...counts, changed: 1 });
  });
});

describe("who takes part", () => {
  const row = (list: string) => event({ ...held, theme: "働きがい", participants: list });
  const id = async () => (await recorded(held.title))[0]?.id ?? "";
  const was = { guest: false, persons: null, removed: false, version: 1 };

  it("follows the list, which leaves guests and what is known of the others as they are", async () => {
    const add = [
      { country: "AU", asGuest: true },
      { country: "JP", persons: 5 },
    ];
    await on("recordParticipation", { event: await id(), add });
    const { reported, tables } = await take(row("JP;KR"));
    expect(reported).toEqual([]);
    expect(tables).toEqual({
      network_event: { ...counts, changed: 1 },
      network_event_participation: { ...counts, changed: 1 },
    });
    const [cn, kr] = [
      { ...was, country: "CN", position: 0, removed: true, version: 2 },
      { ...was, country: "KR", position: 2 },
    ];
    const jp = { ...was, country: "JP", position: 1, persons: 5, version: 2 };
    const au = { ...was, country: "AU", position: 3, guest: true };
    expect(await participants(await id())).toEqual([cn, jp, kr, au]);
    expect(await changesOf("network_event_participation", 1)).toMatchObject([
      { action: "import", version: 2, changes: { removedOn: [null, expect.any(String)] } },
    ]);

    await take(row(""));
    expect(await participants(await id())).toEqual([cn, jp, kr, au]);
    await take(row("AU;CN;JP;KR"));
    const back = { ...cn, removed: false, version: 3 };
    expect(await participants(await id())).toEqual([back, jp, kr, au]);
  });

  it("is noted under the id of the participation, as mutations note it", async () => {
    const [noted] = await office.sql(
      "SELECT count(*)::integer AS n FROM change_record c JOIN network_event_participation p ON p.id = c.record_id AND p.event_id = $1",
      [await id()],
    );
    expect(noted).toEqual({ n: 7 });
  });

  it("is not taken off the list, or put back, against who said so since, unless it may overwrite", async () => {
    const written = "which is on record from recordParticipation by";
    const event = await id();
    await on("recordParticipation", { event, remove: ["CN", "JP"] });
    await on("recordParticipation", { event, add: [{ country: "JP", persons: 1 }] });
    const { reported } = await take(row("CN;KR"));
    expect(reported).toEqual([
      expect.stringMatching(
        `^events.csv:2: participants: received CN removedOn nothing, expected "[-0-9]+", ${written}`,
      ),
      expect.stringMatching(
        `^events.csv:2: participants: received JP removedOn "[-0-9]+", expected nothing, ${written}`,
      ),
    ]);
    expect((await overwrite(row("CN;JP;KR"))).summary?.outcomes).toMatchObject({ changed: 1 });
  });

  it("stays on the list while it gives a presentation", async () => {
    const input = { event: await id(), country: "KR", title: "採用" };
    await office.run("addPresentation", input, "networkEventPresentation", "id");
    await refused(
      [row("CN;JP")],
      '2: participants: received "CN;JP", expected KR among them, which gives a presentation at the event',
    );
  });

  it("is a member by a spreadsheet of memberships that was taken before", async () => {
    const invited = event({ title: "With Mongolia", starts_on: "2025-06", participants: "JP;MN" });
    await refused(
      [invited],
      '2: participants: received "MN", expected countries that belong to the network on 2025-06, or guests',
    );
    await importing(office, "memberships", ["CJK_PPN,MN,,OBSERVER,2025-06-15,,"]);
    const { tables } = await take(invited);
    expect(tables["network_event_participation"]).toEqual({ ...counts, inserted: 2 });
    await expectNothingWritten(
      office,
      "memberships",
      ["CJK_PPN,MN,,OBSERVER,2025-06-15,2025-06-30,"],
      '2: to: received "2025-06-30", expected a day from which on MN takes no part in the network (it still does on 2025-06-30)',
    );
  });
});

it("published events are as they were after all this, also when the facts are loaded again", async () => {
  const rows = async () => [
    await office.sql("SELECT * FROM network_event ORDER BY id"),
    await office.sql("SELECT * FROM network_event_participation ORDER BY id"),
  ];
  const before = await rows();
  const facts = before[0]?.filter(({ source_id }) => source_id !== null) ?? [];
  expect(facts.filter(({ version }) => version !== 1)).toEqual([]);
  expect(await office.reload()).toEqual([]);
  expect(await rows()).toEqual(before);
});

it("the examples of the templates are rows that are taken", async () => {
  for (const { name, columns } of cooperation.imports ?? []) {
    const row = Object.values(columns).map(({ example }) => example);
    expect((await importing(office, name, [row.join(",")])).reported).toEqual([]);
  }
});
