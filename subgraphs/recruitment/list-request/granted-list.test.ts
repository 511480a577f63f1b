import {
  startTestSubgraph,
  type TestSubgraph,
  type TestSubgraphOptions,
} from "../../../test/support/subgraph";
import type { Caller } from "../../kit/caller";
import { today } from "../../kit/clock";
import { addMunicipalities, Candidates, municipalities } from "../candidates.fixture";
import { Ministry } from "../ministry.fixture";
import { recruitment } from "../recruitment";

const { city, otherCity, ward } = municipalities;
const profiles = new Set(["published", "recruitment:profiles"]);
const unnamed: Partial<Caller> = { roles: ["municipality"], scopes: profiles, attributes: {} };
const municipality = (code: string): Partial<Caller> => ({
  ...unnamed,
  attributes: { municipality: code },
});
const grantedOn = "2024-03-10";
const officer: Partial<Caller> = {
  scopes: new Set(["published", "recruitment:records", "recruitment:persons"]),
};

let subgraph: TestSubgraph;
let ministry: Ministry;
let persons: readonly string[];

beforeAll(async () => {
  subgraph = await startTestSubgraph(recruitment);
  ministry = await Ministry.of(subgraph);
  await addMunicipalities(ministry);
  const candidates = new Candidates(ministry);
  await ministry.owner.query(
    `INSERT INTO list_request (municipality_code, requested_on, state, decided_on)
     VALUES ($1, '2024-03-01', 'GRANTED', $2)`,
    [otherCity, grantedOn],
  );
  persons = [await engaged(candidates), await engaged(candidates)];
});
afterAll(async () => {
  await ministry.close();
  await subgraph.stop();
});

/** A person on the list whom both municipalities have engaged, each in a role of its own; the person's name in kana. */
async function engaged(candidates: Candidates): Promise<string> {
  const [registration] = await candidates.registered();
  const input = await candidates.engagement(registration?.id ?? "");
  await ministry.make("startEngagement", { ...input, role: "of the city" });
  await ministry.make("startEngagement", {
    ...input,
    municipality: otherCity,
    role: "of the other city",
  });
  const { rows } = await ministry.owner.query<{ name_kana: string }>(
    "SELECT name_kana FROM applicant a JOIN registration r ON r.applicant_id = a.id WHERE r.id = $1",
    [registration?.id],
  );
  return rows[0]?.name_kana ?? "";
}

const ask = (caller: Partial<Caller>, query: string, options?: TestSubgraphOptions) =>
  subgraph.asCaller(caller, options).execute(query);

async function errorsOf(code: string | undefined, query: string, options?: TestSubgraphOptions) {
  const caller = code === undefined ? unnamed : municipality(code);
  const { errors } = await ask(caller, query, options);
  return errors.map(({ message, extensions }) => [extensions?.["code"], message]);
}

describe("a municipality that was granted the list", () => {
  it("sees who is on it from that day on, counted and found by name", async () => {
    const { data, errors } = await ask(
      municipality(otherCity),
      `{ externalPersonnelList(asOf: "2024-05-01", filter: { nameKana: { eq: "${persons[0] ?? ""}" } }) {
           totalCount nodes { nameKana registrations { from category { code } } } }
         onTheDay: externalPersonnelList(asOf: "${grantedOn}") { totalCount }
         now: externalPersonnelList { totalCount } }`,
    );
    expect(errors).toEqual([]);
    expect(data).toMatchObject({
      externalPersonnelList: {
        totalCount: 1,
        nodes: [{ nameKana: persons[0], registrations: [{ category: { code: "PRODUCER" } }] }],
      },
      now: { totalCount: 2 },
    });
  });

  it("is refused the list as of a day before, on every route to such a day", async () => {
    const refusal = [
      "LIST_NOT_GRANTED",
      `Expected a day from ${grantedOn} on, when the external personnel list was granted, received 2024-03-09.`,
    ];
    await expect(
      errorsOf(otherCity, '{ externalPersonnelList(asOf: "2024-03-09") { totalCount } }'),
    ).resolves.toEqual([refusal]);
    await expect(
      errorsOf(otherCity, "{ externalPersonnelList { totalCount } }", { asOf: "2024-03-09" }),
    ).resolves.toEqual([refusal]);
    await expect(
      errorsOf(
        otherCity,
        '{ externalPersonnelList(first: 1) { nodes { name registrations(asOf: "2024-03-09") { from } } } }',
      ),
    ).resolves.toEqual([refusal]);
  });

  it("sees its own engagements only, of a person and of itself", async () => {
    const { data, errors } = await ask(
      municipality(otherCity),
      `{ externalPersonnelList { nodes { engagements(asOf: "2024-05-01") { role municipality { code } } } }
         municipality(code: "${otherCity}") {
           engagements(asOf: "2024-05-01") { totalCount nodes { role } }
           engagementHistory { totalCount }
           listRequests { totalCount nodes { state } } } }`,
    );
    expect(errors).toEqual([]);
    const own = { role: "of the other city", municipality: { code: otherCity } };
    expect(data).toEqual({
      externalPersonnelList: { nodes: [{ engagements: [own] }, { engagements: [own] }] },
      municipality: {
        engagements: {
          totalCount: 2,
          nodes: [{ role: "of the other city" }, { role: "of the other city" }],
        },
        engagementHistory: { totalCount: 2 },
        listRequests: { totalCount: 1, nodes: [{ state: "GRANTED" }] },
      },
    });
  });

  it.each([
    ["engagements", "engagements { totalCount }"],
    ["engagements", "engagementHistory { nodes { role } }"],
    ["requests for the list", "listRequests { totalCount }"],
  ])("is refused the %s of another by %s", async (what, selection) => {
    const message = `A municipality sees its own ${what} only: expected municipality "${otherCity}", received "${city}".`;
    await expect(
      errorsOf(otherCity, `{ municipality(code: "${city}") { ${selection} } }`),
    ).resolves.toEqual([["FORBIDDEN", message]]);
  });

  it("is refused those of another that a list or an engagement leads to", async () => {
    const errors = await errorsOf(
      otherCity,
      '{ municipalities(filter: { prefecture: { eq: "13" } }) { nodes { code engagements { totalCount } } } }',
    );
    expect(new Set(errors.map(([code]) => code))).toEqual(new Set(["FORBIDDEN"]));
    expect(errors.length).toBeGreaterThan(10);
  });

  it.each([
    'filter: { applicantNumber: { eq: "A-0001" } }',
    'filter: { applicantNumber: { contains: "1" } }',
    "orderBy: [{ by: NAME_KANA }, { by: APPLICANT_NUMBER }]",
  ])("may not look for persons by a number it does not see: %s", async (argument) => {
    const errors = await errorsOf(
      otherCity,
      `{ externalPersonnelList(${argument}) { totalCount } }`,
    );
    expect(errors.map(([code]) => code)).toEqual(["FORBIDDEN"]);
  });

  it("asks for the grant with one statement, however many persons there are", async () => {
    const { statements } = await ask(
      municipality(otherCity),
      "{ externalPersonnelList { nodes { name registrations { from } engagements { role } } } }",
    );
    expect([...statements].sort()).toEqual([
      "ListedPerson",
      "engagementsByApplicantId",
      "grantDayByMunicipalityCode",
      "registrationsByApplicantId",
    ]);
  });
});

