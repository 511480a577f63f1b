import { startTestSubgraph } from "../../../test/support/subgraph";
import { recruitment } from "../recruitment";
import { Corrections, reason } from "./corrections.fixture";

let office: Corrections;
beforeAll(async () => {
  office = await Corrections.of(await startTestSubgraph(recruitment));
});
afterAll(() => office.stop());

async function registered(categories = ["PRODUCER"]) {
  const [registration] = await office.candidates.registered(categories);
  return { id: registration?.id ?? "" };
}

async function removed() {
  const { id } = await registered();
  return office.ministry.make("removeFromList", { id, on: "2024-06-01", reason: "Asked for it." });
}

describe("a place on the list that was recorded wrongly", () => {
  it.each<[string, () => Promise<{ id: string }>, object, object, string]>([
    [
      "first day",
      registered,
      { from: "2024-02-25" },
      { from: "2024-02-25", to: null },
      "from 2024-03-01 → 2024-02-25",
    ],
    [
      "day of removal",
      removed,
      { to: "2024-07-01" },
      { to: "2024-07-01", removalReason: "Asked for it." },
      "to 2024-06-01 → 2024-07-01",
    ],
    [
      "removal in the future",
      removed,
      { to: "2099-07-01", removalReason: "Term over." },
      { to: "2099-07-01", removalReason: "Term over." },
      "removalReason Asked for it. → Term over., to 2024-06-01 → 2099-07-01",
    ],
    [
      "removal that was not",
      removed,
      { to: null },
      { to: null, removalReason: null },
      "removalReason Asked for it. → null, to 2024-06-01 → null",
    ],
  ])("has another %s once it is put right", async (_what, prepare, input, expected, change) => {
    const { id } = await prepare();
    expect(await office.correct("correctRegistration", { id, ...input })).toMatchObject(expected);
    expect(await office.changes("registration", id)).toEqual([
      `correctRegistration (${reason}): ${change}`,
    ]);
  });

  it("counts on the days on which it was, on the list and in statistics", async () => {
    const { id } = await removed();
    const on = async () => {
      const data = await office.read(
        `{ externalPersonnelList(asOf: "2024-06-15") { totalCount } registrations(asOf: "2024-06-15") { totalCount } }`,
      );
      const statistics = [
        await office.count("REGISTERED_PERSONS", "2024-06-15"),
        await office.count("REGISTRATIONS", "2024-06-15"),
      ];
      return [
        ...Object.values(data as Record<string, { totalCount: number }>).map(
          ({ totalCount }) => totalCount,
        ),
        ...statistics,
      ];
    };
    const before = await on();
    await office.correct("correctRegistration", { id, to: null });
    expect(await on()).toEqual(before.map((count) => count + 1));
    await office.correct("takeBackRegistration", { id });
    expect(await on()).toEqual(before);
  });

  it("was in another of the categories selected, and moves in the list", async () => {
    const [one, other] = await office.candidates.registered(["PRODUCER", "SERVICE_DESIGNER"]);
    const places = [one, other].map((place) => place?.id ?? "");
    expect(
      await office.refused("correctRegistration", { id: places[0], category: "ENGINEER" }),
    ).toEqual(["NOT_SELECTED category"]);
    await office.correct("takeBackRegistration", { id: places[1] });
    const left = (one?.["category"] as { code: string }).code;
    const category = left === "PRODUCER" ? "SERVICE_DESIGNER" : "PRODUCER";
    expect(await office.correct("correctRegistration", { id: places[0], category })).toMatchObject({
      category: { code: category },
      version: 2,
    });
  });

  it("never was: the candidate is trained, and is registered anew", async () => {
    const { id: application } = await office.candidates.trained();
    const entered = await office.ministry.make("registerOnList", {
      ...{ id: application, from: "2024-03-01" },
    });
    const [place] = entered["registrations"] as { id: string }[];
    expect(await office.correct("takeBackRegistration", { id: place?.id })).toMatchObject({
      from: "2024-03-01",
    });
    expect(
      await office.read(
        `{ registration(id: "${place?.id}") { id } application(id: "${application}") { stage stages { stage } } }`,
      ),
    ).toEqual({
      registration: null,
      application: {
        stage: "TRAINED",
        stages: ["SUBMITTED", "EVALUATED", "SELECTED", "TRAINED"].map((stage) => ({ stage })),
      },
    });
    const changes = await office.changes("application", application);
    expect(changes).toHaveLength(2);
    expect(changes).toContain(`takeBackRegistration (${reason}): stage REGISTERED → TRAINED`);
    expect(changes.join()).toContain("number 5 → null, on 2024-03-01 → null");
    await office.ministry.make("registerOnList", { id: application, from: "2024-04-01" });
  });

  it("moves the day on which the application was registered", async () => {
    const { id } = await registered();
    await office.correct("correctRegistration", { id, from: "2024-02-25" });
    expect(
      await office.read(`{ registration(id: "${id}") { application { stages { stage on } } } }`),
    ).toMatchObject({
      registration: {
        application: {
          stages: expect.arrayContaining([{ stage: "REGISTERED", on: "2024-02-25" }]),
        },
      },
    });
  });

  it.each<[string, object]>([
    ["DATE_OUT_OF_ORDER from", { from: "2024-02-19" }],
    ["DATE_IN_FUTURE from", { from: "2099-01-01", to: null }],
    ["INVALID_PERIOD to", { to: "2024-03-01" }],
    ["DATE_OUT_OF_RANGE to", { to: "2101-04-01" }],
    ["INVALID_TEXT removalReason", { removalReason: " " }],
    ["INVALID_PERIOD to", { to: null, removalReason: "None." }],
    ["NOT_SELECTED category", { category: "ENGINEER" }],
    ["INVALID_TEXT reason", { to: null, reason: " " }],
    ["VERSION_CONFLICT expectedVersion", { to: null, expectedVersion: 1 }],
    ["NOT_FOUND id", { id: "missing" }],
  ])("is refused %s", async (expected, input) => {
    const { id } = await removed();
    expect(await office.refused("correctRegistration", { id, ...input })).toEqual([expected]);
  });

  it("needs the reason of a removal with its day", async () => {
    const { id } = await registered();
    expect(await office.refused("correctRegistration", { id, to: "2024-06-01" })).toEqual([
      "INVALID_TEXT removalReason",
    ]);
  });

  it("keeps the engagements that came of it, which stand in its way", async () => {
    const { id } = await removed();
    const input = await office.candidates.engagement(id);
    const { id: engagement } = await office.ministry.make("startEngagement", input);
    const message = (input: object) => office.message("correctRegistration", { id, ...input });
    const found =
      "found an engagement with 011002 from 2024-04-01. Take it back, or put it right, first.";
    expect(await office.refused("correctRegistration", { id, from: "2024-05-01" })).toEqual([
      "STANDS_IN_THE_WAY from",
    ]);
    expect(await message({ from: "2024-05-01" })).toContain(found);
    expect(await office.refused("correctRegistration", { id, to: "2024-04-01" })).toEqual([
      "STANDS_IN_THE_WAY to",
    ]);
    expect(await message({ to: "2024-04-01" })).toContain(found);
    expect(await office.refused("takeBackRegistration", { id })).toEqual(["STANDS_IN_THE_WAY id"]);
    await office.correct("takeBackEngagement", { id: engagement });
    await office.correct("takeBackRegistration", { id });
  });

  it.each(["correctRegistration", "takeBackRegistration"] as const)(
    "is put right once by fifty %s at once",
    async (mutation) => {
      const { id, version } = await removed();
      const input = mutation === "correctRegistration" ? { to: "2024-07-01" } : {};
      const counts = await office.race(mutation, { id, expectedVersion: version, ...input });
      const lost = mutation === "correctRegistration" ? "VERSION_CONFLICT" : "NOT_FOUND";
      expect(counts).toEqual({ OK: 1, [lost]: 49 });
    },
  );
});
