import { userInfo } from "node:os";
import { startTestSubgraph, type TestSubgraph } from "../../../test/support/subgraph";
import { cooperation } from "../cooperation";
import { type Desk, openOffice } from "../office.fixture";
import { expectNothingWritten, importing } from "../spreadsheet.fixture";

let office: TestSubgraph & Desk;
beforeAll(async () => {
  office = await openOffice(startTestSubgraph(cooperation));
});
afterAll(() => office.stop());

const take = (...rows: string[]) => importing(office, "memberships", rows);
const overwrite = (...rows: string[]) =>
  importing(office, "memberships", rows, { overwrite: true });
const refused = (rows: string[], ...problems: string[]) =>
  expectNothingWritten(office, "memberships", rows, ...problems);
const recorded = (country: string) =>
  office.sql(
    `SELECT network_code AS network, agency_code AS agency, role, first_day AS "from", ended_on AS "to",
       end_reason AS reason, version, synthetic, source_id AS source
     FROM network_membership WHERE country_code = $1 AND source_id IS NULL ORDER BY network_code, first_day`,
    [country],
  );
const lastChanges = (count: number) =>
  office.sql(
    "SELECT actor, action, record_type, version, changes FROM change_record ORDER BY id DESC LIMIT $1",
    [count],
  );
/** A day by its distance from 1 January 1970. */
const day = (distance: number) => new Date(distance * 86_400_000).toISOString().slice(0, 10);
const counts = { inserted: 0, changed: 0, unchanged: 0, removed: 0 };

const australia = [
  "ACCSM,AU,AU-APSC,OBSERVER,2020-04-01,2022-04-01,庁の再編 による",
  "ACCSM,AU,AU-APSC,OBSERVER,2023-04-01,,",
  "ACCSM_PLUS3,AU,,OBSERVER,2020-04-01,,",
];

describe("a spreadsheet of memberships", () => {
  it("becomes records, which are read like any other", async () => {
    const { reported, tables } = await take(...australia);
    expect(reported).toEqual([]);
    expect(tables).toEqual({ network_membership: { ...counts, inserted: 3 } });
    const record = { role: "OBSERVER", version: 1, synthetic: false, source: null };
    const open = { to: null, reason: null };
    expect(await recorded("AU")).toEqual([
      {
        ...record,
        network: "ACCSM",
        agency: "AU-APSC",
        from: "2020-04-01",
        to: "2022-04-01",
        reason: "庁の再編 による",
      },
      { ...record, ...open, network: "ACCSM", agency: "AU-APSC", from: "2023-04-01" },
      { ...record, ...open, network: "ACCSM_PLUS3", agency: null, from: "2020-04-01" },
    ]);
    const { data } = await office.execute(
      `{ networkMembershipHistory(filter: { country: { eq: "AU" }, network: { eq: "ACCSM" } }) {
           nodes { from to endRecorded endReason agency { code } source { id } } } }`,
    );
    expect(data).toMatchObject({
      networkMembershipHistory: {
        nodes: [
          { from: "2020-04-01", to: "2022-04-01", endRecorded: true, endReason: "庁の再編 による" },
          { from: "2023-04-01", to: null, agency: { code: "AU-APSC" }, source: null },
        ],
      },
    });
  });

  it("changes nothing the second time", async () => {
    const rows = () => office.sql("SELECT *, xmin::text FROM network_membership ORDER BY id");
    const before = [await rows(), await office.changes()];
    const { tables } = await take(
      ...australia.toReversed().map((row) => row.replace("2023-04-01", "2023/4/1")),
    );
    expect(tables).toEqual({ network_membership: { ...counts, unchanged: 3 } });
    expect([await rows(), await office.changes()]).toEqual(before);
  });

  it("changes only the row with a changed cell, and notes what was before", async () => {
    const changed = australia.with(1, "ACCSM,AU,AU-APSC,MEMBER,2023-04-01,,");
    const { tables } = await take(...changed);
    expect(tables).toEqual({ network_membership: { ...counts, changed: 1, unchanged: 2 } });
    expect((await recorded("AU")).map(({ version }) => version)).toEqual([1, 2, 1]);
    expect(await lastChanges(1)).toEqual([
      {
        actor: `import by ${userInfo().username}`,
        action: "import",
        record_type: "network_membership",
        version: 2,
        changes: { role: ["OBSERVER", "MEMBER"] },
      },
    ]);
  });

  it("leaves what else is recorded of a membership as it is", async () => {
    const input = { network: "ACCSM", country: "NZ", role: "OBSERVER", from: "2021-01-01" };
    await office.run("joinNetwork", { ...input, note: "注記" }, "networkMembership", "id");
    const ended = "ACCSM,NZ,,OBSERVER,2021-01-01,2090-01-01,";
    const { reported } = await take(ended);
    expect(reported).toEqual([
      expect.stringContaining('2: to: received "2090-01-01", expected nothing'),
    ]);
    await overwrite(ended);
    const found = await office.sql(
      "SELECT note, ended_on, version FROM network_membership WHERE country_code = 'NZ'",
    );
    expect(found).toEqual([{ note: "注記", ended_on: "2090-01-01", version: 2 }]);
  });

  it("is judged with the statements of one row however many it has", async () => {
    const many = Array.from(
      { length: 900 },
      (_unused, index) => `ACCSM,PG,,OBSERVER,${day(index)},${day(index + 1)},`,
    );
    const one = await take("ACCSM,SB,,OBSERVER,2021-01-01,,");
    const all = await take(...many);
    expect(all.reported).toEqual([]);
    expect(all.tables).toEqual({ network_membership: { ...counts, inserted: 900 } });
    expect(all.statements).toEqual(one.statements);
    const again = await take(...many);
    expect(again.tables).toEqual({ network_membership: { ...counts, unchanged: 900 } });
    const fewer = await take(...many.slice(0, 1));
    expect(again.statements).toEqual(fewer.statements);
  });
});