describe("a municipality that was not granted the list", () => {
  const list = "{ externalPersonnelList { totalCount } }";
  const refusal = (code: string) => [
    [
      "LIST_NOT_GRANTED",
      `Expected a municipality whose request for the external personnel list is granted, received "${code}".`,
    ],
  ];

  it("is refused it, as is a code that is no municipality's and a caller without one", async () => {
    await expect(errorsOf(ward, list)).resolves.toEqual(refusal(ward));
    await expect(errorsOf("999999", list)).resolves.toEqual(refusal("999999"));
    await expect(errorsOf(undefined, list)).resolves.toEqual(refusal("none"));
  });

  it("is refused it while its request is open, once it is refused, and before the day it is granted", async () => {
    const insert = (state: string, decided: string | null, reason: string | null) =>
      ministry.owner.query(
        `INSERT INTO list_request (municipality_code, requested_on, state, decided_on, refusal_reason)
         VALUES ($1, '2024-01-10', $2, $3, $4)`,
        [ward, state, decided, reason],
      );
    const remove = () =>
      ministry.owner.query("DELETE FROM list_request WHERE municipality_code = $1", [ward]);
    await insert("REQUESTED", null, null);
    await expect(errorsOf(ward, list)).resolves.toEqual(refusal(ward));
    await remove();
    await insert("REFUSED", "2024-01-11", "No reason.");
    await expect(errorsOf(ward, list)).resolves.toEqual(refusal(ward));
    await remove();
    await insert("GRANTED", "2100-01-01", null);
    await expect(
      errorsOf(ward, '{ externalPersonnelList(asOf: "2100-01-02") { totalCount } }'),
    ).resolves.toEqual(refusal(ward));
    await expect(errorsOf(ward, list, { asOf: "2100-01-02" })).resolves.toEqual(refusal(ward));
    await remove();
    await insert("GRANTED", today(), null);
    await expect(errorsOf(ward, list)).resolves.toEqual([]);
    await remove();
  });

  it("sees no engagement, not even where its caller names no municipality", async () => {
    const selection = `{ municipality(code: "${city}") { engagements { totalCount } } }`;
    const errors = await errorsOf(undefined, selection);
    expect(errors.map(([code]) => code)).toEqual(["FORBIDDEN"]);
  });
});

it("a caller who is permitted to see persons sees all engagements and the list of any day", async () => {
  const { data, errors } = await ask(
    officer,
    `{ externalPersonnelList(asOf: "2024-03-09", orderBy: { by: APPLICANT_NUMBER }) { totalCount }
       municipality(code: "${city}") { engagementHistory { totalCount } listRequests { totalCount } } }`,
  );
  expect(errors).toEqual([]);
  expect(data).toMatchObject({
    municipality: { engagementHistory: { totalCount: 2 }, listRequests: { totalCount: 1 } },
  });
});

it("a municipality meets no solicitation that the ministry has only recorded", async () => {
  await ministry.owner.query(
    `INSERT INTO solicitation (fiscal_year, agency_code, opens_on, closes_on)
     VALUES (2031, 'JP-MIC', '2031-11-01', '2031-12-01')`,
  );
  const query = "{ solicitation(fiscalYear: 2031) { opensOn } solicitations { totalCount } }";
  const [all, own] = await Promise.all([ask(officer, query), ask(municipality(otherCity), query)]);
  expect(all.data["solicitation"]).toEqual({ opensOn: "2031-11-01" });
  expect(own.data["solicitation"]).toBeNull();
  expect(own.errors).toEqual([]);
  expect(own.data["solicitations"]).not.toEqual(all.data["solicitations"]);
});
