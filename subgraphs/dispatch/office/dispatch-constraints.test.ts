import { Client, DatabaseError } from "pg";
import { startTestSubgraph, type TestSubgraph } from "../../../test/support/subgraph";
import { dispatch } from "../dispatch";
import { Office } from "./office.fixture";

let subgraph: TestSubgraph;
let office: Office;
let counter = 0;
beforeAll(async () => {
  subgraph = await startTestSubgraph(dispatch);
  office = await Office.open(subgraph);
  await office.owner.query(`
INSERT INTO organization (code, name_en, type_code, region_code) VALUES ('UN', 'UN', 'UNITED_NATIONS', 'EUROPE')`);
});
afterAll(async () => {
  await office.close();
  await subgraph.stop();
});

/** Which constraint refuses a statement of the owner; `none` where none does. */
async function refusedBy(sql: string, values: unknown[] = []): Promise<string> {
  try {
    await office.owner.query(sql, values);
    return "none";
  } catch (error) {
    if (error instanceof DatabaseError && error.constraint) return error.constraint;
    throw error;
  }
}

async function newOfficial(): Promise<string> {
  const id = `official-${(counter += 1)}`;
  await office.owner.query(
    "INSERT INTO official (id, personnel_number, name) VALUES ($1, $1, 'A')",
    [id],
  );
  await office.owner.query(
    "INSERT INTO official_home_agency (official_id, agency_code, from_date) VALUES ($1, 'JP-METI', '2000-01-01')",
    [id],
  );
  return id;
}

function insert(official: string, values: Readonly<Record<string, unknown>> = {}) {
  const row = {
    official_id: official,
    organization_code: "UN",
    organization_type_code: "UNITED_NATIONS",
    region_code: "EUROPE",
    legal_basis_code: "ART2_1_1",
    country_code: "CH",
    home_agency_code: "JP-METI",
    post: "Adviser",
    planned_from: "2020-04-01",
    planned_to: "2022-04-01",
    ...values,
  };
  const columns = Object.keys(row);
  return refusedBy(
    `INSERT INTO dispatch (${columns.join(", ")}) VALUES (${columns.map((_name, index) => `$${index + 1}`).join(", ")})`,
    Object.values(row),
  );
}

const begun = { consent_on: "2020-01-01", started_on: "2020-04-01" };

