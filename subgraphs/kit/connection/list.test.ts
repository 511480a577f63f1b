import fc from "fast-check";
import { Column, type DataSource, Entity, PrimaryColumn } from "typeorm";
import { emptyDatabase, type EmptyDatabase } from "../../../test/support/postgres";
import { personBy } from "../access/persons-seen";
import { today } from "../clock";
import { createDataSource } from "../database/data-source";
import { createNormalForm } from "../database/normal-form.sql";
import { provisionDatabase } from "../database/provision";
import { recordingDatabase } from "../database/recording-database.fixture";
import { RequestContext } from "../request/request-context";
import { runInRequest } from "../request-scope";
import { Cursors } from "./cursor";
import { List } from "./list";
import type { ListDefinition } from "./list-definition";
import type { ListRequest } from "./list-request";
import { OrderDirection, type OrderTerm } from "./ordering";
import type { PageRows } from "./page";

@Entity("thing")
class Thing {
  @PrimaryColumn("integer")
  id: number;
  @Column("text")
  owner: string;
  @Column("integer", { nullable: true })
  size: number | null;
  @Column("date", { nullable: true })
  day: string | null;
}

const definition: ListDefinition<Thing> = {
  name: "Thing",
  entity: Thing,
  filters: {
    owner: { sql: "t.owner", type: "text" },
    size: { sql: "t.size", type: "integer" },
  },
  orderings: {
    SIZE: { sql: "coalesce(t.size, 2147483647)", type: "integer" },
    DAY: { sql: "coalesce(t.day, 'infinity')", type: "date" },
    OWNER: { sql: "t.owner", type: "text" },
  },
  defaultOrder: [{ by: "SIZE", direction: OrderDirection.ASC }],
  unique: { sql: "t.id", type: "integer" },
};
const things = new List(definition);
const byOwner = things.ofParent({
  name: "byOwner",
  keyType: "text",
  condition: (key) => `t.owner = ${key}`,
});

let empty: EmptyDatabase;
let database: DataSource;
beforeAll(async () => {
  empty = await emptyDatabase("recruitment");
  await provisionDatabase({ admin: empty.adminUrl, owner: empty.ownerUrl, app: empty.appUrl });
  database = createDataSource({
    url: empty.ownerUrl,
    applicationName: "test",
    poolSize: 2,
    entities: [Thing],
  });
  await database.initialize();
  await database.query(createNormalForm);
  await database.query(
    "CREATE TABLE thing (id integer PRIMARY KEY, owner text NOT NULL, size integer, day date)",
  );
});
afterAll(async () => {
  await database.destroy();
  await empty.drop();
});

const caller = { subject: "test", roles: [], scopes: new Set<string>(), attributes: {} };
const cursors = new Cursors([Buffer.alloc(32)], { subgraph: "test", attributes: {} });
const seen = personBy("id", (id) => `thing:${id}`);
const context = (read: DataSource = database) =>
  new RequestContext(read, {}, caller, today(), { persons: { Thing: seen }, cursors });
const readThings = async (request: ListRequest) => things.page(context(), request).read();
const page = (first: number | null, after?: string | null): ListRequest => ({
  first,
  ...(after !== undefined && { after }),
});

function withCursors<Node>(read: PageRows<Node>) {
  return read.nodes.map((node, place) => ({ node, cursor: read.cursorAt(place) }));
}

function lastCursor(read: PageRows<Thing>): string | null {
  return withCursors(read).at(-1)?.cursor ?? null;
}

const aThing = fc.record({
  owner: fc.constantFrom("a", "b", "c"),
  size: fc.option(fc.integer({ min: -3, max: 3 })),
  day: fc.option(fc.constantFrom("2023-03-31", "2023-04-01", "2024-01-01")),
});
const anOrder: fc.Arbitrary<OrderTerm[]> = fc
  .uniqueArray(fc.constantFrom("SIZE", "DAY", "OWNER"), { maxLength: 3 })
  .chain((keys) =>
    fc.tuple(
      ...keys.map((by) =>
        fc
          .constantFrom(OrderDirection.ASC, OrderDirection.DESC)
          .map((direction) => ({ by, direction })),
      ),
    ),
  );

async function fill(rows: object[]): Promise<void> {
  await database.query("TRUNCATE thing");
  await database.query(
    `INSERT INTO thing SELECT row_number() OVER (), owner, size, day
     FROM jsonb_to_recordset($1::jsonb) AS r(owner text, size integer, day date)`,
    [JSON.stringify(rows)],
  );
}

