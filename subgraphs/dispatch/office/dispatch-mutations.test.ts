import { startTestSubgraph, type TestSubgraph } from "../../../test/support/subgraph";
import { today } from "../../kit/clock";
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

const inDays = (days: number) => today(new Date(Date.now() + days * 86_400_000));

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

/** The same of a new plan, for a new official to a new organization where none are given. */
async function planRefused(code: string, field: string, values: object): Promise<void> {
  const filled = {
    official: (await office.official()).id,
    organization: (await office.organization()).id,
    post: "Adviser",
    legalBasis: "ART2_1_1",
    plannedFrom: "2020-04-01",
    plannedTo: "2022-04-01",
    ...values,
  };
  await refused([[code, field]], "planDispatch", filled);
}

describe("a dispatch from plan to return", () => {
  it("is planned, consented to, begun, renewed and ended, and counts its versions", async () => {
    const official = await office.official();
    const organization = await office.organization({ code: "WHO", country: "CH" });
    const planned = await office.planned({
      official: official.id,
      organization: organization.id,
      post: "  Technical Officer ",
      payRatio: 80,
    });
    expect(planned).toMatchObject({
      version: 1,
      state: "PLANNED",
      post: "Technical Officer",
      country: { code: "CH" },
      homeAgency: { code: "JP-METI" },
      organization: { code: "WHO" },
      legalBasis: { code: "ART2_1_1" },
      payRatio: 80,
      plannedFrom: "2020-04-01",
      plannedTo: "2022-04-01",
      extensions: [],
    });
    const { id } = planned;
    const change = (mutation: string, values: object) =>
      office.done(mutation, "dispatch", { id, ...values });
    expect(
      await change("recordDispatchConsent", { consentOn: "2020-02-01", expectedVersion: 1 }),
    ).toMatchObject({ version: 2, state: "CONSENTED", consentOn: "2020-02-01" });
    expect(await change("startDispatch", { startedOn: "2020-04-03" })).toMatchObject({
      version: 3,
      state: "ON_DISPATCH",
      startedOn: "2020-04-03",
    });
    expect(
      await change("extendDispatch", { newTo: "2023-04-01", consentOn: "2022-01-15" }),
    ).toMatchObject({
      version: 4,
      plannedTo: "2023-04-01",
      consentOn: "2020-02-01",
      extensions: [
        {
          previousTo: "2022-04-01",
          newTo: "2023-04-01",
          consentOn: "2022-01-15",
          npaConsultedOn: null,
        },
      ],
    });
    expect(await change("returnFromDispatch", { returnedOn: "2023-03-20" })).toMatchObject({
      version: 5,
      state: "RETURNED",
      returnedOn: "2023-03-20",
    });
    const { rows } = await office.owner.query(
      "SELECT action, version FROM change_record WHERE record_type = 'dispatch' AND record_id = $1 ORDER BY id",
      [id],
    );
    expect(rows).toEqual([
      { action: "planDispatch", version: 1 },
      { action: "recordDispatchConsent", version: 2 },
      { action: "startDispatch", version: 3 },
      { action: "extendDispatch", version: 4 },
      { action: "returnFromDispatch", version: 5 },
    ]);
  });

  it("has the state of each day, whatever was planned", async () => {
    const { id } = await office.started();
    await office.done("returnFromDispatch", "dispatch", { id, returnedOn: "2021-06-01" });
    const days = ["2020-01-09", "2020-01-10", "2020-04-01", "2021-05-31", "2021-06-01"];
    const { data } = await subgraph.execute(
      `query ($id: ID!) { dispatch(id: $id) { ${days
        .map((day, index) => `on${index}: state(asOf: "${day}")`)
        .join(" ")} today: state } }`,
      { id },
    );
    expect(data["dispatch"]).toEqual({
      on0: "PLANNED",
      on1: "CONSENTED",
      on2: "ON_DISPATCH",
      on3: "ON_DISPATCH",
      on4: "RETURNED",
      today: "RETURNED",
    });
  });

  it("is cancelled with its reason, and leaves its days to another", async () => {
    const official = (await office.official()).id;
    const { id } = await office.consented({ official });
    expect(
      await office.done("cancelDispatch", "dispatch", { id, reason: " Post abolished.\nBudget. " }),
    ).toMatchObject({
      state: "CANCELLED",
      cancelledOn: today(),
      cancellationReason: "Post abolished.\nBudget.",
    });
    await office.planned({ official });
  });

  it("changes before it begins, and consent lapses where what was consented to changes", async () => {
    const { id } = await office.consented();
    const change = (values: object) =>
      office.done("changePlannedDispatch", "dispatch", { id, ...values });
    expect(await change({ npaConsultedOn: "2020-01-01" })).toMatchObject({
      state: "CONSENTED",
      npaConsultedOn: "2020-01-01",
    });
    expect(await change({ post: "Director", payRatio: 100 })).toMatchObject({
      state: "PLANNED",
      consentOn: null,
      post: "Director",
      payRatio: 100,
    });
    const government = await office.organization({ type: "FOREIGN_GOVERNMENT", country: "FR" });
    expect(await change({ organization: government.id, legalBasis: "ART2_1_2" })).toMatchObject({
      organization: { code: government["code"] },
      legalBasis: { code: "ART2_1_2" },
      country: { code: "FR" },
    });
    expect(await change({ plannedTo: "2023-04-01", npaConsultedOn: null })).toMatchObject({
      plannedTo: "2023-04-01",
      npaConsultedOn: null,
    });
  });
});

