import { DateTimeScalar } from "../../kit/graphql/scalars";
import { passTime } from "../../../test/support/pass-time";
import { startTestSubgraph, type TestSubgraph } from "../../../test/support/subgraph";
import { dispatch } from "../dispatch";
import { type Answer, type Node, Office } from "./office.fixture";

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

const reason = "It was recorded from the wrong file.";

const correct = (mutation: string, input: object): Promise<Answer> =>
  office.change(mutation, mutation.match(/Official|Agency|Transfer/) ? "official" : "dispatch", {
    reason,
    ...input,
  });

async function corrected(mutation: string, input: object): Promise<Node> {
  const { node, userErrors } = await correct(mutation, input);
  expect(userErrors).toEqual([]);
  return node as Node;
}

/** Refused with this code at this field, and nothing was written. */
async function refused(code: string, field: string, mutation: string, input: object) {
  const before = await office.contents();
  const { node, userErrors } = await correct(mutation, input);
  expect(userErrors.map((error) => [error.code, error.path])).toEqual([[code, ["input", field]]]);
  expect(node).toBeNull();
  expect(await office.contents()).toEqual(before);
  return userErrors[0]?.message ?? "";
}

interface Change {
  readonly action: string;
  readonly reason: string | null;
  readonly fields: { readonly field: string; readonly before: string; readonly after: string }[];
}

/** The last change of a dispatch, as `action: field before → after, …`; and why. */
async function lastChange(id: unknown, type = "dispatch"): Promise<string> {
  const { data } = await subgraph.execute<Record<string, { changes: { nodes: Change[] } }>>(
    `query ($id: ID!) { ${type}(id: $id) { changes(first: 1, filter: { reason: { isNull: false } }) {
       nodes { action reason fields { field before after } } } } }`,
    { id },
  );
  const [change] = data[type]?.changes.nodes ?? [];
  expect(change?.reason).toBe(reason);
  const fields = (change?.fields ?? []).map(
    ({ field, before, after }) => `${field} ${before} → ${after}`,
  );
  return `${change?.action}: ${fields.join(", ")}`;
}

const ago = (minutes: number) => DateTimeScalar.serialize(new Date(Date.now() - minutes * 60_000));

async function known(id: unknown, knownAt?: string): Promise<unknown> {
  const { data } = await subgraph.execute<{ dispatch: unknown }>(
    `query ($id: ID!, $knownAt: KnownAt) { dispatch(id: $id, knownAt: $knownAt) {
       version state post plannedFrom plannedTo consentOn startedOn returnedOn payRatio official { id }
       homeAgency { code } country { code } organization { code } cancelledOn } }`,
    { id, knownAt },
  );
  return data.dispatch;
}

