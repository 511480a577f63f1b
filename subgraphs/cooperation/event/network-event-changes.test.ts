import { startTestSubgraph, type TestSubgraph } from "../../../test/support/subgraph";
import { cooperation } from "../cooperation";
import { type Answer, type Desk, expectRefused, openOffice } from "../office.fixture";

let office: TestSubgraph & Desk;
beforeAll(async () => {
  office = await openOffice(startTestSubgraph(cooperation));
});
afterAll(() => office.stop());

interface Event {
  id: string;
  version: number;
}
const selection = `id version state title theme edition startsOn endsOn city format cancelledOn cancellationReason
  source { id } fiscalYear { year } country { code } hostAgency { code } participatingCountries { code }
  participations { country { code } asGuest persons } presentations { id position title }`;
const on = (mutation: string, input: object): Promise<Answer<Event>> =>
  office.run(mutation, input, "networkEvent", selection);
let planned = 0;
const plan = (input: object): Promise<Answer<Event>> =>
  on("planEvent", {
    network: "CJK_PPN",
    kind: "WORKSHOP",
    title: `Workshop ${(planned += 1)}`,
    startsOn: "2025-06-01",
    ...input,
  });
const plannedEvent = async (input: object = {}): Promise<Event> => (await plan(input)).node;
const present = (input: object): Promise<Answer<Event>> =>
  office.run(
    "addPresentation",
    { country: "JP", title: "Recruitment", ...input },
    "networkEventPresentation",
    "id position title presenterName agency { code } event { id }",
  );