describe("a row is refused, and nothing of the file is written,", () => {
  const good = "ACCSM,FJ,,OBSERVER,2024-04-01,,";
  const existed = "an agency that exists all the time";
  it.each([
    [
      "EU,FJ,,OBSERVER,2025-04-01,,",
      'network: received "EU", expected the code of a network such as "ACCSM"',
    ],
    [
      "ACCSM,QQ,,OBSERVER,2025-04-01,,",
      'country: received "QQ", expected an ISO 3166-1 alpha-2 country code',
    ],
    [
      "ACCSM,IN,IN-XYZ,OBSERVER,2025-04-01,,",
      'agency: received "IN-XYZ", expected the code of an agency such as "JP-NPA"',
    ],
    [
      "ACCSM,IN,AU-APSC,OBSERVER,2025-04-01,,",
      'agency: received "AU-APSC", expected an agency of IN',
    ],
    ["ACCSM,KR,KR-CSC,OBSERVER,2007-01-01,,", `agency: received "KR-CSC", expected ${existed}`],
    ["ACCSM,KR,KR-MPM,OBSERVER,2014-11-18,,", `agency: received "KR-MPM", expected ${existed}`],
    [
      "ACCSM,IN,,GUEST,2025-04-01,,",
      'role: received "GUEST", expected one of MEMBER, PLUS_THREE, OBSERVER',
    ],
    [
      "ACCSM,IN,,OBSERVER,2025-04,,",
      'from: received "2025-04", expected a date YYYY-MM-DD or YYYY/M/D',
    ],
    [
      "ACCSM,IN,,OBSERVER,2025-04-01,2025-04-01,",
      'to: received "2025-04-01", expected a day after 2025-04-01, the first day',
    ],
    [
      "ACCSM,IN,,OBSERVER,2025-04-01,,終了",
      'end_reason: received "終了", expected no reason where there is no end',
    ],
    [
      "ACCSM,IN,,OBSERVER,2025-04-01,2026-04-01,　",
      String.raw`end_reason: received "\u3000" (blank), expected a text, or nothing`,
    ],
    [
      `ACCSM,IN,,OBSERVER,2025-04-01,2026-04-01,${"理".repeat(2_001)}`,
      `end_reason: received "${"理".repeat(79)}…, expected a text of 1–2000 characters that can be read`,
    ],
    [
      "ACCSM,VN,,MEMBER,2025-04-01,,",
      'from: received "2025-04-01", expected days on which VN does not belong to the network (it does from 1999-12-31)',
    ],
    [
      "ACCSM,VN,,MEMBER,1999-12-31,2030-01-01,",
      'from: received "1999-12-31", expected a membership that the office records',
    ],
    [
      "ACCSM,AU,AU-APSC,OBSERVER,2019-04-01,2020-04-02,",
      'from: received "2019-04-01", expected days on which AU does not belong to the network (it does from 2020-04-01 to 2022-04-01)',
    ],
    [
      "ACCSM,AU,AU-APSC,OBSERVER,2020-04-01,2022-05-01,",
      'to: received "2022-05-01", expected a membership that has not ended',
    ],
    [
      "ACCSM,AU,AU-APSC,OBSERVER,2020-04-01,2022-04-01,",
      'to: received "2022-04-01", expected a membership that has not ended',
    ],
    [
      good,
      `network, country, from: received ["ACCSM","FJ","2024-04-01"], expected a value that does not stand already on line 2`,
    ],
  ])("for %s", async (row, problem) => {
    await refused([good, row], `3: ${problem}`);
  });

  it("for an end before the first day, reported once", async () => {
    await refused(
      ["ACCSM,AU,AU-APSC,MEMBER,2023-04-01,2023-04-01,"],
      '2: to: received "2023-04-01", expected a day after 2023-04-01, the first day',
    );
  });

  it("for each rule it breaks", async () => {
    await refused(
      ["EU,KR,KR-CSC,OBSERVER,2014-11-18,2014-11-18,", good],
      '2: network: received "EU", expected the code of a network such as "ACCSM"',
      '2: to: received "2014-11-18", expected a day after 2014-11-18, the first day',
      `2: agency: received "KR-CSC", expected ${existed}`,
    );
  });

  it("for a row above that holds on the same days", async () => {
    const taken = "expected days on which FJ does not belong to the network (it does from";
    await refused(
      [
        "ACCSM,FJ,,OBSERVER,2024-04-01,2025-04-01,",
        "ACCSM,FJ,,MEMBER,2025-03-31,,",
        "ACCSM_PLUS3,FJ,,MEMBER,2025-03-31,,",
      ],
      `3: from: received "2025-03-31", ${taken} 2024-04-01 to 2025-04-01, line 2)`,
    );
    const between = Array.from(
      { length: 1_001 },
      (_unused, index) => `ACCSM,TO,,OBSERVER,${day(index)},${day(index + 1)},`,
    );
    await refused(
      ["ACCSM,FJ,,OBSERVER,2024-04-01,,", ...between, "ACCSM,FJ,,MEMBER,2026-03-31,,"],
      `1004: from: received "2026-03-31", ${taken} 2024-04-01, line 2)`,
    );
  });
});

