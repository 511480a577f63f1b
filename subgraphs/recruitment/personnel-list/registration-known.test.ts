import { passTime } from "../../../test/support/pass-time";
import { startTestSubgraph, type TestSubgraph } from "../../../test/support/subgraph";
import { today } from "../../kit/clock";
import { DateTimeScalar } from "../../kit/graphql/scalars";
import { addMunicipalities, Candidates, municipalities } from "../candidates.fixture";
import { Ministry } from "../ministry.fixture";
import { recruitment } from "../recruitment";

let subgraph: TestSubgraph;
let ministry: Ministry;
let candidates: Candidates;
beforeEach(async () => {
  subgraph = await startTestSubgraph(recruitment);
  ministry = await Ministry.of(subgraph);
  await addMunicipalities(ministry);
  candidates = new Candidates(ministry);
});
afterEach(async () => {
  await ministry.close();
  await subgraph.stop();
});

const ago = (minutes: number) =>
  `"${DateTimeScalar.serialize(new Date(Date.now() - minutes * 60_000))}"`;
const pass = (minutes: number) => passTime(subgraph.ownerUrl, `${minutes} minutes`);

/** Everything of who is on the list on a day, in every list there is; the text as it came. */
async function onRecord(knownAt?: string): Promise<string> {
  const known = knownAt === undefined ? "" : `, knownAt: ${knownAt}`;
  const { text, errors } = await subgraph.execute(`{
    externalPersonnelList(asOf: "2024-06-01"${known}) { totalCount pageInfo { endCursor } nodes { id nameKana } }
    producers: externalPersonnelList(asOf: "2024-06-01", category: PRODUCER${known}) { totalCount }
    designers: externalPersonnelList(asOf: "2024-06-01", category: SERVICE_DESIGNER${known}) { totalCount }
    registrations(asOf: "2024-06-01", filter: { fiscalYear: { eq: 2023 } }${known}) { totalCount edges { cursor node { id version from to removalReason } } }
    registrationHistory(first: 500, orderBy: { by: TO }${known}) { totalCount nodes { id version to } }
    skillCategory(code: PRODUCER) { registrations(asOf: "2024-06-01"${known}) { totalCount nodes { id } } }
  }`);
  expect(errors).toEqual([]);
  return text;
}

it("the list as it was on record stays byte for byte when a removal is recorded, and that of today changes", async () => {
  const [registration] = await candidates.registered(["PRODUCER", "SERVICE_DESIGNER"]);
  await candidates.registered();
  const id = registration?.id ?? "";
  const quoted = await onRecord();
  await pass(60);
  expect(await onRecord(ago(1))).toBe(quoted);
  await ministry.make("removeFromList", { id, on: "2024-05-01", reason: "Entered by mistake" });
  const now = await onRecord();
  expect(now).not.toBe(quoted);
  await pass(60);
  expect(await onRecord(ago(61))).toBe(quoted);
  expect(await onRecord(ago(1))).toBe(now);
  const { data } = await subgraph.execute(
    `{ before: registration(id: "${id}", knownAt: ${ago(61)}) { version to }
       after: registration(id: "${id}", knownAt: ${ago(1)}) { version to removalReason applicant { nameKana } } }`,
  );
  expect(data).toMatchObject({
    before: { version: 1, to: null },
    after: { version: 2, to: "2024-05-01", removalReason: "Entered by mistake" },
  });
});

it("nobody was on record before the list was entered, and a removed row is kept", async () => {
  await pass(60);
  const empty = await onRecord(ago(30));
  const [registration] = await candidates.registered();
  await pass(60);
  const quoted = await onRecord(ago(1));
  expect(quoted).toContain(registration?.id);
  await ministry.owner.query("DELETE FROM registration");
  expect(await onRecord()).toBe(empty);
  expect([await onRecord(ago(90)), await onRecord(ago(1))]).toEqual([empty, quoted]);
});

it("a moment before the history began is refused by every list and by id", async () => {
  const selection = `knownAt: "2024-03-31") { __typename }`;
  for (const field of ["externalPersonnelList(", "registrations(", "registrationHistory("]) {
    const { errors } = await subgraph.execute(
      `{ ${field}${selection.replace("__typename", "totalCount")} }`,
    );
    expect(errors).toMatchObject([{ extensions: { code: "INVALID_KNOWN_AT" } }]);
  }
  const { errors } = await subgraph.execute(`{ registration(id: "none", ${selection} }`);
  expect(errors).toMatchObject([{ extensions: { code: "INVALID_KNOWN_AT" } }]);
});

describe("a municipality that was granted the list", () => {
  const caller = {
    roles: ["municipality"],
    scopes: new Set(["published", "recruitment:profiles"]),
    attributes: { municipality: municipalities.city },
  };

  it("is refused what was on record before, and sees the list as it is", async () => {
    await candidates.registered();
    await candidates.grantTo(municipalities.city);
    await pass(60);
    const ask = (args: string) =>
      subgraph
        .asCaller(caller)
        .execute(`{ externalPersonnelList(asOf: "${today()}"${args}) { totalCount } }`);
    const moment = ago(1);
    expect((await ask(`, knownAt: ${moment}`)).errors).toMatchObject([
      {
        message: `A municipality sees the external personnel list as it is on record now: expected no knownAt, received ${moment.replaceAll('"', "")}.`,
        extensions: { code: "FORBIDDEN" },
      },
    ]);
    const { data, errors } = await ask(", knownAt: null");
    expect([data, errors]).toEqual([{ externalPersonnelList: { totalCount: 1 } }, []]);
  });

  it.each(["registrations", "registrationHistory"])(
    "is refused %s at any moment",
    async (field) => {
      const { errors } = await subgraph
        .asCaller(caller)
        .execute(`{ ${field}(knownAt: ${ago(1)}) { totalCount } }`);
      expect(errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
    },
  );
});