describe("the database itself", () => {
  it.each<[string, Record<string, unknown>]>([
    ["none", {}],
    ["none", begun],
    ["none", { planned_to: "2025-04-01" }],
    ["none", { planned_from: "2020-02-29", planned_to: "2025-03-01" }],
    ["dispatch_consultation", { planned_to: "2025-04-02" }],
    ["dispatch_consultation", { planned_from: "2020-02-29", planned_to: "2025-03-02" }],
    ["none", { planned_to: "2025-04-02", npa_consulted_on: "2020-01-01" }],
    ["dispatch_consultation", { ...begun, started_on: "2020-03-31", planned_to: "2025-04-01" }],
    ["dispatch_term", { planned_to: "2020-04-01" }],
    ["dispatch_pay_ratio", { pay_ratio: 101 }],
    ["dispatch_pay_ratio", { pay_ratio: -1 }],
    ["dispatch_post", { post: " " }],
    ["dispatch_consent_before_start", { started_on: "2020-04-01" }],
    ["dispatch_consent_before_start", { consent_on: "2020-04-02", started_on: "2020-04-01" }],
    ["dispatch_return", { returned_on: "2021-04-01" }],
    ["dispatch_return", { ...begun, returned_on: "2020-04-01" }],
    ["none", { ...begun, returned_on: "2022-04-01" }],
    ["dispatch_return", { ...begun, returned_on: "2022-04-02" }],
    ["none", { ...begun, returned_on: "2022-04-02", overstayed: true }],
    ["dispatch_overstay", { ...begun, returned_on: "2022-04-01", overstayed: true }],
    ["dispatch_overstay", { ...begun, overstayed: true }],
    ["none", { ...begun, followed: true }],
    ["dispatch_followed", { followed: true }],
    ["none", { consent_on: "2020-04-01" }],
    ["dispatch_consent_before_start", { consent_on: "2020-04-02" }],
    ["dispatch_cancellation", { ...begun, cancelled_on: "2020-01-01", cancellation_reason: "A" }],
    ["dispatch_cancellation", { cancelled_on: "2020-01-01" }],
    ["dispatch_legal_basis_fits", { legal_basis_code: "ART2_1_2" }],
    [
      "dispatch_as_classified",
      { organization_type_code: "FOREIGN_GOVERNMENT", legal_basis_code: "ART2_1_2" },
    ],
    ["dispatch_as_classified", { region_code: "ASIA" }],
    ["dispatch_from_home_agency", { ...begun, home_agency_code: "JP-MOFA" }],
    ["dispatch_home_agency_of_japan", { home_agency_code: "US-DOD" }],
    ["dispatch_country_form", { country_code: "ch" }],
  ])("answers %s to a dispatch with %j", async (constraint, values) => {
    expect(await insert(await newOfficial(), values)).toBe(constraint);
  });

  it("has one dispatch of an official a day, planned or begun, and takes adjacent ones", async () => {
    const official = await newOfficial();
    expect(await insert(official, begun)).toBe("none");
    const later = { planned_from: "2022-04-01", planned_to: "2023-04-01" };
    expect(await insert(official, { planned_from: "2022-03-31", planned_to: "2023-04-01" })).toBe(
      "dispatch_overlap",
    );
    const start = { consent_on: "2022-01-01", started_on: "2022-04-01" };
    expect(await insert(official, { ...later, ...start })).toBe("dispatch_one_place");
    expect(await insert(official, later)).toBe("none");
    const given = { cancelled_on: "2020-01-01", cancellation_reason: "A" };
    expect(await insert(official, { ...later, ...given })).toBe("none");
  });

  it("has one home agency a day, and keeps that from which somebody went on dispatch", async () => {
    const official = await newOfficial();
    const agency = (from: string, to: string | null) =>
      refusedBy(
        "INSERT INTO official_home_agency (official_id, agency_code, from_date, to_date) VALUES ($1, 'JP-MOF', $2, $3)",
        [official, from, to],
      );
    expect(await agency("1990-01-01", "2000-01-02")).toBe("one_home_agency_a_day");
    expect(await agency("1990-01-01", "2000-01-01")).toBe("none");
    expect(await insert(official, begun)).toBe("none");
    const end = (to: string) =>
      refusedBy(
        "UPDATE official_home_agency SET to_date = $2 WHERE official_id = $1 AND agency_code = 'JP-METI'",
        [official, to],
      );
    expect(await end("2020-04-01")).toBe("dispatch_from_home_agency");
    expect(await end("2020-04-02")).toBe("none");
  });

  it("lets an organization's kind change only where the legal bases of its dispatches cover it", async () => {
    const change = (type: string) =>
      refusedBy("UPDATE organization SET type_code = $1 WHERE code = 'UN'", [type]);
    expect(await insert(await newOfficial())).toBe("none");
    expect(await change("FOREIGN_GOVERNMENT")).toBe("dispatch_legal_basis_fits");
    expect(await change("OTHER_INTERNATIONAL_ORGANIZATION")).toBe("none");
    expect(await change("UNITED_NATIONS")).toBe("none");
    expect(await change("RESIDUAL")).toBe("organization_of_a_kind");
  });

  it("lets the restricted role remove records, and change extensions, with a reason alone", async () => {
    const { rows } = await office.owner.query<{ table_name: string; privileges: string }>(
      `SELECT table_name, string_agg(privilege_type, ', ' ORDER BY privilege_type) AS privileges
       FROM information_schema.role_table_grants
       WHERE grantee = 'dispatch_app' AND table_name IN
         ('organization', 'official', 'official_home_agency', 'dispatch', 'dispatch_extension')
       GROUP BY 1 ORDER BY 1`,
    );
    expect(Object.fromEntries(rows.map((row) => [row.table_name, row.privileges]))).toEqual({
      dispatch: "DELETE, INSERT, SELECT, UPDATE",
      dispatch_extension: "DELETE, INSERT, SELECT, UPDATE",
      official: "DELETE, INSERT, SELECT, UPDATE",
      official_home_agency: "DELETE, INSERT, SELECT, UPDATE",
      organization: "INSERT, SELECT, UPDATE",
    });
    const { id } = await office.started({ plannedTo: "2021-04-01" });
    await office.done("extendDispatch", "dispatch", {
      ...{ id, newTo: "2022-04-01", consentOn: "2021-01-10" },
    });
    const note = (record: string, reason: string) =>
      `INSERT INTO change_record (actor, request_id, action, record_type, record_id, changes, reason)
       VALUES ('a', 'r', 'x', 'dispatch_extension', '${record}', '{}', ${reason})`;
    const extension = `${id}/2021-04-01`;
    const remove = `DELETE FROM dispatch_extension WHERE dispatch_id = '${id}'`;
    const app = new Client({ connectionString: subgraph.appUrl });
    await app.connect();
    const run = (...statements: string[]) =>
      app.query(`BEGIN; ${statements.join("; ")}; COMMIT`).then(
        () => "done",
        async (error: unknown) => {
          await app.query("ROLLBACK");
          return (error as Error).message;
        },
      );
    const refusal = `DELETE of dispatch_extension ${extension} needs a reason on record`;
    expect(await run(remove)).toBe(refusal);
    expect(await run(remove, note(extension, "NULL"))).toBe(refusal);
    expect(await run(remove, note(`${id}/2020-04-01`, "'Wrong.'"))).toBe(refusal);
    expect(await run("UPDATE dispatch_extension SET new_to = new_to + 1")).toContain(
      "UPDATE of dispatch_extension",
    );
    expect(await run(remove, note(extension, "'Wrong.'"))).toBe("done");
    await app.end();
  });
});