describe("a dispatch that was recorded wrongly", () => {
  const begun = () => office.started({ payRatio: 70 });
  const returned = async () =>
    office.done("returnFromDispatch", "dispatch", {
      id: (await begun()).id,
      returnedOn: "2021-06-01",
    });
  const cancelled = async () =>
    office.done("cancelDispatch", "dispatch", { id: (await office.planned()).id, reason: "Ill." });

  it.each<[string, () => Promise<Node>, () => object | Promise<object>, string]>([
    ["post", begun, () => ({ post: "Chief" }), "post Adviser → Chief"],
    ["pay", begun, () => ({ payRatio: null }), "payRatio 70 → null"],
    ["country of duty", begun, () => ({ country: "FR" }), "country CH → FR"],
    [
      "plan's first day",
      begun,
      () => ({ plannedFrom: "2020-03-01" }),
      "plannedFrom 2020-04-01 → 2020-03-01",
    ],
    [
      "end of the term",
      begun,
      () => ({ plannedTo: "2023-04-01" }),
      "plannedTo 2022-04-01 → 2023-04-01",
    ],
    ["consent", begun, () => ({ consentOn: "2020-02-01" }), "consentOn 2020-01-10 → 2020-02-01"],
    [
      "consultation",
      begun,
      () => ({ npaConsultedOn: "2020-02-01" }),
      "npaConsultedOn null → 2020-02-01",
    ],
    ["start", begun, () => ({ startedOn: "2020-05-01" }), "startedOn 2020-04-01 → 2020-05-01"],
    ["start that was not", begun, () => ({ startedOn: null }), "startedOn 2020-04-01 → null"],
    [
      "consent that was not given",
      () => office.consented(),
      () => ({ consentOn: null }),
      "consentOn 2020-01-10 → null",
    ],
    [
      "return",
      returned,
      () => ({ returnedOn: "2021-07-01" }),
      "returnedOn 2021-06-01 → 2021-07-01",
    ],
    ["return that was not", returned, () => ({ returnedOn: null }), "returnedOn 2021-06-01 → null"],
    [
      "start and return",
      returned,
      () => ({ startedOn: null, returnedOn: null }),
      "returnedOn 2021-06-01 → null, startedOn 2020-04-01 → null",
    ],
    [
      "return beyond the term",
      returned,
      () => ({ plannedTo: "2021-05-01", acknowledgeOverstay: true }),
      "overstayed false → true, plannedTo 2022-04-01 → 2021-05-01",
    ],
    [
      "reason of a cancellation",
      cancelled,
      () => ({ cancellationReason: "Moved." }),
      "cancellationReason Ill. → Moved.",
    ],
  ])(
    "has another %s once it is put right, and what was said before is known",
    async (_what, prepare, input, expected) => {
      const { id } = await prepare();
      const before = await known(id);
      await passTime(subgraph.ownerUrl, "10 minutes");
      const { version } = await corrected("correctDispatch", { id, ...(await input()) });
      expect(version).toBe((before as Node).version + 1);
      expect(await lastChange(id)).toBe(`correctDispatch: ${expected}`);
      const now = await known(id);
      expect(now).not.toEqual(before);
      await passTime(subgraph.ownerUrl, "10 minutes");
      expect(await known(id, ago(15))).toEqual(before);
      expect(await known(id, ago(5))).toEqual(now);
    },
  );

  it("was another official's, or to another organization", async () => {
    const { id } = await begun();
    const other = await office.official({ homeAgency: "JP-MOF" });
    const organization = await office.organization({ country: "FR", type: "FOREIGN_GOVERNMENT" });
    await corrected("correctDispatch", { id, official: other.id });
    expect(await known(id)).toMatchObject({
      official: { id: other.id },
      homeAgency: { code: "JP-MOF" },
      country: { code: "CH" },
    });
    await corrected("correctDispatch", {
      ...{ id, organization: organization.id, legalBasis: "ART2_1_2" },
    });
    expect(await known(id)).toMatchObject({
      organization: { code: organization["code"] },
      country: { code: "FR" },
    });
  });

  it("was not cancelled, and goes on from there", async () => {
    const { id } = await cancelled();
    const { node } = await correct("correctDispatch", { id, cancelledOn: null });
    expect(node).toMatchObject({ state: "PLANNED", cancelledOn: null, cancellationReason: null });
    await office.done("recordDispatchConsent", "dispatch", { id, consentOn: "2020-01-10" });
  });

  it("was never planned, and is in its history alone", async () => {
    const { id } = await office.planned();
    await passTime(subgraph.ownerUrl, "10 minutes");
    expect(await corrected("takeBackDispatch", { id })).toMatchObject({ id, post: "Adviser" });
    expect(await known(id)).toBeNull();
    await passTime(subgraph.ownerUrl, "10 minutes");
    expect(await known(id, ago(15))).toMatchObject({ post: "Adviser" });
    expect(await known(id, ago(5))).toBeNull();
    const { data } = await subgraph.execute<{ dispatchRecordChanges: { nodes: Change[] } }>(
      "{ dispatchRecordChanges(first: 1, latest: true) { nodes { action reason fields { field before after } } } }",
    );
    const [change] = data.dispatchRecordChanges.nodes;
    expect(change).toMatchObject({ action: "takeBackDispatch", reason });
    expect(change?.fields).toContainEqual({ field: "post", before: "Adviser", after: null });
  });

  it("is recorded in one step where it is past", async () => {
    const [official, organization] = [await office.official(), await office.organization()];
    const dispatch = {
      ...{ official: official.id, organization: organization.id, post: "Adviser" },
      ...{ legalBasis: "ART2_1_1", plannedFrom: "2010-04-01", plannedTo: "2012-04-01" },
      ...{ consentOn: "2010-01-01", startedOn: "2010-04-01", returnedOn: "2012-04-01" },
    };
    expect(await office.done("recordPastDispatch", "dispatch", dispatch)).toMatchObject({
      state: "RETURNED",
      version: 1,
    });
    const late = { ...dispatch, plannedFrom: "2013-04-01", plannedTo: "2014-04-01" };
    const { codes } = await office.change("recordPastDispatch", "dispatch", {
      ...late,
      startedOn: "2013-04-01",
      returnedOn: "2014-05-01",
    });
    expect(codes).toEqual(["RETURN_AFTER_TERM"]);
  });

  it("keeps the rules of its official's whole file", async () => {
    const { id: official } = await office.official();
    const first = await office.started({ official });
    await office.done("returnFromDispatch", "dispatch", { id: first.id, returnedOn: "2022-04-01" });
    const plan = { official, plannedFrom: "2022-04-01", plannedTo: "2024-04-01" };
    await office.started(plan, "2022-04-01");
    const input = { id: first.id };
    await refused("OVERLAPPING_DISPATCH", "startedOn", "correctDispatch", {
      ...{ ...input, plannedTo: "2023-04-01", returnedOn: "2023-01-01" },
    });
    await refused("STILL_ON_DISPATCH", "returnedOn", "correctDispatch", {
      ...{ ...input, returnedOn: null },
    });
    await refused("CONSENT_MISSING", "consentOn", "correctDispatch", { ...input, consentOn: null });
    await refused("NOT_ON_DISPATCH", "returnedOn", "correctDispatch", {
      ...input,
      startedOn: null,
    });
    await refused("NOT_FOUND", "official", "correctDispatch", { ...input, official: "nobody" });
    const alone = await begun();
    await refused("START_AFTER_TERM", "startedOn", "correctDispatch", {
      ...{ id: alone.id, startedOn: "2023-01-01" },
    });
    const message = await refused("STANDS_IN_THE_WAY", "id", "takeBackDispatch", input);
    expect(message).toBe(
      "Expected a dispatch that has not begun, received one that began on 2020-04-01. Take it back, or put it right, first.",
    );
  });

  it.each(["", "  ", "x".repeat(2_001)])("is not put right without a reason", async (without) => {
    const { id } = await office.planned();
    await refused("INVALID_TEXT", "reason", "correctDispatch", {
      ...{ id, post: "Chief", reason: without },
    });
  });

  it("is put right once by 50 who do so at once, and the others learn of it", async () => {
    const { id, version } = await begun();
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        correct("correctDispatch", { id, expectedVersion: version, post: `Post ${index}` }),
      ),
    );
    expect(answers.filter(({ node }) => node)).toHaveLength(1);
    const others = answers.filter(({ node }) => !node);
    expect(new Set(others.flatMap(({ codes }) => codes))).toEqual(new Set(["VERSION_CONFLICT"]));
    expect(await known(id)).toMatchObject({ version: version + 1 });
  });

  it("of an official who counts as back counts as on dispatch again where none has followed", async () => {
    const { id: official } = await office.official();
    const later = await office.started(
      { official, plannedFrom: "2022-04-01", plannedTo: "2024-04-01" },
      "2022-04-01",
    );
    const earlier = await office.started({ official });
    expect(earlier["state"]).toBe("RETURNED");
    await corrected("correctDispatch", { id: later.id, startedOn: null });
    expect(await known(earlier.id)).toMatchObject({ state: "ON_DISPATCH" });
  });
});