describe("planning an event", () => {
  it("keeps what is said of it, as precise as it is known", async () => {
    const { node, userErrors } = await plan({
      kind: "SYMPOSIUM",
      edition: 90,
      title: " 90th Joint Symposium ",
      theme: "Digital transformation",
      startsOn: "2027-10",
      city: "Tokyo",
      country: "JP",
      format: "IN_PERSON",
      hostAgency: "JP-NPA",
    });
    expect(userErrors).toEqual([]);
    expect(node).toMatchObject({
      version: 1,
      state: "PLANNED",
      title: "90th Joint Symposium",
      startsOn: "2027-10",
      fiscalYear: { year: 2027 },
      source: null,
      hostAgency: { code: "JP-NPA" },
      country: { code: "JP" },
    });
  });

  it.each([
    ["2025-03-31", 2024],
    ["2025-04-01", 2025],
    ["2025-03", 2024],
    ["2025", null],
  ])("that begins on %s puts it into fiscal year %j", async (startsOn, year) => {
    const { node } = await plan({ startsOn });
    expect(node).toMatchObject({ fiscalYear: year === null ? null : { year } });
  });

  it.each([
    ["EDITION_TAKEN", "edition", { kind: "SYMPOSIUM", edition: 90 }],
    ["EDITION_TAKEN", "edition", { kind: "SYMPOSIUM", edition: 16 }],
    ["INVALID_NUMBER", "edition", { edition: 0 }],
    ["INVALID_TEXT", "title", { title: " " }],
    ["INVALID_TEXT", "title", { title: "x".repeat(201) }],
    ["INVALID_TEXT", "title", { title: "\u200b" }],
    ["DATE_OUT_OF_RANGE", "startsOn", { startsOn: "9999" }],
    ["DATE_OUT_OF_RANGE", "startsOn", { startsOn: "0001-01" }],
    ["INVALID_PERIOD", "endsOn", { endsOn: "2025-05-31" }],
    ["INVALID_PERIOD", "endsOn", { startsOn: null, endsOn: "2025-05-31" }],
    ["UNKNOWN_NETWORK", "network", { network: "EU" }],
    ["UNKNOWN_COUNTRY", "country", { country: "QQ" }],
    ["UNKNOWN_AGENCY", "hostAgency", { hostAgency: "JP-XX" }],
    ["AGENCY_NOT_IN_FORCE", "hostAgency", { hostAgency: "KR-CSC" }],
  ])("is refused with %s at %s", async (code, field, input) => {
    await expectRefused(office, () => plan(input), code, field);
  });

  it("is refused where one of this kind, title and first day is on record, even a cancelled one", async () => {
    const same = { title: "Same title", startsOn: "2026-05", kind: "TRAINING" };
    const { id } = await plannedEvent(same);
    await on("cancelEvent", { id, reason: "Storm." });
    await expectRefused(
      office,
      () => plan({ ...same, title: " Same title" }),
      "EVENT_EXISTS",
      "title",
    );
    await expectRefused(office, () => plan({ ...same, edition: 900 }), "EVENT_EXISTS", "title");
    const waves = { ...same, title: "が行～ざ行 第１回" };
    expect((await plan(waves)).userErrors).toEqual([]);
    for (const title of [
      "が行〜ざ行 第１回",
      "か\u3099行～さ\u3099行 第１回",
      "が行~ざ行　第1回",
    ]) {
      await expectRefused(office, () => plan({ ...waves, title }), "EVENT_EXISTS", "title");
    }
    for (const other of [{ startsOn: "2026-05-01" }, { startsOn: null }, { kind: "WORKSHOP" }]) {
      expect((await plan({ ...same, ...other })).userErrors).toEqual([]);
    }
    await expectRefused(office, () => plan({ ...same, startsOn: null }), "EVENT_EXISTS", "title");
    const next = await plannedEvent({ ...same, startsOn: "2025-05-01" });
    const move = () => on("changeEvent", { id: next.id, startsOn: "2026-05" });
    await expectRefused(office, move, "EVENT_EXISTS", "title");
    await plan({ ...same, startsOn: "2025-05-02" });
    const hold = () => on("confirmEventHeld", { id: next.id, startsOn: "2025-05-02" });
    await expectRefused(office, hold, "EVENT_EXISTS", "startsOn");
    const answers = await Promise.all([1, 2, 3].map(() => plan({ ...same, title: "At once" })));
    const codes = answers.map(({ userErrors }) => userErrors.map(({ code }) => code).join());
    expect(codes.sort()).toEqual(["", "EVENT_EXISTS", "EVENT_EXISTS"]);
  });

  it("gives each number once where several plan at once", async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => plan({ edition: 77 })));
    const codes = answers.map(({ userErrors }) => userErrors.map(({ code }) => code).join());
    expect(codes.sort()).toEqual(["", "EDITION_TAKEN", "EDITION_TAKEN", "EDITION_TAKEN"]);
  });
});

describe("changing an event", () => {
  it("leaves what is not said, and takes away what is null", async () => {
    const { id } = await plannedEvent({ theme: "Pay", city: "Seoul", edition: 5 });
    const { node } = await on("changeEvent", { id, theme: null, startsOn: "2026-04-01" });
    expect(node).toMatchObject({
      version: 2,
      theme: null,
      city: "Seoul",
      edition: 5,
      startsOn: "2026-04-01",
      fiscalYear: { year: 2026 },
    });
  });

  it("is refused for what sources state, what was cancelled, and what nobody has recorded", async () => {
    const change = (input: object) => () => on("changeEvent", { title: "New", ...input });
    await expectRefused(office, change({ id: "cjk-ppn-symposium-16" }), "PUBLISHED_FACT", "id");
    await expectRefused(office, change({ id: "nothing" }), "NOT_FOUND", "id");
    const { id } = await plannedEvent();
    await on("cancelEvent", { id, reason: "Storm." });
    await expectRefused(office, change({ id }), "ALREADY_CANCELLED", "id");
    const other = await plannedEvent({ edition: 6 });
    await expectRefused(office, change({ id: other.id, edition: 5 }), "EDITION_TAKEN", "edition");
    await expectRefused(office, change({ id: other.id, title: null }), "INVALID_TEXT", "title");
    await expectRefused(
      office,
      change({ id: other.id, expectedVersion: 7 }),
      "VERSION_CONFLICT",
      "expectedVersion",
    );
  });

  it("cannot move an event to a day on which a participant does not belong to the network", async () => {
    const { id } = await plannedEvent({ network: "ACCSM", startsOn: "2024-08-01" });
    await on("recordParticipation", { event: id, add: [{ country: "TL" }] });
    const move = () => on("changeEvent", { id, startsOn: "2024-07-31" });
    await expectRefused(office, move, "NOT_A_MEMBER", "startsOn");
    expect((await on("changeEvent", { id, startsOn: "2024-08-02" })).userErrors).toEqual([]);
  });
});

