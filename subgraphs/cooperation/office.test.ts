import { Client } from "pg";
import { startTestSubgraph, type TestSubgraph } from "../../test/support/subgraph";
import { cooperation } from "./cooperation";
import { type Desk, openOffice } from "./office.fixture";

let office: TestSubgraph & Desk;
beforeAll(async () => {
  office = await openOffice(startTestSubgraph(cooperation));
});
afterAll(() => office.stop());

describe("the restricted role", () => {
  it.each([
    ["DELETE FROM network_membership", "network_membership"],
    ["DELETE FROM network_event_participation", "network_event_participation"],
    ["UPDATE project_state_change SET reason = 'other'", "project_state_change"],
    ["UPDATE network SET name_en = 'other'", "network"],
    ["UPDATE training_course SET name_en = 'other'", "training_course"],
    ["UPDATE change_record SET actor = 'other'", "change_record"],
  ])("may not %s", async (statement, table) => {
    const client = new Client({ connectionString: office.appUrl });
    await client.connect();
    try {
      await expect(client.query(statement)).rejects.toThrow(`permission denied for table ${table}`);
    } finally {
      await client.end();
    }
  });
});

describe("a membership that ends while another change relies on it", () => {
  it.each([1, 2, 3, 4, 5, 6])("leaves either the end or the participation (%i)", async (round) => {
    const country = ["BN", "KH", "ID", "LA", "PH", "SG"][round - 1] ?? "";
    const event = await office.run<{ id: string }>(
      "planEvent",
      { network: "ACCSM", kind: "WORKSHOP", title: `Race ${round}`, startsOn: "2025-06-01" },
      "networkEvent",
      "id",
    );
    const [ended, recorded] = await Promise.all([
      office.run(
        "endMembership",
        { id: `accsm-${country.toLowerCase()}-1999-12-31`, on: "2025-06-01" },
        "networkMembership",
        "id",
      ),
      office.run(
        "recordParticipation",
        { event: event.node.id, add: [{ country }] },
        "networkEvent",
        "id",
      ),
    ]);
    const codes = [ended, recorded].map(({ userErrors }) =>
      userErrors.map(({ code }) => code).join(),
    );
    expect([
      ["", "NOT_A_MEMBER"],
      ["STILL_TAKES_PART", ""],
    ]).toContainEqual(codes);
  });
});

describe("what is on record of a change", () => {
  it("says who did what to which record, with what was before and after", async () => {
    const { data } = await office.execute<{ planEvent: { networkEvent: { id: string } } }>(
      `mutation { planEvent(input: { network: "CJK_PPN", kind: TRAINING, title: "T", edition: 70 }) { networkEvent { id } } }`,
    );
    const { id } = data.planEvent.networkEvent;
    await office.run(
      "cancelEvent",
      { id, reason: "Storm.", on: "2025-01-01" },
      "networkEvent",
      "id",
    );
    const rows = await office.sql(
      "SELECT actor, action, record_type, version, changes FROM change_record WHERE record_id = $1 ORDER BY id",
      [id],
    );
    expect(rows).toMatchObject([
      { actor: "test.office", action: "planEvent", record_type: "network_event", version: 1 },
      {
        action: "cancelEvent",
        version: 2,
        changes: {
          state: ["PLANNED", "CANCELLED"],
          cancelledOn: [null, "2025-01-01"],
          cancellationReason: [null, "Storm."],
        },
      },
    ]);
  });
});
