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

/** Refused with this code at this field, and nothing was written. */
async function refused(
  code: string,
  field: string,
  mutation: string,
  input: object,
): Promise<void> {
  const before = await office.contents();
  const { node, userErrors } = await office.change(mutation, "organization", input);
  expect(userErrors.map((error) => [error.code, error.path])).toEqual([[code, ["input", field]]]);
  expect(node).toBeNull();
  expect(await office.contents()).toEqual(before);
}

describe("an organization", () => {
  it("is registered and changed", async () => {
    const organization = await office.organization({
      code: "OECD",
      nameEn: " OECD ",
      nameJa: "経済協力開発機構",
      type: "OTHER_INTERNATIONAL_ORGANIZATION",
      region: "EUROPE",
      country: "FR",
    });
    expect(organization).toMatchObject({
      version: 1,
      code: "OECD",
      nameEn: "OECD",
      nameJa: "経済協力開発機構",
      type: { code: "OTHER_INTERNATIONAL_ORGANIZATION" },
      region: { code: "EUROPE" },
      country: { code: "FR" },
    });
    const change = (values: object) =>
      office.done("changeOrganization", "organization", { id: organization.id, ...values });
    expect(await change({ nameEn: null, region: "ASIA", country: null })).toMatchObject({
      version: 2,
      nameEn: "経済協力開発機構",
      type: { code: "OTHER_INTERNATIONAL_ORGANIZATION" },
      region: { code: "ASIA" },
      country: null,
    });
    await refused("NAME_MISSING", "nameEn", "changeOrganization", {
      id: organization.id,
      nameJa: null,
    });
    await refused("NOT_FOUND", "id", "changeOrganization", { id: "none", region: "ASIA" });
  });

  it.each([
    ["INVALID_CODE", "code", { code: "oecd" }],
    ["INVALID_CODE", "code", { code: "" }],
    ["INVALID_TEXT", "nameEn", { nameEn: "" }],
    ["INVALID_TEXT", "nameJa", { nameJa: "x".repeat(201) }],
    ["NAME_MISSING", "nameEn", { nameEn: null }],
    ["NOT_AN_ORGANIZATION_TYPE", "type", { type: "RESIDUAL" }],
    ["UNKNOWN_COUNTRY", "country", { country: "ZZ" }],
  ])("is refused with %s at %s: %j", async (code, field, values) => {
    await refused(code, field, "registerOrganization", {
      code: "ILO",
      nameEn: "ILO",
      type: "UNITED_NATIONS",
      region: "EUROPE",
      ...values,
    });
  });

  it("has a code of its own", async () => {
    await office.organization({ code: "TAKEN" });
    await refused("ORGANIZATION_CODE_TAKEN", "code", "registerOrganization", {
      code: "TAKEN",
      nameEn: "Another",
      type: "SCHOOL",
      region: "ASIA",
    });
  });
});

describe("another kind or region", () => {
  it("is taken over by the organization's dispatches, where their legal bases cover it", async () => {
    const { id, code } = await office.organization({ type: "UNITED_NATIONS", region: "EUROPE" });
    const { id: dispatched } = await office.started({ organization: id });
    await office.done("changeOrganization", "organization", {
      id,
      type: "OTHER_INTERNATIONAL_ORGANIZATION",
      region: "AFRICA",
    });
    const { data } = await subgraph.execute(
      `query ($code: String!) { dispatchHistory(filter: {
         organization: { eq: $code }, region: { eq: AFRICA },
         organizationType: { eq: OTHER_INTERNATIONAL_ORGANIZATION } }) { nodes { id version } } }`,
      { code },
    );
    expect(data["dispatchHistory"]).toEqual({ nodes: [{ id: dispatched, version: 4 }] });
    const { rows } = await office.owner.query(
      `SELECT action, version, changes, actor, request_id = (SELECT request_id FROM change_record
         WHERE record_type = 'organization' AND record_id = $2 ORDER BY id DESC LIMIT 1) AS together
       FROM change_record WHERE record_type = 'dispatch' AND record_id = $1 AND version = 4`,
      [dispatched, id],
    );
    expect(rows).toEqual([
      {
        action: "changeOrganization",
        version: 4,
        actor: expect.any(String),
        together: true,
        changes: {
          organizationTypeCode: ["UNITED_NATIONS", "OTHER_INTERNATIONAL_ORGANIZATION"],
          regionCode: ["EUROPE", "AFRICA"],
        },
      },
    ]);
    const { codes } = await office.change("returnFromDispatch", "dispatch", {
      id: dispatched,
      returnedOn: "2021-04-01",
      expectedVersion: 3,
    });
    expect(codes).toEqual(["VERSION_CONFLICT"]);
    await refused("LEGAL_BASIS_DOES_NOT_FIT", "type", "changeOrganization", {
      id,
      type: "FOREIGN_GOVERNMENT",
    });
    await refused("LEGAL_BASIS_DOES_NOT_FIT", "type", "changeOrganization", { id, type: "OTHER" });
  });

  it("counts every dispatch once with as many statements as for one, and none where neither changes", async () => {
    const statementsOf = async (id: string, values: object) => {
      const { statements } = await subgraph.execute(
        `mutation ($input: ChangeOrganizationInput!) { changeOrganization(input: $input) { userErrors { code } } }`,
        { input: { id, ...values } },
      );
      return statements;
    };
    const { id: one } = await office.organization();
    await office.started({ organization: one });
    const { id: many } = await office.organization();
    for (let made = 0; made < 5; made += 1) await office.started({ organization: many });
    const ofOne = await statementsOf(one, { region: "AFRICA" });
    expect(ofOne).toContain("changeOrganization.noteDispatches");
    expect(await statementsOf(many, { region: "AFRICA" })).toEqual(ofOne);
    await statementsOf(many, { nameEn: "Other" });
    const { rows } = await office.owner.query(
      "SELECT DISTINCT version FROM dispatch WHERE organization_code = (SELECT code FROM organization WHERE id = $1)",
      [many],
    );
    expect(rows).toEqual([{ version: 4 }]);
  });

  it("is refused or taken over also where plans are made at the same moment", async () => {
    const { id } = await office.organization({ type: "UNITED_NATIONS" });
    const officials = await Promise.all(Array.from({ length: 10 }, () => office.official()));
    const answers = await Promise.all([
      ...officials.map((official) => office.plan({ official: official.id, organization: id })),
      office.change("changeOrganization", "organization", { id, type: "FOREIGN_GOVERNMENT" }),
    ]);
    const codes = new Set(answers.flatMap((answer) => answer.codes));
    expect([...codes]).toEqual(["LEGAL_BASIS_DOES_NOT_FIT"]);
    const { rows } = await office.owner.query(
      `SELECT FROM dispatch d JOIN organization o ON o.code = d.organization_code
       WHERE o.id = $1 AND d.organization_type_code <> o.type_code`,
      [id],
    );
    expect(rows).toEqual([]);
  });
});
