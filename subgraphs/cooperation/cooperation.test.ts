import { Client } from "pg";
import { startTestSubgraph, type TestSubgraph } from "../../test/support/subgraph";
import { cooperation } from "./cooperation";

let subgraph: TestSubgraph;
beforeAll(async () => {
  subgraph = await startTestSubgraph(cooperation);
});
afterAll(() => subgraph.stop());

interface Events {
  readonly networkEvents: {
    readonly totalCount: number;
    readonly nodes: readonly {
      readonly participatingCountries: readonly { readonly code: string }[];
    }[];
  };
}

const members = async (network: string, asOf: string) => {
  const { data } = await subgraph.execute<{
    network: { members: { country: { code: string }; agency: { code: string } | null }[] };
  }>(
    `query ($network: ID!, $asOf: Date) {
       network(code: $network) { members(asOf: $asOf) { country { code } agency { code } } } }`,
    { network, asOf },
  );
  return data.network.members.map(({ country, agency }) => agency?.code ?? country.code);
};

describe("network members as of a day", () => {
  it.each([
    ["2004-12-31", []],
    ["2005-01-01", ["CN-MOP", "JP-NPA", "KR-CSC"]],
    ["2007-06-01", ["CN-MOP", "JP-NPA", "KR-CSC"]],
    ["2008-02-28", ["CN-MOP", "JP-NPA", "KR-CSC"]],
    ["2008-02-29", ["CN-MOP", "JP-NPA", "KR-MOPAS"]],
    ["2008-03-01", ["CN-MOHRSS", "JP-NPA", "KR-MOPAS"]],
    ["2013-03-22", ["CN-MOHRSS", "JP-NPA", "KR-MOPAS"]],
    ["2013-06-01", ["CN-MOHRSS", "JP-NPA", "KR-MOSPA"]],
    ["2014-11-18", ["CN-MOHRSS", "JP-NPA", "KR-MOSPA"]],
    ["2014-11-19", ["CN-MOHRSS", "JP-NPA", "KR-MPM"]],
    ["2024-06-20", ["CN-NCSA", "JP-NPA", "KR-MPM"]],
  ])("of the trilateral network are, on %s, %j", async (asOf, agencies) => {
    expect(await members("CJK_PPN", asOf)).toEqual(agencies);
  });

  it.each([
    ["ACCSM", "1985-06-01", []],
    ["ACCSM", "1999-12-30", []],
    [
      "ACCSM",
      "1999-12-31",
      ["BN-PMO", "ID-BKN", "KH-MCS", "LA", "MM", "MY", "PH-CSC", "SG", "TH-OCSC", "VN-MOHA"],
    ],
  ])("of %s on %s are only those a source shows by then: %j", async (network, asOf, expected) => {
    expect(await members(network, asOf)).toEqual(expected);
  });

  it.each([
    ["2010-10-29", ["CN", "JP-NPA", "KR-MOPAS"]],
    ["2013-06-01", ["CN", "JP-NPA", "KR-MOSPA"]],
    ["2024-10-01", ["CN-NCSA", "JP-NPA", "KR-MPM"]],
  ])("of ACCSM+3 on %s name no agency that did not exist that day: %j", async (asOf, expected) => {
    const found = await members("ACCSM_PLUS3", asOf);
    expect(found).toHaveLength(13);
    expect(found.filter((code) => /^(CN|JP|KR)/.test(code))).toEqual(expected);
  });

  it("of ACCSM include the observer from the month it is first seen", async () => {
    expect(await members("ACCSM", "2024-07-31")).toHaveLength(10);
    expect(await members("ACCSM", "2024-08-01")).toHaveLength(11);
  });

  it("cannot overlap: the database refuses a second membership of a country on one day", async () => {
    const client = new Client({ connectionString: subgraph.ownerUrl });
    await client.connect();
    try {
      await expect(
        client.query(
          `INSERT INTO network_membership (network_code, country_code, role, first_day, end_day)
           VALUES ('CJK_PPN', 'JP', 'MEMBER', '2020-01-01', '2020-01-02')`,
        ),
      ).rejects.toMatchObject({ constraint: "one_membership_a_country_and_day" });
    } finally {
      await client.end();
    }
  });
});

describe("names of agencies", () => {
  it("are those borne on the day asked for, also before the agency took its present form", async () => {
    const { data } = await subgraph.execute(
      `{ agency(code: "KR-MPM") {
           own: name now: name(asOf: "2024-01-01") mospa: name(asOf: "2013-06-01") csc: name(language: JA, asOf: "2005-01-01")
           predecessor { code } successors { code } } }`,
    );
    expect(data).toEqual({
      agency: {
        own: "Ministry of Personnel Management",
        now: "Ministry of Personnel Management",
        mospa: "Ministry of Security and Public Administration",
        csc: "中央人事委員会",
        predecessor: { code: "KR-MOSPA" },
        successors: [],
      },
    });
  });
});

describe("chairs", () => {
  it("are each one that a source names for the day, where sources overlap", async () => {
    const { data } = await subgraph.execute(
      `{ network(code: "ACCSM") {
           one: chairs(asOf: "2020-11-18") { country { code } edition }
           two: chairs(asOf: "2017-06-01") { country { code } }
           chairHistory { edition } } }`,
    );
    expect(data).toEqual({
      network: {
        one: [{ country: { code: "TH" }, edition: 20 }],
        two: [{ country: { code: "PH" } }, { country: { code: "SG" } }],
        chairHistory: [18, 19, 20, 21, 22, 23].map((edition) => ({ edition })),
      },
    });
  });
});

