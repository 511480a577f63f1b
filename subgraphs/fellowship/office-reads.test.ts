import { startTestSubgraph, type TestSubgraph } from "../../test/support/subgraph";
import { fellowship } from "./fellowship";
import { Office, type OfficeRecord } from "./office.fixture";

let subgraph: TestSubgraph;
let office: Office;
let cohort: OfficeRecord;
let ada: OfficeRecord;
let ben: OfficeRecord;
let cho: OfficeRecord;
beforeAll(async () => {
  subgraph = await startTestSubgraph(fellowship);
  office = await Office.of(subgraph);
  cohort = await office.cohort();
  const admit = (fellowNumber: string, name: string, values: object, of = cohort.id) =>
    office.fellow(of, { fellowNumber, name, ...values });
  ada = await admit("F-1", "Ada", { sendingAgency: "US-DOD", admittedOn: "2023-03-01" });
  ben = await admit("F-2", "Ben", { sendingAgency: "US-NIH", admittedOn: "2023-02-01" });
  cho = await admit("F-3", "Cho", { sendingAgency: "US-DOD" }, "MIKE_MANSFIELD-28");
  await office.placement(ada.id, { from: "2023-04-01", to: "2024-04-01" });
  const company = { hostKind: "COMPANY", hostName: "Example K.K." };
  const days = { from: "2023-06-01", to: "2023-09-01" };
  await office.make("placeFellow", { fellow: ben.id, ...company, ...days });
  await office.placement(ben.id, { from: "2023-09-01", to: "2024-04-01" });
  await office.placement(cho.id, { from: "2024-04-01" });
  const cancelled = { from: "2024-01-01", to: "2024-02-01", on: "2023-12-31" };
  await office.cancelledPlacement(cho.id, cancelled);
  await office.make("completeFellowship", { id: ada.id, lastDay: "2024-03-31" });
});
afterAll(async () => {
  await office.close();
  await subgraph.stop();
});

interface Fellows {
  fellows: { totalCount: number; nodes: { name: string }[]; pageInfo: { endCursor: string } };
}

interface Placements {
  list: { totalCount: number; nodes: { from: string; fellow: { name: string } }[] };
}

async function names(filter: string): Promise<string> {
  const { data } = await subgraph.execute<Fellows>(
    `{ fellows(filter: ${filter}) { totalCount nodes { name } } }`,
  );
  expect(data.fellows.totalCount).toBe(data.fellows.nodes.length);
  return data.fellows.nodes.map(({ name }) => name).join(" ");
}

async function placed(list: string): Promise<string> {
  const { data } = await subgraph.execute<Placements>(
    `{ list: ${list} { totalCount nodes { from fellow { name } } } }`,
  );
  expect(data.list.totalCount).toBe(data.list.nodes.length);
  return data.list.nodes.map(({ from, fellow }) => `${fellow.name} ${from}`).join(", ");
}

describe("fellows", () => {
  it("are found by each of their filters", async () => {
    expect(await names("{}")).toBe("Ada Ben Cho");
    expect(await names(`{ fellowNumber: { eq: "F-2" } }`)).toBe("Ben");
    expect(await names(`{ name: { contains: "h" } }`)).toBe("Cho");
    expect(await names(`{ program: { eq: "MIKE_MANSFIELD" } }`)).toBe("Ada Ben Cho");
    const { errors } = await subgraph.execute(
      `{ fellows(filter: { program: { eq: "FULBRIGHT" } }) { totalCount } }`,
    );
    expect(errors).toMatchObject([
      {
        message: 'Expected for program in filter one of "MIKE_MANSFIELD"; received "FULBRIGHT".',
        extensions: { code: "INVALID_FILTER" },
      },
    ]);
    expect(await names(`{ cohort: { eq: "MIKE_MANSFIELD-28" } }`)).toBe("Cho");
    expect(await names(`{ sendingAgency: { in: ["US-DOD"] } }`)).toBe("Ada Cho");
    expect(await names(`{ status: { eq: COMPLETED } }`)).toBe("Ada");
    expect(await names(`{ status: { in: [ADMITTED, WITHDRAWN] } }`)).toBe("Ben Cho");
    expect(await names(`{ admittedOn: { lte: "2023-02-28" } }`)).toBe("Ben");
    expect(await names(`{ completedOn: { eq: "2024-03-31" } }`)).toBe("Ada");
    expect(await names(`{ completedOn: { isNull: true } }`)).toBe("Ben Cho");
    expect(await names(`{ withdrawnOn: { isNull: false } }`)).toBe("");
  });

  it.each([
    ["FELLOW_NUMBER", "ASC", "Ada Ben Cho"],
    ["NAME", "DESC", "Cho Ben Ada"],
    ["ADMITTED_ON", "ASC", "Ben"],
  ])("are paged by %s %s", async (by, direction, expected) => {
    const order = `orderBy: [{ by: ${by}, direction: ${direction} }, { by: ${by === "NAME" ? "ADMITTED_ON" : "NAME"} }]`;
    const read: string[] = [];
    for (let after: string | null = null; read.length < 3;) {
      const answer: { data: Fellows } = await subgraph.execute<Fellows>(
        `query ($after: String) { fellows(first: 1, after: $after, ${order}) {
           nodes { name } pageInfo { endCursor } } }`,
        { after },
      );
      const { nodes, pageInfo } = answer.data.fellows;
      read.push(...nodes.map(({ name }) => name));
      after = pageInfo.endCursor;
    }
    expect(read.join(" ")).toMatch(new RegExp(`^${expected}`));
    expect(new Set(read).size).toBe(3);
  });

  it("are null by an id that is not there, as are placements", async () => {
    const { data } = await subgraph.execute(
      `{ fellow(id: "none") { name } placement(id: "none") { from } }`,
    );
    expect(data).toEqual({ fellow: null, placement: null });
  });
});

