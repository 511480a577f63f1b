import { startTestSubgraph, type TestSubgraph } from "../../../test/support/subgraph";
import { dispatch } from "../dispatch";
import { Office } from "./office.fixture";

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

/** Refused with these codes at these fields, and nothing was written. */
async function refused(
  expected: readonly [code: string, ...path: string[]][],
  mutation: string,
  input: object,
): Promise<void> {
  const before = await office.contents();
  const { node, userErrors } = await office.change(mutation, "dispatch", input);
  expect(userErrors.map(({ code, path }) => [code, ...path])).toEqual(
    expected.map(([code, ...path]) => [code, "input", ...path]),
  );
  expect(node).toBeNull();
  expect(await office.contents()).toEqual(before);
}

describe("consent", () => {
  it("comes on or before the first day as planned, and a wrong day is corrected before the start", async () => {
    const mutation = "recordDispatchConsent";
    const { id } = await office.planned();
    await refused([["CONSENT_AFTER_START", "consentOn"]], mutation, {
      id,
      consentOn: "2020-04-02",
    });
    await office.done(mutation, "dispatch", { id, consentOn: "2020-04-01" });
    await refused([["ALREADY_CONSENTED", "id"]], mutation, { id, consentOn: "2020-04-01" });
    expect(await office.done(mutation, "dispatch", { id, consentOn: "2020-03-01" })).toMatchObject({
      version: 3,
      state: "CONSENTED",
      consentOn: "2020-03-01",
    });
    await refused([["CONSENT_AFTER_START", "consentOn"]], mutation, {
      id,
      consentOn: "2020-04-02",
    });
    await office.done("startDispatch", "dispatch", { id, startedOn: "2020-04-01" });
    await refused([["ALREADY_BEGUN", "id"]], mutation, { id, consentOn: "2020-03-02" });
  });
});

describe("an extension", () => {
  const mutation = "extendDispatch";

  it("has consent and consultation of its own", async () => {
    const { id } = await office.started({ plannedTo: "2026-04-01", npaConsultedOn: "2020-01-01" });
    const extend = (newTo: string, consentOn: string, npaConsultedOn: string) => ({
      id,
      newTo,
      consentOn,
      npaConsultedOn,
    });
    await refused(
      [
        ["CONSENT_NOT_ANEW", "consentOn"],
        ["CONSULTATION_NOT_ANEW", "npaConsultedOn"],
      ],
      mutation,
      extend("2027-04-01", "2020-03-31", "2020-03-31"),
    );
    await office.done(mutation, "dispatch", extend("2027-04-01", "2025-02-01", "2025-03-01"));
    await refused(
      [
        ["CONSENT_NOT_ANEW", "consentOn"],
        ["CONSULTATION_NOT_ANEW", "npaConsultedOn"],
      ],
      mutation,
      extend("2028-04-01", "2025-01-31", "2025-03-01"),
    );
    await office.done(mutation, "dispatch", extend("2028-04-01", "2025-02-01", "2025-03-02"));
  });
});

describe("the return", () => {
  const mutation = "returnFromDispatch";

  it("lies after the end of the term only where the office acknowledges it, and on free days", async () => {
    const official = (await office.official()).id;
    const { id } = await office.started({ official });
    await office.planned({ official, plannedFrom: "2022-06-01", plannedTo: "2023-04-01" });
    const late = { id, returnedOn: "2022-05-10" };
    await refused([["RETURN_AFTER_TERM", "returnedOn"]], mutation, late);
    await refused([["RETURN_AFTER_TERM", "returnedOn"]], mutation, {
      ...late,
      acknowledgeOverstay: false,
    });
    await refused([["OVERLAPPING_DISPATCH", "returnedOn"]], mutation, {
      id,
      returnedOn: "2022-06-02",
      acknowledgeOverstay: true,
    });
    expect(
      await office.done(mutation, "dispatch", { ...late, acknowledgeOverstay: true }),
    ).toMatchObject({ state: "RETURNED", plannedTo: "2022-04-01", overstayed: true });
    const inTime = await office.started();
    expect(
      await office.done(mutation, "dispatch", {
        id: inTime.id,
        returnedOn: "2022-04-01",
        acknowledgeOverstay: true,
      }),
    ).toMatchObject({ overstayed: false });
  });
});

describe("a changed plan", () => {
  it("takes the country of an organization only where that is another", async () => {
    const organization = (await office.organization()).id;
    const { id } = await office.consented({ organization, country: "KE" });
    const mutation = "changePlannedDispatch";
    expect(await office.done(mutation, "dispatch", { id, organization })).toMatchObject({
      version: 2,
      state: "CONSENTED",
      country: { code: "KE" },
    });
    const nowhere = (await office.organization({ country: null })).id;
    await refused([["COUNTRY_MISSING", "country"]], mutation, { id, organization: nowhere });
    expect(
      await office.done(mutation, "dispatch", { id, organization: nowhere, country: "TH" }),
    ).toMatchObject({ state: "PLANNED", country: { code: "TH" } });
  });
});