describe("events", () => {
  it("of a fiscal year are those that certainly began in it", async () => {
    const { data } = await subgraph.execute(
      `{ fiscalYears(from: 2006, to: 2007) { networkEvents { nodes { id startsOn } } } }`,
    );
    // The 1st symposium is known to be of 2006 only: it may have been in either fiscal year, and is in none.
    expect(data).toEqual({
      fiscalYears: [
        { networkEvents: { nodes: [] } },
        {
          networkEvents: {
            nodes: [
              { id: "cjk-ppn-training-1", startsOn: "2007-04" },
              { id: "cjk-ppn-heads-meeting-3", startsOn: "2007-07" },
              { id: "cjk-ppn-dg-meeting-3", startsOn: "2007-12" },
            ],
          },
        },
      ],
    });
  });

  it("whose date is vague meet a date filter only if every day in it does", async () => {
    const ids = async (filter: object) => {
      const { data } = await subgraph.execute<{ networkEvents: { nodes: { id: string }[] } }>(
        `query ($filter: NetworkEventFilter) { networkEvents(filter: $filter) { nodes { id } } }`,
        {
          filter: {
            network: { eq: "CJK_PPN" },
            edition: { eq: 5 },
            kind: { eq: "HEADS_MEETING" },
            ...filter,
          },
        },
      );
      return data.networkEvents.nodes.map(({ id }) => id);
    };
    const fifth = ["cjk-ppn-heads-meeting-5"];
    expect(await ids({ startsOn: { gte: "2009-01-01", lte: "2009-12-31" } })).toEqual(fifth);
    expect(await ids({ startsOn: { gte: "2009-01-02" } })).toEqual([]);
    expect(await ids({ startsOn: { lte: "2009-12-30" } })).toEqual([]);
    expect(await ids({ startsOn: { isNull: false } })).toEqual(fifth);
  });

  it("are found by who takes part, alone or combined", async () => {
    const found = async (filter: string) => {
      const { data } = await subgraph.execute<Events>(
        `{ networkEvents(filter: ${filter}, first: 500) { totalCount nodes { participatingCountries { code } } } }`,
      );
      return data.networkEvents;
    };
    const takesPart = (code: string) => `{ participatingCountries: { eq: "${code}" } }`;
    const all = await found("{}");
    const isThere = (code: string) => (event: Events["networkEvents"]["nodes"][number]) =>
      event.participatingCountries.some((country) => country.code === code);
    const [kr, cn] = [all.nodes.filter(isThere("KR")), all.nodes.filter(isThere("CN"))];
    const both = kr.filter(isThere("CN"));
    expect(kr.length).toBeGreaterThan(0);
    expect((await found(takesPart("KR"))).totalCount).toBe(kr.length);
    expect((await found(`{ not: ${takesPart("KR")} }`)).totalCount).toBe(
      all.totalCount - kr.length,
    );
    const either = `{ or: [${takesPart("KR")}, ${takesPart("CN")}] }`;
    expect((await found(either)).totalCount).toBe(kr.length + cn.length - both.length);
    const together = `{ and: [${takesPart("KR")}, ${takesPart("CN")}] }`;
    expect((await found(together)).totalCount).toBe(both.length);
  });

  it("are all reached by paging, with unknown dates last", async () => {
    const seen: (string | null)[] = [];
    let after: string | null = null;
    do {
      const { data }: { data: EventPage } = await subgraph.execute<EventPage>(
        `query ($after: String) { networkEvents(first: 7, after: $after) {
           nodes { startsOn } pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
      seen.push(...data.networkEvents.nodes.map(({ startsOn }) => startsOn));
      after = data.networkEvents.pageInfo.hasNextPage
        ? data.networkEvents.pageInfo.endCursor
        : null;
    } while (after !== null);
    expect(seen).toHaveLength(54);
    expect(seen.slice(-2)).toEqual([null, null]);
  });
});

describe("a list of countries", () => {
  it("with memberships, events and invitations costs the same statements for 5 as for 50", async () => {
    const ask = async (count: number) => {
      const { data: all } = await subgraph.execute<{ countries: { code: string }[] }>(
        `{ countries { code } }`,
      );
      const members13 = [
        "JP",
        "CN",
        "KR",
        "BN",
        "KH",
        "ID",
        "LA",
        "MY",
        "MM",
        "PH",
        "SG",
        "TH",
        "VN",
        "FR",
        "DE",
      ];
      const codes = [...new Set([...members13, ...all.countries.map(({ code }) => code)])].slice(
        0,
        count,
      );
      return subgraph.execute<{ countries: unknown[] }>(
        `query ($codes: [CountryCode!]) { countries(codes: $codes) {
           networkMemberships { network { code } agency { code } }
           networkEvents(first: 3) { totalCount nodes { title network { code } participatingCountries { code } } }
           invitations { totalCount nodes { fiscalYear { year } } } } }`,
        { codes },
      );
    };
    const few = await ask(15);
    const many = await ask(50);
    expect(many.data.countries).toHaveLength(50);
    expect(few.statements.sort()).toEqual(statementsOfCountries);
    expect(many.statements.sort()).toEqual(statementsOfCountries);
  });
});

const statementsOfCountries = [
  "Invitation.byCountryCode",
  "Invitation.byCountryCode.count",
  "NetworkEvent.byCountryCode",
  "NetworkEvent.byCountryCode.count",
  "membershipsByCountryCode",
  "networkByCode",
  "participationsByEventId",
];

interface EventPage {
  networkEvents: {
    nodes: { startsOn: string | null }[];
    pageInfo: { hasNextPage: boolean; endCursor: string };
  };
}