describe("placements", () => {
  it("are those in force on a day: from the first, through the day before to", async () => {
    expect(await placed(`placements(asOf: "2023-03-31")`)).toBe("");
    expect(await placed(`placements(asOf: "2023-04-01")`)).toBe("Ada 2023-04-01");
    expect(await placed(`placements(asOf: "2023-08-31")`)).toBe("Ada 2023-04-01, Ben 2023-06-01");
    expect(await placed(`placements(asOf: "2023-09-01")`)).toBe("Ada 2023-04-01, Ben 2023-09-01");
    expect(await placed(`placements(asOf: "2024-03-31")`)).toBe("Ada 2023-04-01, Ben 2023-09-01");
    expect(await placed(`placements(asOf: "2024-04-01")`)).toBe("Cho 2024-04-01");
    expect(await placed("placements")).toBe("Cho 2024-04-01");
  });

  it("leave out what was cancelled, which the history keeps", async () => {
    expect(
      await placed(`placements(asOf: "2024-01-15", filter: { fellow: { eq: "${cho.id}" } })`),
    ).toBe("");
    expect(await placed(`placementHistory(filter: { fellow: { eq: "${cho.id}" } })`)).toBe(
      "Cho 2024-01-01, Cho 2024-04-01",
    );
    expect(await placed(`placementHistory(filter: { cancelledOn: { isNull: false } })`)).toBe(
      "Cho 2024-01-01",
    );
  });

  it("are found by each of their filters", async () => {
    const history = (filter: string) => placed(`placementHistory(filter: ${filter})`);
    expect(await history(`{ cohort: { eq: "${cohort.id}" }, hostKind: { eq: AGENCY } }`)).toBe(
      "Ada 2023-04-01, Ben 2023-09-01",
    );
    expect(await history(`{ sendingAgency: { eq: "US-NIH" } }`)).toBe(
      "Ben 2023-06-01, Ben 2023-09-01",
    );
    expect(await history(`{ hostAgency: { isNull: true } }`)).toBe("Ben 2023-06-01");
    expect(await history(`{ hostName: { contains: "example" } }`)).toBe("Ben 2023-06-01");
    expect(await history(`{ to: { isNull: true } }`)).toBe("Cho 2024-04-01");
    expect(await history(`{ from: { gte: "2023-06-01", lte: "2023-09-01" } }`)).toBe(
      "Ben 2023-06-01, Ben 2023-09-01",
    );
    expect(
      await placed(`placementHistory(first: 500, orderBy: [{ by: TO, direction: DESC }])`),
    ).toMatch(/^Cho 2024-04-01, /);
  });
});

describe("shared types", () => {
  it("lead to the fellows they sent and the placements they host", async () => {
    const { data } = await subgraph.execute(
      `{ country(code: "US") { fellows(filter: { status: { eq: ADMITTED } }) { nodes { name } } }
         japan: country(code: "JP") { fellows { totalCount } }
         agency(code: "US-DOD") { fellowsSent { totalCount nodes { name sendingAgency { code } } } }
         host: agency(code: "JP-MOF") {
           then: placementsHosted(asOf: "2023-09-01") { totalCount nodes { fellow { name } } }
           now: placementsHosted { nodes { fellow { name } } } } }`,
    );
    expect(data).toEqual({
      country: { fellows: { nodes: [{ name: "Ben" }, { name: "Cho" }] } },
      japan: { fellows: { totalCount: 0 } },
      agency: {
        fellowsSent: {
          totalCount: 2,
          nodes: [
            { name: "Ada", sendingAgency: { code: "US-DOD" } },
            { name: "Cho", sendingAgency: { code: "US-DOD" } },
          ],
        },
      },
      host: {
        then: { totalCount: 2, nodes: [{ fellow: { name: "Ada" } }, { fellow: { name: "Ben" } }] },
        now: { nodes: [{ fellow: { name: "Cho" } }] },
      },
    });
  });
});

describe("the number of statements", () => {
  it("is one a step from all cohorts through fellows and placements to their cohorts", async () => {
    const { statements } = await subgraph.execute(
      `{ cohorts { nodes { phaseSchedule { from cohort { number } phase { place } } fellows { totalCount nodes {
           placement { from } placements { nodes { hostAgency { code } fellow { cohort { id } } } } } } } } }`,
    );
    expect(statements.sort()).toEqual([
      "Cohort",
      "Fellow.byCohortId",
      "Fellow.byCohortId.count",
      "Placement.byFellowId",
      "cohortById",
      "fellowById",
      "phaseSchedulesByCohortId",
      "placementByFellowId",
    ]);
  });

  it("is one a field for all agencies and countries", async () => {
    const { data, statements } = await subgraph.execute<{ countries: unknown[] }>(
      `{ agencies { fellowsSent { nodes { name } } placementsHosted { nodes { from } } }
         countries { fellows { nodes { name } } } }`,
    );
    expect(data.countries.length).toBeGreaterThan(200);
    expect(statements.sort()).toEqual([
      "Fellow.byAgencyCode",
      "Fellow.byCountryCode",
      "Placement.byAgencyCode",
    ]);
  });

  it("is one for any page of fellows or placements", async () => {
    const { statements } = await subgraph.execute(
      `{ fellows { nodes { sendingAgency { code } } } placements { nodes { from } }
         placementHistory { nodes { to } } }`,
    );
    expect(statements.sort()).toEqual(["Fellow", "Placement", "Placement"]);
  });
});