describe("a plan", () => {
  it("needs a title of 1–200 characters without control characters", async () => {
    await planRefused("INVALID_TEXT", "post", { post: "  " });
    await planRefused("INVALID_TEXT", "post", { post: "x".repeat(201) });
    await planRefused("INVALID_TEXT", "post", { post: "a\u0000b" });
    for (const post of ["\u200b", "\u3164", "\u2800"]) {
      await planRefused("INVALID_TEXT", "post", { post });
    }
    await office.planned({ post: "x".repeat(200) });
  });

  it("needs an official and an organization that exist", async () => {
    await planRefused("NOT_FOUND", "official", { official: "nobody" });
    await planRefused("NOT_FOUND", "organization", { organization: "nowhere" });
  });

  it("needs a legal basis that covers the organization's kind", async () => {
    await planRefused("LEGAL_BASIS_DOES_NOT_FIT", "legalBasis", { legalBasis: "ART2_1_2" });
    const other = (await office.organization({ type: "OTHER" })).id;
    await planRefused("LEGAL_BASIS_DOES_NOT_FIT", "legalBasis", { organization: other });
    const hospital = (await office.organization({ type: "HOSPITAL" })).id;
    await office.planned({ organization: hospital, legalBasis: "ART2_1_3" });
  });

  it("needs a country of duty, its own or the organization's", async () => {
    const organization = (await office.organization({ country: null })).id;
    await planRefused("COUNTRY_MISSING", "country", { organization });
    await planRefused("UNKNOWN_COUNTRY", "country", { country: "XX" });
    expect(await office.planned({ organization, country: "KE" })).toMatchObject({
      country: { code: "KE" },
    });
  });

  it("needs a term of one day at least, in the fiscal years the graph covers", async () => {
    await planRefused("INVALID_PERIOD", "plannedTo", { plannedTo: "2020-04-01" });
    await planRefused("DATE_OUT_OF_RANGE", "plannedTo", {
      plannedTo: "2101-04-01",
      npaConsultedOn: "2020-01-01",
    });
    await refused(
      [
        ["DATE_OUT_OF_RANGE", "plannedFrom"],
        ["DATE_OUT_OF_RANGE", "plannedTo"],
      ],
      "planDispatch",
      {
        official: (await office.official()).id,
        organization: (await office.organization()).id,
        post: "Adviser",
        legalBasis: "ART2_1_1",
        plannedFrom: "9998-01-01",
        plannedTo: "9999-01-01",
      },
    );
    await office.planned({ plannedTo: "2020-04-02" });
  });

  it("needs consultation beyond exactly five years, which from 29 February end with February", async () => {
    const at = "npaConsultedOn";
    await planRefused("CONSULTATION_MISSING", at, { plannedTo: "2025-04-02" });
    await planRefused("CONSULTATION_MISSING", at, {
      plannedFrom: "2020-02-29",
      plannedTo: "2025-03-02",
    });
    await planRefused("DATE_IN_FUTURE", at, {
      plannedTo: "2025-04-02",
      npaConsultedOn: inDays(1),
    });
    await office.planned({ plannedTo: "2025-04-01" });
    await office.planned({ plannedFrom: "2020-02-29", plannedTo: "2025-03-01" });
    await office.planned({ plannedTo: "2025-04-02", npaConsultedOn: today() });
  });

  it("has a pay ratio of 0–100 %, if one is known", async () => {
    await planRefused("PAY_RATIO_OUT_OF_RANGE", "payRatio", { payRatio: -1 });
    await planRefused("PAY_RATIO_OUT_OF_RANGE", "payRatio", { payRatio: 101 });
    expect(await office.planned({ payRatio: 0 })).toMatchObject({ payRatio: 0 });
    expect(await office.planned({ payRatio: 100 })).toMatchObject({ payRatio: 100 });
    expect(await office.planned({ payRatio: null })).toMatchObject({ payRatio: null });
  });

  it("needs an official with a home agency on the first day", async () => {
    const official = (await office.official({ from: "2020-04-02" })).id;
    await planRefused("NO_HOME_AGENCY", "plannedFrom", { official });
    await office.planned({ official, plannedFrom: "2020-04-02" });
  });

  it("leaves no day to two dispatches; one can begin on the day another ends", async () => {
    const official = (await office.official()).id;
    await office.planned({ official, plannedFrom: "2020-04-01", plannedTo: "2022-04-01" });
    for (const [plannedFrom, plannedTo] of [
      ["2022-03-31", "2023-04-01"],
      ["2019-04-01", "2020-04-02"],
      ["2021-04-01", "2021-05-01"],
    ]) {
      await planRefused("OVERLAPPING_DISPATCH", "plannedFrom", {
        official,
        plannedFrom,
        plannedTo,
      });
    }
    await office.planned({ official, plannedFrom: "2022-04-01", plannedTo: "2023-04-01" });
    await office.planned({ official, plannedFrom: "2019-04-01", plannedTo: "2020-04-01" });
  });

  it("begins on a day on which no other dispatch of the official was planned to begin", async () => {
    const official = (await office.official()).id;
    await office.started({ official }, "2020-05-01");
    await planRefused("DISPATCH_EXISTS", "plannedFrom", { official, plannedTo: "2020-05-01" });
  });

  it("reports every broken rule at once", async () => {
    const official = (await office.official({ from: "2024-04-01" })).id;
    const organization = (await office.organization()).id;
    await refused(
      [
        ["LEGAL_BASIS_DOES_NOT_FIT", "legalBasis"],
        ["PAY_RATIO_OUT_OF_RANGE", "payRatio"],
        ["NO_HOME_AGENCY", "plannedFrom"],
        ["CONSULTATION_MISSING", "npaConsultedOn"],
      ],
      "planDispatch",
      {
        official,
        organization,
        post: "Adviser",
        legalBasis: "ART2_1_3",
        plannedFrom: "2020-04-01",
        plannedTo: "2030-04-01",
        payRatio: 120,
      },
    );
  });
});