describe("an extension that was recorded wrongly", () => {
  const extended = async () => {
    const { id } = await office.started({ plannedTo: "2021-04-01" });
    const extend = (newTo: string, consentOn: string) =>
      office.done("extendDispatch", "dispatch", { id, newTo, consentOn });
    await extend("2022-04-01", "2021-01-10");
    return extend("2023-04-01", "2022-01-10");
  };

  it("has another end and consent once it is put right", async () => {
    const { id } = await extended();
    const previousTo = "2022-04-01";
    expect(
      await corrected("correctDispatchExtension", {
        ...{ id, previousTo, newTo: "2024-04-01", consentOn: "2022-02-01" },
      }),
    ).toMatchObject({
      plannedTo: "2024-04-01",
      extensions: [{ newTo: "2022-04-01" }, { newTo: "2024-04-01", consentOn: "2022-02-01" }],
    });
    await corrected("correctDispatchExtension", {
      ...{ id, previousTo: "2021-04-01", consentOn: "2021-02-01" },
    });
    await refused("STANDS_IN_THE_WAY", "newTo", "correctDispatchExtension", {
      ...{ id, previousTo: "2021-04-01", newTo: "2022-05-01" },
    });
    await refused("CONSENT_AFTER_START", "consentOn", "correctDispatchExtension", {
      ...{ id, previousTo, consentOn: "2022-05-01" },
    });
    await refused("NOT_FOUND", "previousTo", "correctDispatchExtension", {
      ...{ id, previousTo: "2000-04-01" },
    });
  });

  it("leaves a consultation, or an overstay, to be said where it is taken back", async () => {
    const { id } = await office.started({ plannedTo: "2022-04-01" });
    const previousTo = "2022-04-01";
    await office.done("extendDispatch", "dispatch", {
      ...{ id, newTo: "2026-04-01", consentOn: "2021-01-10", npaConsultedOn: "2021-01-10" },
    });
    await office.done("returnFromDispatch", "dispatch", { id, returnedOn: "2023-04-01" });
    const take = { id, previousTo };
    await refused("STANDS_IN_THE_WAY", "npaConsultedOn", "takeBackDispatchExtension", take);
    await refused("RETURN_AFTER_TERM", "acknowledgeOverstay", "takeBackDispatchExtension", {
      ...{ ...take, npaConsultedOn: null },
    });
    expect(
      await corrected("takeBackDispatchExtension", {
        ...{ ...take, npaConsultedOn: null, acknowledgeOverstay: true },
      }),
    ).toMatchObject({ npaConsultedOn: null, overstayed: true, plannedTo: "2022-04-01" });
  });

  it("is taken back, the last first; until then it stands in the way", async () => {
    const { id } = await extended();
    const message = await refused("STANDS_IN_THE_WAY", "startedOn", "correctDispatch", {
      ...{ id, startedOn: null },
    });
    expect(message).toContain("found one until 2023-04-01");
    await refused("STANDS_IN_THE_WAY", "plannedTo", "correctDispatch", {
      ...{ id, plannedTo: "2023-05-01" },
    });
    await refused("STANDS_IN_THE_WAY", "previousTo", "takeBackDispatchExtension", {
      ...{ id, previousTo: "2021-04-01" },
    });
    await corrected("takeBackDispatchExtension", { id, previousTo: "2022-04-01" });
    expect(
      await corrected("takeBackDispatchExtension", { id, previousTo: "2021-04-01" }),
    ).toMatchObject({ plannedTo: "2021-04-01", extensions: [] });
    await corrected("correctDispatch", { id, startedOn: null });
  });
});