describe("a list read page by page", () => {
  it("gives every node exactly once in one order, whatever the ordering, direction and page size", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(aThing, { maxLength: 25 }),
        anOrder,
        fc.integer({ min: 1, max: 7 }),
        async (rows, orderBy, size) => {
          await fill(rows);
          const whole = await readThings({ ...page(500), orderBy });
          const seen: number[] = [];
          for (let after: string | null = null, more = true; more;) {
            const next = await readThings({ ...page(size, after), orderBy });
            seen.push(...next.nodes.map((node) => node.id));
            after = lastCursor(next);
            more = next.hasNextPage;
          }
          expect(seen).toEqual(whole.nodes.map((node) => node.id));
          expect(new Set(seen).size).toBe(rows.length);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("gives each parent its own first page and count, with one statement each for all of them", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(aThing, { maxLength: 25 }),
        fc.integer({ min: 0, max: 5 }),
        async (rows, size) => {
          await fill(rows);
          const one = context();
          const owners = ["a", "b", "c", "nobody"];
          const pages = owners.map((owner) => byOwner(one, owner, { ...page(size) }));
          const together = await Promise.all(pages.map((each) => each.read()));
          for (const [index, owner] of owners.entries()) {
            const alone = await readThings({
              ...page(size),
              filter: { owner: { eq: owner } },
            });
            expect(together[index] && withCursors(together[index])).toEqual(withCursors(alone));
            expect(together[index]?.hasNextPage).toBe(alone.hasNextPage);
            expect(await pages[index]?.countAll()).toBe(
              rows.filter((row) => row.owner === owner).length,
            );
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  it("notes whom the rows of a page are about as soon as it is read, the one behind it too, and nobody before", async () => {
    await fill([1, 2, 3, 4].map((size) => ({ owner: "a", size })));
    const [whole, part] = [context(), context()];
    const pages = [things.page(whole, page(2)), byOwner(part, "a", page(2))];
    expect([(await whole.persons.all()).persons, (await part.persons.all()).persons]).toEqual([
      [],
      [],
    ]);
    const read = await Promise.all(pages.map((each) => each.read()));
    expect(read.map(({ nodes }) => nodes.length)).toEqual([2, 2]);
    const three = ["thing:1", "thing:2", "thing:3"];
    expect([(await whole.persons.all()).persons, (await part.persons.all()).persons]).toEqual([
      three,
      three,
    ]);
  });

  it("notes the person whose existence a page of nobody shows", async () => {
    await fill([{ owner: "a", size: 1 }]);
    const one = context();
    const { nodes, hasNextPage } = await things.page(one, page(0)).read();
    expect({ nodes, hasNextPage }).toEqual({ nodes: [], hasNextPage: true });
    expect((await one.persons.all()).persons).toEqual(["thing:1"]);
  });

  it("notes whom it counted, with the statement that counts, even if they are on no page", async () => {
    await fill(["a", "a", "b"].map((owner) => ({ owner, size: 1 })));
    const [whole, part] = [context(), context()];
    const filter = { owner: { eq: "b" } };
    expect(await things.page(whole, { ...page(0), filter }).countAll()).toBe(1);
    expect((await whole.persons.all()).persons).toEqual(["thing:3"]);
    const pages = ["a", "b", "nobody"].map((owner) => byOwner(part, owner, page(1)));
    const scope = { requestId: "one", statements: [], subgraphCalls: [] };
    await runInRequest(scope, async () => {
      expect(await Promise.all(pages.map((each) => each.countAll()))).toEqual([2, 1, 0]);
    });
    expect(scope.statements).toEqual(["Thing.byOwner.count"]);
    expect((await part.persons.all()).persons).toEqual(["thing:1", "thing:2", "thing:3"]);
    expect((await part.persons.all()).counted).toEqual([]);
  });

  it("reads of the persons it counted only what says who they are", async () => {
    await fill([{ owner: "a", size: 1 }]);
    const sent: string[] = [];
    const recording = recordingDatabase(database, (text) => sent.push(text));
    await byOwner(context(recording), "a", page(1)).countAll();
    const [sql] = sent;
    expect(sql).toContain('t."id"');
    expect(sql).not.toMatch(/"(size|day)"|\.\*/);
  });

  it("names at most 500 persons that one request counted, those of small counts first, and how many others there are", async () => {
    const owners = { a: 300, b: 299, c: 1, d: 200 };
    await fill(
      Object.entries(owners).flatMap(([owner, count]) =>
        Array.from({ length: count }, () => ({ owner, size: 1 })),
      ),
    );
    const [together, apart] = [context(), context()];
    const totals = [300, 299, 1, 200];
    const pages = Object.keys(owners).map((owner) => byOwner(together, owner, page(0)));
    expect(await Promise.all(pages.map((each) => each.countAll()))).toEqual(totals);
    for (const [index, owner] of Object.keys(owners).entries()) {
      const filter = { owner: { eq: owner } };
      const one = things.page(apart, { ...page(0), filter });
      expect(await one.countAll()).toBe(totals[index]);
    }
    for (const { persons } of [together, apart]) {
      const named = (await persons.all()).persons;
      expect(named).toHaveLength(500);
      expect(named).toEqual(
        expect.arrayContaining(["thing:301", "thing:599", "thing:600", "thing:800"]),
      );
      expect(named).not.toContain("thing:300");
      expect((await persons.all()).counted).toEqual(["Thing 300"]);
    }
  });

  it("notes how many it counted where they are more than a page holds, and names none of them", async () => {
    await fill(Array.from({ length: 501 }, () => ({ owner: "a", size: 1 })));
    const [more, whole] = [context(), context()];
    expect(await things.page(more, page(1)).countAll()).toBe(501);
    expect([(await more.persons.all()).persons, (await more.persons.all()).counted]).toEqual([
      [],
      ["Thing 501"],
    ]);
    await database.query("DELETE FROM thing WHERE id = 501");
    expect(await things.page(whole, page(1)).countAll()).toBe(500);
    expect((await whole.persons.all()).persons.length).toBe(500);
    expect((await whole.persons.all()).counted).toEqual([]);
  });

  it("keeps its place when rows are added before it", async () => {
    await fill([1, 2, 3].map((size) => ({ owner: "a", size })));
    const first = await readThings({ ...page(2) });
    await database.query("INSERT INTO thing VALUES (99, 'a', 0, NULL)");
    const second = await readThings({ ...page(2, lastCursor(first)) });
    expect(second.nodes.map((node) => node.size)).toEqual([3]);
  });

  it("refuses a cursor that another list gave with the same ordering", async () => {
    await fill([{ owner: "a", size: 1 }]);
    const first = await readThings(page(1));
    const others = new List({ ...definition, name: "OtherThing" });
    expect(() => others.page(context(), page(1, lastCursor(first)))).toThrow(
      "Expected a cursor given by this list with the same orderBy",
    );
  });

  it.each([
    [
      "a page above 500",
      page(501),
      {},
      "INVALID_PAGE_SIZE",
      "Expected first between 0 and 500, received 501.",
    ],
    [
      "a page below 0",
      page(-1),
      {},
      "INVALID_PAGE_SIZE",
      "Expected first between 0 and 500, received -1.",
    ],
    ["rubbish as a cursor", page(5, "rubbish"), {}, "INVALID_CURSOR", "Begin anew"],
    [
      "a cursor of another ordering",
      page(
        5,
        cursors.encode(
          "Thing",
          [{ by: "DAY", sql: "", type: "date", descending: false }],
          ["2024-01-01"],
        ),
      ),
      {},
      "INVALID_CURSOR",
      "with the same orderBy",
    ],
    [
      "an ordering that names a field twice",
      page(5),
      {
        orderBy: [OrderDirection.ASC, OrderDirection.DESC].map((direction) => ({
          by: "SIZE",
          direction,
        })),
      },
      "INVALID_ORDERING",
      'received "SIZE" twice',
    ],
    [
      "null as an operand",
      page(5),
      { filter: { size: { eq: null } } },
      "INVALID_FILTER",
      "use isNull: true",
    ],
    [
      "more than 1,000 values",
      page(5),
      { filter: { size: { in: Array.from({ length: 1001 }, (_unused, index) => index) } } },
      "INVALID_FILTER",
      "received 1001",
    ],
  ])("refuses %s", async (_what, pageArguments, rest, code, message) => {
    await expect(readThings({ ...pageArguments, ...rest })).rejects.toMatchObject({
      extensions: { code },
      message: expect.stringContaining(message) as string,
    });
  });
});

describe("filters", () => {
  beforeEach(() =>
    fill([
      { owner: "Aoki", size: 1 },
      { owner: "aoyama", size: 2 },
      { owner: "b%", size: null },
    ]),
  );
  const found = async (filter: object) =>
    (await readThings({ ...page(null), filter })).nodes.map((node) => node.owner);

  it.each([
    [{ owner: { contains: "AO" } }, ["Aoki", "aoyama"]],
    [{ owner: { contains: "%" } }, ["b%"]],
    [{ size: { isNull: true } }, ["b%"]],
    [{ size: { gte: 2 } }, ["aoyama"]],
    [{ size: { in: [] } }, []],
    [{ size: { gte: 1, lte: 1 }, owner: { in: ["Aoki", "b%"] } }, ["Aoki"]],
    [{ owner: { eq: "'; DROP TABLE thing; --" } }, []],
  ])("%j finds %j", async (filter, owners) => {
    expect(await found(filter)).toEqual(owners);
  });
});
