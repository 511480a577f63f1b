import { ApolloServer } from "@apollo/server";
import pino from "pino";
import type { DataSource } from "typeorm";
import { testPostgres } from "../../test/support/postgres";
import { maskError } from "./graphql/mask-error";
import { createDataSource } from "./database/data-source";
import { hadNoConnection } from "./no-connection";
import { readRows } from "./database/read-rows";

const logged: string[] = [];
const logger = pino({ level: "warn" }, { write: (line: string) => void logged.push(line) });
let database: DataSource;
beforeAll(async () => {
  const url = testPostgres().adminUrl;
  database = createDataSource({ url, applicationName: "busy", poolSize: 1, entities: [] });
  await database.initialize();
});
afterAll(() => database.destroy());

const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

describe("a statement without a connection", () => {
  it("is told from a failure, and its caller that it can be sent again", async () => {
    const apollo = new ApolloServer({
      typeDefs: "type Query { read: Int, query: Int, failing: Int }",
      resolvers: {
        Query: {
          read: () => readRows(database, { tag: "busy", sql: "SELECT 1", values: [] }),
          query: () => database.query("SELECT 1"),
          failing: () => Promise.reject(new Error("timeout exceeded")),
        },
      },
      formatError: maskError(logger),
    });
    const taken = database.createQueryRunner();
    await taken.connect();
    const { body } = await apollo.executeOperation({ query: "{ read query failing }" });
    const errors = body.kind === "single" ? (body.singleResult.errors ?? []) : [];
    expect(errors.map(({ path, extensions }) => [path?.[0], extensions?.["code"]]).sort()).toEqual([
      ["failing", "INTERNAL_SERVER_ERROR"],
      ["query", "SERVICE_BUSY"],
      ["read", "SERVICE_BUSY"],
    ]);
    expect(errors.map(({ message }) => message).join()).toContain("Send it again in a few seconds");
    expect(errors.map(({ message }) => message).join()).not.toContain("timeout");
    expect(logged.join("")).toContain("no database connection was free in time");
    await taken.release();
    expect(await readRows(database, { tag: "free", sql: "SELECT 1", values: [] })).toEqual([[1]]);
    await apollo.stop();
  });

  it("is one that PostgreSQL takes no connection for, too", async () => {
    await database.query("CREATE ROLE busy_limited LOGIN PASSWORD 'busy' CONNECTION LIMIT 0");
    try {
      const url = new URL(testPostgres().adminUrl);
      [url.username, url.password] = ["busy_limited", "busy"];
      const limited = createDataSource({
        ...{ url: url.href, applicationName: "limited", poolSize: 1, entities: [] },
      });
      expect(hadNoConnection(await failureOf(limited.initialize()))).toBe(true);
    } finally {
      await database.query("DROP ROLE busy_limited");
    }
  });

  it("is none that reached the database", async () => {
    expect(hadNoConnection(await failureOf(database.query("SELECT 1/0")))).toBe(false);
    expect(hadNoConnection(undefined)).toBe(false);
    expect(hadNoConnection("timeout exceeded when trying to connect")).toBe(false);
  });
});