describe("an event with presentations", () => {
  it("moves to a day only on which their agencies exist", async () => {
    const { id } = await plannedEvent({ startsOn: "2008-02-01" });
    await on("recordParticipation", { event: id, add: [{ country: "KR" }] });
    const { node } = await present({ event: id, country: "KR", agency: "KR-CSC" });
    const move = () => on("changeEvent", { id, startsOn: "2008-06-01" });
    await expectRefused(office, move, "AGENCY_NOT_IN_FORCE", "startsOn");
    const hold = () => on("confirmEventHeld", { id, startsOn: "2008-06-01" });
    await expectRefused(office, hold, "AGENCY_NOT_IN_FORCE", "startsOn");
    const said = { id: node.id, reason: "Reform." };
    await office.run("withdrawPresentation", said, "networkEventPresentation", "id");
    expect((await move()).userErrors).toEqual([]);
  });
});

describe("an event that was held", () => {
  it("becomes HELD on the days it was held", async () => {
    const { id } = await plannedEvent({ startsOn: "2025-10" });
    const { node } = await on("confirmEventHeld", {
      id,
      startsOn: "2025-10-06",
      endsOn: "2025-10-07",
    });
    expect(node).toMatchObject({ state: "HELD", startsOn: "2025-10-06", endsOn: "2025-10-07" });
    const again = () => on("confirmEventHeld", { id });
    await expectRefused(office, again, "ILLEGAL_STATE_CHANGE", "id");
    const cancel = () => on("cancelEvent", { id, reason: "Late." });
    await expectRefused(office, cancel, "ILLEGAL_STATE_CHANGE", "id");
    const blur = () => on("changeEvent", { id, startsOn: "2025-10" });
    await expectRefused(office, blur, "DATE_NOT_EXACT", "startsOn");
    const far = () => on("changeEvent", { id, startsOn: "2090-10-01", endsOn: null });
    await expectRefused(office, far, "DATE_IN_FUTURE", "startsOn");
  });

  it("needs its days, and they lie not in the future", async () => {
    const hold =
      (id: string, input: object = {}) =>
      () =>
        on("confirmEventHeld", { id, ...input });
    const vague = await plannedEvent({ startsOn: "2025-10" });
    await expectRefused(office, hold(vague.id), "DATE_NOT_EXACT", "startsOn");
    const undated = await plannedEvent({ startsOn: null });
    await expectRefused(office, hold(undated.id), "DATE_NOT_EXACT", "startsOn");
    const far = await plannedEvent({ startsOn: "2090-01-01" });
    await expectRefused(office, hold(far.id), "DATE_IN_FUTURE", "startsOn");
    const long = await plannedEvent({ startsOn: "2025-01-01", endsOn: "2090-01-01" });
    await expectRefused(office, hold(long.id), "DATE_IN_FUTURE", "endsOn");
  });

  it("is confirmed or cancelled once where several do so at once", async () => {
    const { id } = await plannedEvent();
    const answers = await Promise.all([
      ...[1, 2, 3].map(() => on("confirmEventHeld", { id })),
      ...[1, 2, 3].map(() => on("cancelEvent", { id, reason: "Storm." })),
    ]);
    expect(answers.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
    const { node } = answers.find(({ userErrors }) => userErrors.length === 0) ?? {};
    expect(node?.version).toBe(2);
  });
});

describe("an event that is cancelled", () => {
  it("keeps day and reason, and gives its number back", async () => {
    const { id } = await plannedEvent({ edition: 81 });
    const { node } = await on("cancelEvent", { id, on: "2025-05-01", reason: " Storm. " });
    expect(node).toMatchObject({
      state: "CANCELLED",
      cancelledOn: "2025-05-01",
      cancellationReason: "Storm.",
    });
    expect((await plan({ edition: 81 })).userErrors).toEqual([]);
  });

  it("has a reason, and was not cancelled in the future", async () => {
    const { id } = await plannedEvent();
    const cancel = (input: object) => () => on("cancelEvent", { id, reason: "Storm.", ...input });
    await expectRefused(office, cancel({ reason: "" }), "INVALID_TEXT", "reason");
    await expectRefused(office, cancel({ on: "2090-01-01" }), "DATE_IN_FUTURE", "on");
  });
});

describe("who takes part", () => {
  it("is added, changed, taken off and put back, members and guests alike", async () => {
    const { id } = await plannedEvent();
    const record = (input: object) => on("recordParticipation", { event: id, ...input });
    await record({
      add: [{ country: "KR" }, { country: "JP", persons: 3 }, { country: "AU", asGuest: true }],
    });
    const { node } = await record({ add: [{ country: "JP", persons: 4 }], remove: ["KR"] });
    expect(node).toMatchObject({
      version: 3,
      participatingCountries: [{ code: "JP" }, { code: "AU" }],
      participations: [
        { country: { code: "JP" }, asGuest: false, persons: 4 },
        { country: { code: "AU" }, asGuest: true, persons: null },
      ],
    });
    const back = await record({ add: [{ country: "KR" }] });
    expect(back.node).toMatchObject({
      participatingCountries: [{ code: "KR" }, { code: "JP" }, { code: "AU" }],
    });
  });

  it("belongs to the network on the event's day, or is a guest", async () => {
    const { id } = await plannedEvent({ network: "ACCSM", startsOn: "2024-07-31" });
    const record = (input: object) => () => on("recordParticipation", { event: id, ...input });
    await expectRefused(office, record({ add: [{ country: "TL" }] }), "NOT_A_MEMBER", "add");
    await expectRefused(office, record({ add: [{ country: "JP" }] }), "NOT_A_MEMBER", "add");
    const { userErrors } = await record({ add: [{ country: "JP", asGuest: true }] })();
    expect(userErrors).toEqual([]);
    const later = await plannedEvent({ network: "ACCSM", startsOn: "2024-08-01" });
    const observer = { event: later.id, add: [{ country: "TL" }] };
    expect((await on("recordParticipation", observer)).userErrors).toEqual([]);
  });

  it("is refused where the list makes no sense", async () => {
    const { id } = await plannedEvent();
    const record = (input: object) => () => on("recordParticipation", { event: id, ...input });
    const jp = { country: "JP" };
    await expectRefused(office, record({ add: [jp, jp] }), "REPEATED_COUNTRY", "add");
    await expectRefused(office, record({ add: [jp], remove: ["JP"] }), "REPEATED_COUNTRY", "add");
    await expectRefused(office, record({ remove: ["JP"] }), "NOT_A_PARTICIPANT", "remove");
    const nobody = record({ add: [{ ...jp, persons: 0 }] });
    await expectRefused(office, nobody, "INVALID_NUMBER", "add", "0", "persons");
    const nowhere = record({ add: [{ country: "QQ", asGuest: true }] });
    await expectRefused(office, nowhere, "UNKNOWN_COUNTRY", "add", "0", "country");
    const published = () =>
      on("recordParticipation", { event: "cjk-ppn-symposium-16", add: [{ country: "JP" }] });
    await expectRefused(office, published, "PUBLISHED_FACT", "event");
    const stale = record({ add: [jp], expectedVersion: 9 });
    await expectRefused(office, stale, "VERSION_CONFLICT", "expectedVersion");
  });

  it("is a guest only where it is no member, other than an observer", async () => {
    const add = (country: string) => [{ country, asGuest: true }];
    const { id: event } = await plannedEvent();
    const guest = () => on("recordParticipation", { event, add: add("KR") });
    await expectRefused(office, guest, "IS_A_MEMBER", "add", "0", "asGuest");
    const { id: other } = await plannedEvent({ network: "ACCSM", startsOn: "2025-06-02" });
    const observer = await on("recordParticipation", { event: other, add: add("TL") });
    expect(observer.userErrors).toEqual([]);
  });

  it("is changed by who has seen the last change, and counts as a change of the event", async () => {
    const { id: event } = await plannedEvent();
    const seen = { event, expectedVersion: 1 };
    const add = (country: string) => () =>
      on("recordParticipation", { ...seen, add: [{ country }] });
    expect((await add("JP")()).node).toMatchObject({ version: 2 });
    await expectRefused(office, add("KR"), "VERSION_CONFLICT", "expectedVersion");
    const again = await on("recordParticipation", { event, add: [{ country: "JP" }] });
    expect(again.node).toMatchObject({ version: 2 });
    await expectRefused(office, () => present(seen), "VERSION_CONFLICT", "expectedVersion");
    const { node } = await present({ event, expectedVersion: 2 });
    const version = async () => {
      const [row] = await office.sql("SELECT version FROM network_event WHERE id = $1", [event]);
      return row?.["version"];
    };
    expect(await version()).toBe(3);
    const withdraw = (id: string) => () =>
      office.run("withdrawPresentation", { id, reason: "Ill." }, "networkEventPresentation", "id");
    expect((await withdraw(node.id)()).userErrors).toEqual([]);
    expect(await version()).toBe(4);
    await expectRefused(office, withdraw("nothing"), "NOT_FOUND", "id");
    const { id } = (await present({ event })).node;
    await on("cancelEvent", { id: event, reason: "Storm." });
    await expectRefused(office, withdraw(id), "ALREADY_CANCELLED", "id");
  });

  it("is listed once where several add the same country at once", async () => {
    const { id } = await plannedEvent();
    const add = () => on("recordParticipation", { event: id, add: [{ country: "CN" }] });
    const answers = await Promise.all([add(), add(), add()]);
    expect(answers.map(({ userErrors }) => userErrors)).toEqual([[], [], []]);
    const rows = await office.sql(
      "SELECT version FROM network_event_participation WHERE event_id = $1",
      [id],
    );
    expect(rows).toEqual([{ version: 1 }]);
  });
});

describe("a presentation", () => {
  it("is given by a country that takes part, in its place in the order", async () => {
    const { id: event } = await plannedEvent();
    const jp = { event, agency: "JP-NPA", presenterName: " A. Example " };
    await expectRefused(office, () => present(jp), "NOT_A_PARTICIPANT", "country");
    await on("recordParticipation", { event, add: [{ country: "JP" }, { country: "KR" }] });
    expect((await present(jp)).node).toMatchObject({
      position: 1,
      presenterName: "A. Example",
      agency: { code: "JP-NPA" },
    });
    const second = await present({ event, country: "KR", position: 3 });
    expect((await present({ event, country: "KR" })).node).toMatchObject({ position: 4 });
    const third = () => present({ event, position: 3 });
    await expectRefused(office, third, "POSITION_TAKEN", "position");
    const remove = () => on("recordParticipation", { event, remove: ["KR"] });
    await expectRefused(office, remove, "HAS_PRESENTATIONS", "remove");

    const withdraw = (reason: string) => () =>
      office.run(
        "withdrawPresentation",
        { id: second.node.id, reason },
        "networkEventPresentation",
        "id version withdrawnOn withdrawalReason",
      );
    await expectRefused(office, withdraw(" "), "INVALID_TEXT", "reason");
    expect((await withdraw("Ill.")()).node).toMatchObject({ version: 2, withdrawalReason: "Ill." });
    await expectRefused(office, withdraw("Ill."), "PRESENTATION_WITHDRAWN", "id");
    expect((await third()).node).toMatchObject({ position: 3 });
  });

  it.each([
    ["INVALID_TEXT", "title", { title: "" }],
    ["INVALID_TEXT", "presenterName", { presenterName: "" }],
    ["INVALID_NUMBER", "position", { position: 0 }],
    ["AGENCY_OF_ANOTHER_COUNTRY", "agency", { agency: "KR-MPM" }],
    ["AGENCY_NOT_IN_FORCE", "agency", { country: "KR", agency: "KR-CSC" }],
    ["UNKNOWN_AGENCY", "agency", { agency: "JP-XX" }],
    ["NOT_FOUND", "event", { event: "nothing" }],
    ["PUBLISHED_FACT", "event", { event: "cjk-ppn-symposium-16" }],
  ])("is refused with %s at %s: %j", async (code, field, input) => {
    const { id: event } = await plannedEvent();
    await on("recordParticipation", { event, add: [{ country: "JP" }, { country: "KR" }] });
    await expectRefused(office, () => present({ event, ...input }), code, field);
  });
});

describe("reading", () => {
  it("many events with their participants and presentations takes the statements of one", async () => {
    const ask = (first: number) =>
      office.execute(
        `query ($first: Int) { networkEvents(first: $first, filter: { state: { in: [PLANNED, HELD, CANCELLED] } }) {
           totalCount nodes { ${selection} network { code } } } }`,
        { first },
      );
    const [one, many] = [await ask(1), await ask(60)];
    expect(many.statements.sort()).toEqual(one.statements.sort());
    expect(many.statements).toHaveLength(5);
  });

  it("published events count as held where the source gives a date, and their state is open otherwise", async () => {
    const rows = await office.sql(
      "SELECT DISTINCT state, starts_on IS NULL AS undated FROM network_event WHERE source_id IS NOT NULL ORDER BY 1",
    );
    expect(rows).toEqual([
      { state: "HELD", undated: false },
      { state: null, undated: true },
    ]);
  });
});

it("loading the published facts again changes no event, participation or presentation that was recorded", async () => {
  const rows = async () => [
    await office.sql("SELECT * FROM network_event ORDER BY id"),
    await office.sql("SELECT * FROM network_event_participation ORDER BY id"),
    await office.sql("SELECT * FROM network_event_presentation ORDER BY id"),
  ];
  const before = await rows();
  expect(await office.reload()).toEqual([]);
  expect(await rows()).toEqual(before);
});

it.each([
  ["one_recorded_event_an_edition", "edition, state", "90, 'PLANNED'"],
  [
    "one_recorded_event_a_title_and_start",
    "starts_on",
    "NULL), ('CJK_PPN', 'SYMPOSIUM', 'x', NULL",
  ],
  ["network_event_state_is_known", "state", "'LOST'"],
  ["recorded_event_has_a_state", "state", "NULL"],
  ["cancelled_event_has_a_reason", "state", "'CANCELLED'"],
  ["held_event_has_its_day", "state", "'HELD'"],
  ["network_event_format_is_known", "format", "'HYBRID'"],
  ["network_event_ends_after_it_starts", "starts_on, ends_on", "'2025-02-01', '2025-01-01'"],
])("the database refuses by %s what the code let through", async (constraint, columns, values) => {
  const insert = `INSERT INTO network_event (network_code, kind, title, ${columns}) VALUES ('CJK_PPN', 'SYMPOSIUM', 'x', ${values})`;
  await expect(office.sql(insert)).rejects.toMatchObject({ constraint });
});