describe("consent", () => {
  it("is given once, to a dispatch that is planned, and not in the future", async () => {
    const planned = (await office.planned({ plannedFrom: inDays(2), plannedTo: inDays(100) })).id;
    const mutation = "recordDispatchConsent";
    await refused([["DATE_IN_FUTURE", "consentOn"]], mutation, {
      id: planned,
      consentOn: inDays(1),
    });
    const consentOn = "2020-01-10";
    await refused([["NOT_FOUND", "id"]], mutation, { id: "none", consentOn });
    await refused([["VERSION_CONFLICT", "expectedVersion"]], mutation, {
      id: planned,
      consentOn,
      expectedVersion: 2,
    });
    await refused([["ALREADY_CONSENTED", "id"]], mutation, {
      id: (await office.consented()).id,
      consentOn,
    });
    await refused([["ALREADY_BEGUN", "id"]], mutation, {
      id: (await office.started()).id,
      consentOn,
    });
    await refused([["ALREADY_CANCELLED", "id"]], mutation, { id: await cancelled(), consentOn });
  });
});

describe("the start", () => {
  const mutation = "startDispatch";

  it("needs consent on that day or earlier", async () => {
    const startedOn = "2020-04-01";
    await refused([["CONSENT_MISSING", "id"]], mutation, {
      id: (await office.planned()).id,
      startedOn,
    });
    const { id } = await office.consented({}, startedOn);
    await refused([["CONSENT_AFTER_START", "startedOn"]], mutation, {
      id,
      startedOn: "2020-03-31",
    });
    await office.done(mutation, "dispatch", { id, startedOn });
  });

  it("lies before the end of the term and not in the future", async () => {
    const { id } = await office.consented();
    await refused([["START_AFTER_TERM", "startedOn"]], mutation, { id, startedOn: "2022-04-01" });
    const ahead = await office.consented({ plannedFrom: inDays(1), plannedTo: inDays(100) });
    await refused([["DATE_IN_FUTURE", "startedOn"]], mutation, {
      id: ahead.id,
      startedOn: inDays(1),
    });
    await office.done(mutation, "dispatch", { id: ahead.id, startedOn: inDays(0) });
  });

  it("comes once, and not to what was cancelled", async () => {
    const startedOn = "2020-04-01";
    const { id } = await office.started();
    await refused([["ALREADY_BEGUN", "id"]], mutation, { id, startedOn });
    await refused([["ALREADY_CANCELLED", "id"]], mutation, { id: await cancelled(), startedOn });
  });

  it("makes the term count from that day for the five years", async () => {
    const { id } = await office.consented({ plannedTo: "2025-04-01" });
    await refused([["CONSULTATION_MISSING", "id"]], mutation, { id, startedOn: "2020-03-31" });
    await office.done(mutation, "dispatch", { id, startedOn: "2020-04-02" });
  });

  it("keeps the home agency of that day, whatever comes later", async () => {
    const official = (await office.official()).id;
    const { id } = await office.consented({ official });
    const transfer = (agency: string, on: string) =>
      office.done("transferOfficial", "official", { id: official, agency, on });
    await transfer("JP-MOFA", "2020-03-01");
    expect(await office.done(mutation, "dispatch", { id, startedOn: "2020-02-28" })).toMatchObject({
      homeAgency: { code: "JP-METI" },
    });
    await transfer("JP-MOF", "2021-04-01");
    const { data } = await subgraph.execute(
      `query ($id: ID!) { dispatch(id: $id) { homeAgency { code } official { homeAgency { code } } } }`,
      { id },
    );
    expect(data["dispatch"]).toEqual({
      homeAgency: { code: "JP-METI" },
      official: { homeAgency: { code: "JP-MOF" } },
    });
  });

  it("needs a home agency on that day", async () => {
    const official = (await office.official({ from: "2020-04-01" })).id;
    const { id } = await office.consented({ official });
    await refused([["NO_HOME_AGENCY", "startedOn"]], mutation, { id, startedOn: "2020-03-31" });
  });

  it("waits until the official has returned from another dispatch", async () => {
    const official = (await office.official()).id;
    const first = await office.started({ official });
    const second = await office.consented({
      official,
      plannedFrom: "2022-04-01",
      plannedTo: "2023-04-01",
    });
    const start = { id: second.id, startedOn: "2022-04-01" };
    await refused([["STILL_ON_DISPATCH", "startedOn"]], mutation, start);
    await refused([["OVERLAPPING_DISPATCH", "startedOn"]], mutation, {
      id: second.id,
      startedOn: "2022-03-31",
    });
    await office.done("returnFromDispatch", "dispatch", { id: first.id, returnedOn: "2022-04-01" });
    await office.done(mutation, "dispatch", start);
  });
});

