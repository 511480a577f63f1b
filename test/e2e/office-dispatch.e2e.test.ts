import { made, mutate } from "../support/mutate";
import { startTestGraph, type TestGraph } from "../support/graph";

let graph: TestGraph;
beforeAll(async () => {
  graph = await startTestGraph();
});
afterAll(() => graph.stop());

const whole = `dispatch { id version state plannedTo returnedOn
  official { id personnelNumber homeAgency(asOf: "2021-04-01") { code } }
  organization { code type { code } } extensions { previousTo newTo consentOn } }`;

describe("the office that sends officials abroad", () => {
  let official: { id: string; version: number };
  let organization: { id: string };
  let dispatched: { id: string; version: number };

  it("registers an official and transfers him to another ministry", async () => {
    const registered = await made(
      graph,
      "registerOfficial",
      { personnelNumber: "E2E-1", name: "試験 一郎", homeAgency: "JP-MOF", from: "2015-04-01" },
      "official { id version }",
    );
    official = await made(
      graph,
      "transferOfficial",
      { id: registered.id, expectedVersion: 1, agency: "JP-MHLW", on: "2020-04-01" },
      "official { id version }",
    );
    const { data } = await graph.execute<{ official: Record<string, { code: string } | null> }>(
      `query ($id: ID!) { official(id: $id) {
        before: homeAgency(asOf: "2015-03-31") { code } first: homeAgency(asOf: "2020-03-31") { code }
        then: homeAgency(asOf: "2020-04-01") { code } now: homeAgency { code } } }`,
      { id: official.id },
    );
    expect(data.official).toEqual({
      before: null,
      first: { code: "JP-MOF" },
      then: { code: "JP-MHLW" },
      now: { code: "JP-MHLW" },
    });
  });

  it("registers an organization, plans, takes consent and starts", async () => {
    organization = await made<{ id: string }>(
      graph,
      "registerOrganization",
      {
        code: "E2E-WHO",
        nameEn: "Test Health Organization",
        type: "UNITED_NATIONS",
        region: "EUROPE",
        country: "CH",
      },
      "organization { id }",
    );
    const planned = await made(
      graph,
      "planDispatch",
      {
        official: official.id,
        organization: organization.id,
        post: "Technical officer",
        legalBasis: "ART2_1_1",
        plannedFrom: "2021-04-01",
        plannedTo: "2023-04-01",
        payRatio: 70,
      },
      "dispatch { id version }",
    );
    const { refusals } = await mutate(
      graph,
      "startDispatch",
      { id: planned.id, startedOn: "2021-04-01" },
      "dispatch { id }",
    );
    expect(refusals.map(({ code }) => code)).toEqual(["CONSENT_MISSING"]);
    const consented = await made(
      graph,
      "recordDispatchConsent",
      { id: planned.id, consentOn: "2021-02-10" },
      "dispatch { id version state }",
    );
    expect(consented).toMatchObject({ state: "CONSENTED", version: 2 });
    dispatched = await made(
      graph,
      "startDispatch",
      { id: planned.id, startedOn: "2021-04-01", expectedVersion: consented.version },
      whole,
    );
    expect(dispatched).toMatchObject({
      version: 3,
      state: "ON_DISPATCH",
      official: { personnelNumber: "E2E-1", homeAgency: { code: "JP-MHLW" } },
      organization: { code: "E2E-WHO", type: { code: "UNITED_NATIONS" } },
    });
  });

  it("extends the term with new consent and brings the official back", async () => {
    const extended = await made(
      graph,
      "extendDispatch",
      { id: dispatched.id, newTo: "2024-04-01", consentOn: "2022-12-01" },
      whole,
    );
    expect(extended).toMatchObject({
      plannedTo: "2024-04-01",
      extensions: [{ previousTo: "2023-04-01", newTo: "2024-04-01", consentOn: "2022-12-01" }],
    });
    const returned = await made(
      graph,
      "returnFromDispatch",
      { id: dispatched.id, returnedOn: "2024-04-01" },
      whole,
    );
    expect(returned).toMatchObject({ state: "RETURNED", returnedOn: "2024-04-01" });
  });

  it("answers as of any day through the country and the agency, in one graph with the others", async () => {
    const counted = async (asOf: string) => {
      const { data } = await graph.execute<{
        country: { dispatches: { totalCount: number }; name: string };
        agency: { dispatches: { nodes: { official: { id: string } }[] } };
      }>(
        `query ($asOf: Date!) {
          country(code: "CH") { name dispatches(asOf: $asOf) { totalCount } }
          agency(code: "JP-MHLW") { dispatches(asOf: $asOf) { nodes { official { id } } } } }`,
        { asOf },
      );
      expect(data.agency.dispatches.nodes).toHaveLength(data.country.dispatches.totalCount);
      return data.country.dispatches.totalCount;
    };
    expect(await counted("2021-03-31")).toBe(0);
    expect(await counted("2021-04-01")).toBe(1);
    expect(await counted("2024-03-31")).toBe(1);
    expect(await counted("2024-04-01")).toBe(0);
  });

  it("sends the official out again on the day of return, and cancels what is not begun", async () => {
    const plan = (plannedFrom: string, plannedTo: string) => ({
      official: official.id,
      organization: organization.id,
      post: "Adviser",
      legalBasis: "ART2_1_1",
      plannedFrom,
      plannedTo,
    });
    const { refusals } = await mutate(
      graph,
      "planDispatch",
      plan("2024-03-31", "2025-04-01"),
      "dispatch { id }",
    );
    expect(refusals.map(({ code }) => code)).toEqual(["OVERLAPPING_DISPATCH"]);
    const next = await made(
      graph,
      "planDispatch",
      plan("2024-04-01", "2025-04-01"),
      "dispatch { id version }",
    );
    const cancelled = await made(
      graph,
      "cancelDispatch",
      { id: next.id, reason: "The organization has filled the post." },
      "dispatch { id version state cancellationReason }",
    );
    expect(cancelled).toMatchObject({ state: "CANCELLED" });
  });
});

it("reads the dispatches of every country in as many statements as of one", async () => {
  const dispatches = `dispatches(asOf: "2022-03-31", first: 5) {
    totalCount nodes { organization { name } official { homeAgency { code } } } }`;
  const ofOne = await graph.execute(`{ country(code: "CH") { ${dispatches} } }`);
  const ofAll = await graph.execute(`{ countries { code ${dispatches} } }`);
  expect([...ofOne.errors, ...ofAll.errors]).toEqual([]);
  expect(ofOne.statements.dispatch).toEqual([
    "Dispatch.byCountryCode",
    "Dispatch.byCountryCode.count",
    "homeAgencyByOfficialId",
    "officialById",
    "organizationByCode",
  ]);
  expect(ofAll.statements.dispatch).toEqual(ofOne.statements.dispatch);
  expect(ofAll.calls.map(({ kind, subgraph }) => [kind, subgraph])).toEqual([
    ["root", expect.any(String)],
    ["entities", "dispatch"],
  ]);
});