describe("a membership on record", () => {
  it("gives way to the next one of the same file, in whatever order they stand", async () => {
    await take("CJK_PPN,MN,,MEMBER,2020-01-01,,");
    const next = "CJK_PPN,MN,,MEMBER,2024-01-01,,";
    const last = "CJK_PPN,MN,,MEMBER,2020-01-01,2024-01-01,組織改編";
    await refused(
      [next],
      '2: from: received "2024-01-01", expected days on which MN does not belong to the network (it does from 2020-01-01)',
    );
    const { tables } = await take(next, last);
    expect(tables).toEqual({ network_membership: { ...counts, inserted: 1, changed: 1 } });
  });

  it("may have its end moved or taken away as long as it is to come", async () => {
    await take("CJK_PPN,MN,,MEMBER,2024-01-01,2090-01-01,");
    const { tables } = await take("CJK_PPN,MN,,MEMBER,2024-01-01,,");
    expect(tables).toEqual({ network_membership: { ...counts, changed: 1 } });
  });

  it("cannot end before a day on which the country takes part, unless the next one holds then", async () => {
    const event = await office.run<{ id: string }>(
      "planEvent",
      { network: "CJK_PPN", kind: "WORKSHOP", title: "研修", startsOn: "2025-06-01" },
      "networkEvent",
      "id",
    );
    const listed = { event: event.node.id, add: [{ country: "MN" }] };
    expect(
      (await office.run("recordParticipation", listed, "networkEvent", "id")).userErrors,
    ).toEqual([]);
    const problem = (day: string) =>
      `2: to: received "${day}", expected a day from which on MN takes no part in the network (it still does on 2025-06-01)`;
    const ended = (day: string) => `CJK_PPN,MN,,MEMBER,2024-01-01,${day},`;
    await refused([ended("2025-06-01")], problem("2025-06-01"));
    await refused([ended("2025-05-01"), "CJK_PPN,MN,,MEMBER,2025-06-02,,"], problem("2025-05-01"));
    const { reported } = await take(ended("2025-05-01"), "CJK_PPN,MN,,MEMBER,2025-06-01,,");
    expect(reported).toEqual([]);
  });

  it("does not become that of an observer while the country chairs", async () => {
    const chair = { network: "CJK_PPN", edition: 90, country: "MN", from: "2026-01-01" };
    expect((await office.run("appointChair", chair, "networkChair", "id")).userErrors).toEqual([]);
    await refused(
      ["CJK_PPN,MN,,OBSERVER,2025-06-01,,"],
      '2: role: received "OBSERVER", expected a country that is a member of the network on 2026-01-01',
    );
    await refused(
      ["CJK_PPN,MN,,MEMBER,2025-06-01,2025-12-01,", "CJK_PPN,MN,,OBSERVER,2025-12-01,,"],
      '2: to: received "2025-12-01", expected a day from which on MN takes no part in the network (it still does on 2026-01-01)',
    );
    const { reported } = await take("CJK_PPN,MN,,PLUS_THREE,2025-06-01,,");
    expect(reported).toEqual([]);
  });

  it("that a source states is as it was after all this, also when the facts are loaded again", async () => {
    const rows = () => office.sql("SELECT * FROM network_membership ORDER BY id");
    const before = await rows();
    expect(before.filter(({ source_id, version }) => source_id !== null && version !== 1)).toEqual(
      [],
    );
    expect(await office.reload()).toEqual([]);
    expect(await rows()).toEqual(before);
  });
});