describe("an extension", () => {
  const mutation = "extendDispatch";
  const renewal = { newTo: "2023-04-01", consentOn: "2022-01-10" };

  it("is for a dispatch that goes on", async () => {
    await refused([["NOT_ON_DISPATCH", "id"]], mutation, {
      id: (await office.planned()).id,
      ...renewal,
    });
    await refused([["NOT_ON_DISPATCH", "id"]], mutation, {
      id: (await office.consented()).id,
      ...renewal,
    });
    await refused([["ALREADY_RETURNED", "id"]], mutation, { id: await returned(), ...renewal });
    await refused([["ALREADY_CANCELLED", "id"]], mutation, { id: await cancelled(), ...renewal });
  });

  it("leads to a later day, with consent before the renewed term and not in the future", async () => {
    const { id } = await office.started();
    const tried = (values: object) => ({ id, ...renewal, ...values });
    await refused(
      [["EXTENSION_NOT_AFTER_TERM", "newTo"]],
      mutation,
      tried({ newTo: "2022-04-01" }),
    );
    await refused(
      [["CONSENT_AFTER_START", "consentOn"]],
      mutation,
      tried({ consentOn: "2022-04-02" }),
    );
    const lasting = await office.started({ plannedTo: "2029-04-01", npaConsultedOn: "2020-01-01" });
    await refused([["DATE_IN_FUTURE", "consentOn"]], mutation, {
      id: lasting.id,
      newTo: "2030-04-01",
      consentOn: inDays(1),
      npaConsultedOn: today(),
    });
    await office.done(mutation, "dispatch", tried({ consentOn: "2022-04-01" }));
  });

  it("needs consultation each time the whole term is beyond five years", async () => {
    const { id } = await office.started();
    const consentOn = "2022-01-10";
    await refused([["CONSULTATION_MISSING", "npaConsultedOn"]], mutation, {
      id,
      newTo: "2025-04-02",
      consentOn,
    });
    await office.done(mutation, "dispatch", { id, newTo: "2025-04-01", consentOn });
    expect(
      await office.done(mutation, "dispatch", {
        id,
        newTo: "2026-04-01",
        consentOn,
        npaConsultedOn: "2025-01-20",
      }),
    ).toMatchObject({ npaConsultedOn: "2025-01-20" });
    await refused([["CONSULTATION_MISSING", "npaConsultedOn"]], mutation, {
      id,
      newTo: "2027-04-01",
      consentOn,
    });
  });

  it("leaves the days of the official's other dispatches alone", async () => {
    const official = (await office.official()).id;
    const { id } = await office.started({ official });
    await office.planned({ official, plannedFrom: "2022-10-01", plannedTo: "2023-10-01" });
    const extend = (newTo: string) => ({ id, newTo, consentOn: "2022-01-10" });
    await refused([["OVERLAPPING_DISPATCH", "newTo"]], mutation, extend("2022-10-02"));
    await office.done(mutation, "dispatch", extend("2022-10-01"));
  });
});