describe("an official who was recorded wrongly", () => {
  const agencies = ({ homeAgencyHistory }: Node): string[] =>
    (homeAgencyHistory as { from: string; to: string | null; agency: { code: string } }[]).map(
      ({ from, to, agency }) => `${agency.code} ${from}–${to ?? ""}`,
    );
  const moved = async (on: string, agency = "JP-MOF") => {
    const { id } = await office.official();
    return office.done("transferOfficial", "official", { id, agency, on });
  };

  it("has another number and name once they are put right", async () => {
    const { id } = await office.official({ personnelNumber: "W-1", name: "山田" });
    await office.official({ personnelNumber: "W-2" });
    expect(
      await corrected("correctOfficial", { id, personnelNumber: "W-3", name: "山本" }),
    ).toMatchObject({ personnelNumber: "W-3", name: "山本", version: 2 });
    expect(await lastChange(id, "official")).toBe(
      "correctOfficial: name 山田 → 山本, personnelNumber W-1 → W-3",
    );
    await refused("PERSONNEL_NUMBER_TAKEN", "personnelNumber", "correctOfficial", {
      ...{ id, personnelNumber: "W-2" },
    });
  });

  it("was from another agency, also when sent: the dispatch is then from it too", async () => {
    const { id: official } = await office.official();
    const { id } = await office.started({ official });
    const input = { id: official, from: "2000-04-01", agency: "JP-MOF" };
    expect(agencies(await corrected("correctHomeAgency", input))).toEqual(["JP-MOF 2000-04-01–"]);
    expect(await known(id)).toMatchObject({ homeAgency: { code: "JP-MOF" } });
    await refused("STANDS_IN_THE_WAY", "from", "correctHomeAgency", {
      ...{ id: official, from: "2000-04-01", newFrom: "2021-04-01" },
    });
  });

  it("was transferred on another day, or will be", async () => {
    const { id } = await moved("2099-04-01");
    const later = { id, from: "2099-04-01", newFrom: "2098-04-01" };
    expect(agencies(await corrected("correctHomeAgency", later))).toEqual([
      "JP-METI 2000-04-01–2098-04-01",
      "JP-MOF 2098-04-01–",
    ]);
    const earlier = { id, from: "2098-04-01", newFrom: "2099-04-01" };
    expect(agencies(await corrected("correctHomeAgency", earlier))).toEqual([
      "JP-METI 2000-04-01–2099-04-01",
      "JP-MOF 2099-04-01–",
    ]);
    await refused("STANDS_IN_THE_WAY", "newFrom", "correctHomeAgency", {
      ...{ id, from: "2099-04-01", newFrom: "2000-04-01" },
    });
    await refused("ALREADY_AT_AGENCY", "agency", "correctHomeAgency", {
      ...{ id, from: "2099-04-01", agency: "JP-METI" },
    });
    await refused("NOT_A_HOME_AGENCY", "agency", "correctHomeAgency", {
      ...{ id, from: "2099-04-01", agency: "US-DOD" },
    });
    await refused("NOT_FOUND", "from", "correctHomeAgency", { id, from: "2001-04-01" });
    const { version } = await corrected("correctHomeAgency", { id, from: "2099-04-01" });
    expect(version).toBe(4);
  });

  it("was never transferred, or will not be", async () => {
    const { id } = await moved("2010-04-01");
    const { id: dispatched } = await office.started({ official: id });
    expect(await known(dispatched)).toMatchObject({ homeAgency: { code: "JP-MOF" } });
    expect(agencies(await corrected("takeBackTransfer", { id, from: "2010-04-01" }))).toEqual([
      "JP-METI 2000-04-01–",
    ]);
    expect(await known(dispatched)).toMatchObject({ homeAgency: { code: "JP-METI" } });
    const message = await refused("STANDS_IN_THE_WAY", "from", "takeBackTransfer", {
      ...{ id, from: "2000-04-01" },
    });
    expect(message).toContain("received JP-METI, the first on record");
  });

  it("is one with the next agency where that is the one before", async () => {
    const { id } = await moved("2010-04-01");
    await office.done("transferOfficial", "official", { id, agency: "JP-METI", on: "2015-04-01" });
    expect(agencies(await corrected("takeBackTransfer", { id, from: "2010-04-01" }))).toEqual([
      "JP-METI 2000-04-01–",
    ]);
  });

  it("should never have been registered", async () => {
    const { id: official } = await office.official();
    const { id } = await office.planned({ official });
    await refused("STANDS_IN_THE_WAY", "id", "takeBackOfficial", { id: official });
    await passTime(subgraph.ownerUrl, "10 minutes");
    await corrected("takeBackDispatch", { id });
    await corrected("takeBackOfficial", { id: official });
    const { data } = await subgraph.execute("query ($id: ID!) { official(id: $id) { id } }", {
      id: official,
    });
    expect(data).toEqual({ official: null });
    await passTime(subgraph.ownerUrl, "10 minutes");
    // What was planned then leads to who was on record then.
    const before = await subgraph.execute(
      `{ dispatchHistory(first: 500, knownAt: "${ago(15)}") { nodes { id official { id name } } } }`,
    );
    expect(before.errors).toEqual([]);
    expect(before.text).toContain(official);
  });
});