describe("fifty writers at once", () => {
  const many = Array.from({ length: 50 });
  const outcome = (answers: readonly { codes: string[] }[]) => {
    const counts = new Map<string, number>();
    for (const { codes } of answers) {
      const code = codes.join(", ") || "done";
      counts.set(code, (counts.get(code) ?? 0) + 1);
    }
    return Object.fromEntries(counts);
  };

  it("plan one dispatch of an official, and the others are refused", async () => {
    const official = (await office.official()).id;
    const organization = (await office.organization()).id;
    const answers = await Promise.all(many.map(() => office.plan({ official, organization })));
    expect(outcome(answers)).toEqual({ done: 1, OVERLAPPING_DISPATCH: 49 });
  });

  it("transfer an official once from the version they have seen", async () => {
    const { id } = await office.official();
    const answers = await Promise.all(
      many.map((_unused, index) =>
        office.change("transferOfficial", "official", {
          id,
          expectedVersion: 1,
          agency: "JP-MOF",
          on: `2010-04-${String((index % 30) + 1).padStart(2, "0")}`,
        }),
      ),
    );
    expect(outcome(answers)).toEqual({ done: 1, VERSION_CONFLICT: 49 });
  });

  it("begin a dispatch once", async () => {
    const { id } = await office.consented();
    const answers = await Promise.all(
      many.map(() => office.change("startDispatch", "dispatch", { id, startedOn: "2020-04-01" })),
    );
    expect(outcome(answers)).toEqual({ done: 1, ALREADY_BEGUN: 49 });
  });

  it("take different steps with one official without a deadlock", async () => {
    const official = (await office.official()).id;
    const { id } = await office.consented({ official });
    const organization = (await office.organization()).id;
    const answers = await Promise.all(
      many.map((_unused, index) =>
        index % 5 === 0
          ? office.change("startDispatch", "dispatch", { id, startedOn: "2020-04-01" })
          : index % 5 === 1
            ? office.change("cancelDispatch", "dispatch", { id, reason: "No longer needed" })
            : index % 5 === 2
              ? office.change("transferOfficial", "official", {
                  id: official,
                  agency: "JP-MOF",
                  on: "2020-02-01",
                })
              : office.plan({ official, organization, plannedFrom: "2021-04-01" }),
      ),
    );
    // In case every plan came before the dispatch was cancelled.
    answers.push(await office.plan({ official, organization, plannedFrom: "2021-04-01" }));
    const refusedTransfers = { "TRANSFER_NOT_AFTER_LAST, ALREADY_AT_AGENCY": 9 };
    const begunFirst = {
      done: 1,
      ALREADY_BEGUN: 19,
      DISPATCHED_FROM_FORMER_AGENCY: 10,
      OVERLAPPING_DISPATCH: 21,
    };
    const begunAfterTransfer = {
      done: 2,
      ALREADY_BEGUN: 19,
      ...refusedTransfers,
      OVERLAPPING_DISPATCH: 21,
    };
    const cancelled = {
      done: 3,
      ALREADY_CANCELLED: 19,
      ...refusedTransfers,
      OVERLAPPING_DISPATCH: 20,
    };
    expect([begunFirst, begunAfterTransfer, cancelled]).toContainEqual(outcome(answers));
    const { rows } = await office.owner.query<{ open: number }>(
      `SELECT count(*)::integer AS open FROM dispatch WHERE official_id = $1 AND cancelled_on IS NULL`,
      [official],
    );
    expect(rows).toEqual([{ open: 1 }]);
  });
});