describe("the return", () => {
  const mutation = "returnFromDispatch";

  it("lies behind the first day, within the term, and not in the future", async () => {
    const { id } = await office.started();
    await refused([["RETURN_NOT_AFTER_START", "returnedOn"]], mutation, {
      id,
      returnedOn: "2020-04-01",
    });
    await refused([["RETURN_AFTER_TERM", "returnedOn"]], mutation, {
      id,
      returnedOn: "2022-04-02",
    });
    await office.done(mutation, "dispatch", { id, returnedOn: "2022-04-01" });
    const { id: lasting } = await office.started({
      plannedTo: "2099-04-01",
      npaConsultedOn: "2020-01-01",
    });
    await refused([["DATE_IN_FUTURE", "returnedOn"]], mutation, {
      id: lasting,
      returnedOn: inDays(1),
    });
    await office.done(mutation, "dispatch", { id: lasting, returnedOn: "2020-04-02" });
  });

  it("is from a dispatch that goes on", async () => {
    const returnedOn = "2021-04-01";
    await refused([["NOT_ON_DISPATCH", "id"]], mutation, {
      id: (await office.consented()).id,
      returnedOn,
    });
    await refused([["ALREADY_RETURNED", "id"]], mutation, { id: await returned(), returnedOn });
    await refused([["ALREADY_CANCELLED", "id"]], mutation, { id: await cancelled(), returnedOn });
  });
});

describe("cancelling and changing a plan", () => {
  it("is for what has not begun, and has a reason", async () => {
    const reason = "Post abolished";
    const { id } = await office.planned();
    await refused([["INVALID_TEXT", "reason"]], "cancelDispatch", { id, reason: " \n " });
    await refused([["INVALID_TEXT", "reason"]], "cancelDispatch", { id, reason: "x".repeat(2001) });
    const begun = (await office.started()).id;
    for (const [mutation, values] of [
      ["cancelDispatch", { reason }],
      ["changePlannedDispatch", { post: "Director" }],
    ] as const) {
      const code = "ALREADY_BEGUN";
      await refused([[code, "id"]], mutation, { id: begun, ...values });
      await refused([[code, "id"]], mutation, { id: await returned(), ...values });
      await refused([["ALREADY_CANCELLED", "id"]], mutation, { id: await cancelled(), ...values });
    }
  });

  it("keeps to the rules of a plan", async () => {
    const { id } = await office.planned();
    const mutation = "changePlannedDispatch";
    await refused([["CONSULTATION_MISSING", "npaConsultedOn"]], mutation, {
      id,
      plannedTo: "2026-04-01",
    });
    await refused([["INVALID_PERIOD", "plannedTo"]], mutation, { id, plannedTo: "2020-03-01" });
    const school = (await office.organization({ type: "SCHOOL" })).id;
    await refused([["LEGAL_BASIS_DOES_NOT_FIT", "legalBasis"]], mutation, {
      id,
      organization: school,
    });
    await refused([["NOT_FOUND", "organization"]], mutation, { id, organization: "nowhere" });
  });
});

async function cancelled(): Promise<string> {
  const { id } = await office.planned();
  await office.done("cancelDispatch", "dispatch", { id, reason: "Post abolished" });
  return id;
}

async function returned(): Promise<string> {
  const { id } = await office.started();
  await office.done("returnFromDispatch", "dispatch", { id, returnedOn: "2021-04-01" });
  return id;
}
