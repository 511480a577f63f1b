import { publicCaller } from "../../test/support/callers";
import { minutesAgo, passTime } from "../../test/support/pass-time";
import { startTestSubgraph, type TestSubgraph } from "../../test/support/subgraph";
import { Sheet } from "./cohort/sheet.fixture";
import { fellowship } from "./fellowship";
import { Office } from "./office.fixture";

let subgraph: TestSubgraph;
let office: Office;
beforeEach(async () => {
  subgraph = await startTestSubgraph(fellowship);
  office = await Office.of(subgraph);
});
afterEach(async () => {
  await office.close();
  await subgraph.stop();
});

const pass = (minutes: number) => passTime(subgraph.ownerUrl, `${minutes} minutes`);

const cohort = "totalCount nodes { id version number startsOn endsOn }";
const fellow = "totalCount nodes { id version fellowNumber name status completedOn withdrawnOn }";
const placement = "totalCount nodes { id version hostKind hostName from to endReason cancelledOn }";

/** Every list of what the office records, asked with these arguments; the text as it came. */
async function onRecord(args = ""): Promise<string> {
  const all = args === "" ? "" : `(${args})`;
  const onDay = `(asOf: "2023-07-01"${args && `, ${args}`})`;
  const { text, errors } = await subgraph.execute(`{
    cohorts${all} { ${cohort} }
    fellows${all} { ${fellow} }
    placements${onDay} { ${placement} }
    placementHistory${all} { ${placement} }
    fellowshipProgram(code: "MIKE_MANSFIELD") { cohorts${all} { ${cohort} } }
    _entities(representations: [{ __typename: "Country", code: "US" }, { __typename: "Agency", code: "US-DOD" }, { __typename: "Agency", code: "JP-MOF" }]) {
      ... on Country { fellows${all} { ${fellow} } }
      ... on Agency { fellowsSent${all} { ${fellow} } placementsHosted${onDay} { ${placement} } }
    }
  }`);
  expect(errors).toEqual([]);
  return text;
}

const asKnown = (minutes: number) => onRecord(`knownAt: ${minutesAgo(minutes)}`);

/** A cohort, a fellow of it and where the fellow works. */
async function recordAll() {
  const { id: cohort } = await office.cohort();
  const { id: fellow } = await office.fellow(cohort);
  const { id: placement } = await office.placement(fellow, {
    from: "2023-06-01",
    to: "2023-12-01",
  });
  return { cohort, fellow, placement };
}

it("every list stays byte for byte when records are corrected, while that of today changes", async () => {
  const empty = await onRecord();
  await pass(60);
  const { cohort, fellow } = await recordAll();
  const quoted = await onRecord();
  await pass(60);
  expect(await asKnown(1)).toBe(quoted);
  await office.make("rescheduleCohort", { id: cohort, endsOn: "2024-06-30" });
  await office.make("withdrawFellow", { id: fellow, lastDay: "2023-06-15", reason: "Illness." });
  const now = await onRecord();
  expect(now).not.toBe(quoted);
  await pass(60);
  expect(await asKnown(121)).toBe(empty);
  expect(await asKnown(61)).toBe(quoted);
  expect(await asKnown(1)).toBe(now);
  expect(await onRecord()).toBe(now);
});

it("what a spreadsheet puts right stays as it was known, and so does what is removed", async () => {
  const { id } = await office.cohort();
  const { fellowNumber } = office.fellowValues(id);
  const { id: fellow } = await office.make("admitFellow", {
    ...office.fellowValues(id),
    fellowNumber,
  });
  const sheet = new Sheet(office, subgraph.ownerUrl, "placements", {
    ...{ fellow_number: fellowNumber, host_kind: "AGENCY", host_agency: "JP-MOF", host_name: "" },
    ...{ from: "2023-06-01", to: "2023-09-01", end_reason: "" },
    ...{ cancelled_on: "", cancellation_reason: "" },
  });
  await sheet.take({});
  const quoted = await onRecord();
  await pass(60);
  await sheet.take({ to: "2023-06-20", end_reason: "Moved." });
  await sheet.take({ to: "2023-06-20", end_reason: "Moved." });
  const { rowCount } = await office.owner.query("SELECT FROM placement_history");
  expect(rowCount).toBe(1);
  await pass(60);
  const corrected = await asKnown(1);
  await office.owner.query("DELETE FROM placement WHERE fellow_id = $1", [fellow]);
  await office.owner.query("DELETE FROM fellow WHERE id = $1", [fellow]);
  expect(await asKnown(1)).toBe(corrected);
  expect(await asKnown(61)).toBe(quoted);
  expect(corrected).not.toBe(quoted);
});

it("a record is there by its id as it was, and what was recorded since a moment is listed", async () => {
  const { cohort, fellow, placement } = await recordAll();
  await pass(60);
  await office.make("endPlacement", { id: placement, lastDay: "2023-08-31", reason: "Done." });
  await office.make("completeFellowship", { id: fellow, lastDay: "2024-03-01" });
  await pass(60);
  const number = Number(cohort.split("-").at(-1));
  const by = (minutes: number) => `knownAt: ${minutesAgo(minutes)}`;
  const { data, errors } = await subgraph.execute(`{
    early: cohort(program: "MIKE_MANSFIELD", number: ${number}, ${by(119)}) { id }
    then: fellow(id: "${fellow}", ${by(90)}) { status }
    now: fellow(id: "${fellow}", ${by(1)}) { status }
    open: placement(id: "${placement}", ${by(90)}) { to }
    ended: placement(id: "${placement}", ${by(1)}) { to }
    changed: fellows(updatedSince: ${minutesAgo(90)}) { totalCount }
    unchanged: cohorts(updatedSince: ${minutesAgo(90)}) { totalCount }
    entered: cohorts(updatedSince: ${minutesAgo(121)}, filter: { number: { eq: ${number} } }) { nodes { id } }
  }`);
  expect(errors).toEqual([]);
  expect(data).toEqual({
    early: { id: cohort },
    then: { status: "ADMITTED" },
    now: { status: "COMPLETED" },
    open: { to: "2023-12-01" },
    ended: { to: "2023-09-01" },
    changed: { totalCount: 1 },
    unchanged: { totalCount: 0 },
    entered: { nodes: [{ id: cohort }] },
  });
});

it("a cohort that only the office knew is shown to nobody else, also as it was", async () => {
  await pass(3 * 24 * 60);
  const { id } = await office.cohort();
  const number = Number(id.split("-").at(-1));
  await pass(24 * 60);
  // A source names it since, and no longer.
  await office.owner.query("UPDATE cohort SET source_id = 'seed-npa' WHERE id = $1", [id]);
  await pass(24 * 60);
  await office.owner.query("DELETE FROM cohort WHERE id = $1", [id]);
  const day = (days: number) =>
    new Date(Date.now() + 9 * 3_600_000 - days * 86_400_000).toISOString().slice(0, 10);
  const asOf = async (days: number, caller = subgraph.asCaller(publicCaller)) => {
    const { data, errors } = await caller.execute(
      `{ cohort(program: "MIKE_MANSFIELD", number: ${number}, knownAt: "${day(days)}") { id }
         cohorts(knownAt: "${day(days)}", filter: { number: { eq: ${number} } }) { totalCount } }`,
    );
    expect(errors).toEqual([]);
    return data;
  };
  const seen = { cohort: { id }, cohorts: { totalCount: 1 } };
  expect(await asOf(2)).toEqual({ cohort: null, cohorts: { totalCount: 0 } });
  expect(await asOf(2, subgraph)).toEqual(seen);
  expect(await asOf(1)).toEqual(seen);
});
