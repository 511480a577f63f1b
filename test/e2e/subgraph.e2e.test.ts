import { Client } from "pg";
import {
  asAdmin,
  cloneDatabase,
  emptyDatabase,
  type TestDatabase,
  testPostgres,
} from "../support/postgres";
import { assertionHeaders, testKeys, type TestKeys } from "../support/assertions";
import { recruitment } from "../../subgraphs/recruitment/recruitment";
import { provisionDatabase } from "../../subgraphs/kit/database/provision";
import { migrate, provision } from "../../subgraphs/kit/subgraph/database-commands";
import type { ServeSettings } from "../../subgraphs/kit/subgraph/env";
import { startSubgraph } from "../../subgraphs/kit/subgraph/serve";

let keys: TestKeys;
beforeAll(async () => {
  keys = await testKeys();
});

const settings = (url: string): ServeSettings => ({
  DATABASE_URL: url,
  GATEWAY_KEYS_FILE: keys.files.public,
  CURSOR_KEYS_FILE: keys.files.cursor,
  HOST: "127.0.0.1",
  PORT: 0,
  LOG_LEVEL: "silent",
  DATABASE_POOL_SIZE: 2,
  DISCLOSURE_THRESHOLD: 5,
  PROTECTION_THREADS: 0,
  BODY_LIMIT_BYTES: 2_048,
  SHUTDOWN_GRACE_MS: 1_000,
});

const post = async (url: string, body: string, requestId = "request-1") =>
  fetch(`${url}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(await assertionHeaders("recruitment", body, { requestId })),
    },
    body,
  });

describe("a running subgraph", () => {
  let database: TestDatabase;
  let running: Awaited<ReturnType<typeof startSubgraph>>;
  beforeAll(async () => {
    database = await cloneDatabase("recruitment");
    running = await startSubgraph(recruitment, settings(database.appUrl));
  });
  afterAll(async () => {
    await running.stop();
    await database.drop();
  });

  it("says on /health that it lives and on /ready whether its database answers, without a restart", async () => {
    const state = async () => {
      const response = await fetch(`${running.url}/ready`);
      return [response.status, await response.json()];
    };
    expect(await state()).toEqual([200, { status: "ready", database: "answers" }]);
    const name = new URL(database.appUrl).pathname.slice(1);
    const { adminUrl } = testPostgres();
    await asAdmin(adminUrl, async (client) => {
      await client.query(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS false`);
      await client.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1",
        [name],
      );
    });
    expect(await state()).toEqual([503, { status: "not ready", database: "does not answer" }]);
    expect((await fetch(`${running.url}/health`)).status).toBe(200);
    await asAdmin(adminUrl, (client) =>
      client.query(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS true`),
    );
    expect(await state()).toEqual([200, { status: "ready", database: "answers" }]);
  });

  it("takes the id of a request from the gateway's assertion, and from nobody else", async () => {
    const body = '{"query":"{ __typename }"}';
    const idFor = async (headers: Record<string, string>) => {
      const response = await fetch(`${running.url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers, "x-request-id": "app-7:42" },
        body,
      });
      return response.headers.get("x-request-id");
    };
    const asserted = await assertionHeaders("recruitment", body, { requestId: "request-42" });
    expect(await idFor(asserted)).toBe("request-42");
    expect(await idFor({})).toMatch(/^[0-9a-f-]{36}$/);
  });

  it.each([
    [
      "a country code in small letters",
      `{ country(code: "jp") { name } }`,
      "INVALID_COUNTRY_CODE",
      'received "jp"',
    ],
    [
      "a fiscal year out of range",
      `{ fiscalYear(year: 1900) { name } }`,
      "INVALID_FISCAL_YEAR",
      "from 1948 to 2100, received 1900",
    ],
    [
      "a date that is none",
      `{ agency(code: "JP-NPA") { name(asOf: "2024-02-30") } }`,
      "INVALID_DATE",
      'received "2024-02-30"',
    ],
    [
      "too large a page",
      `{ recruitmentFigures(first: 501) { totalCount } }`,
      "INVALID_PAGE_SIZE",
      "received 501",
    ],
    [
      "an unknown field",
      `{ country(code: "JP") { capital } }`,
      "GRAPHQL_VALIDATION_FAILED",
      "capital",
    ],
    ["no GraphQL", `{ country(`, "GRAPHQL_PARSE_FAILED", "Syntax Error"],
    [
      "a character no database holds",
      String.raw`{ recruitmentFigures(filter: { id: { eq: "a\u0000" } }) { totalCount } }`,
      "BAD_USER_INPUT",
      "U+0000",
    ],
  ])("answers %s with its code and what was received", async (_what, query, code, part) => {
    const response = await post(running.url, JSON.stringify({ query }));
    const { errors } = (await response.json()) as {
      errors: { message: string; extensions: object }[];
    };
    expect(errors).toHaveLength(1);
    expect(errors[0]?.extensions).toEqual({ code });
    expect(errors[0]?.message).toContain(part);
  });

  it("answers a variable that does not fit with our code too", async () => {
    const response = await post(
      running.url,
      JSON.stringify({
        query: "query ($code: CountryCode!) { country(code: $code) { name } }",
        variables: { code: "jp" },
      }),
    );
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: "INVALID_COUNTRY_CODE" } }],
    });
  });

  it("refuses a body above its limit and a path it does not have, and shows nothing internal", async () => {
    const large = await post(
      running.url,
      JSON.stringify({ query: `{ __typename } #${"x".repeat(3_000)}` }),
    );
    expect(large.status).toBe(413);
    expect(await large.json()).toMatchObject({ errors: [{ extensions: { code: "BAD_REQUEST" } }] });
    const lost = await fetch(`${running.url}/graph`);
    expect([lost.status, await lost.json()]).toEqual([
      404,
      {
        errors: [
          {
            message: "Nothing is here. The graph answers on /graphql.",
            extensions: { code: "BAD_REQUEST" },
          },
        ],
      },
    ]);
  });
});

describe("a subgraph whose database is not as it should be", () => {
  it("is not ready while a migration is missing, and is once it is there", async () => {
    const database = await cloneDatabase("recruitment");
    const running = await startSubgraph(recruitment, settings(database.appUrl));
    const state = async () => (await fetch(`${running.url}/ready`)).json();
    const owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    try {
      await owner.query("UPDATE migrations SET name = 'another'");
      expect(await state()).toEqual({
        status: "not ready",
        database: "is not migrated; run setup",
      });
      await owner.query("UPDATE migrations SET name = $1", [recruitment.migrations[0]?.name]);
      expect(await state()).toEqual({ status: "ready", database: "answers" });
    } finally {
      await owner.end();
      await running.stop();
      await database.drop();
    }
  });

  it("does not start where the login is refused, and says so without the password", async () => {
    const { port } = testPostgres();
    const start = startSubgraph(
      recruitment,
      settings(`postgres://nobody:secret@127.0.0.1:${port}/postgres`),
    );
    await expect(start).rejects.toThrow(
      /^The database cannot be used as DATABASE_URL says: 28P01\./,
    );
    await expect(start).rejects.not.toThrow(/secret/);
  });

  it("is neither migrated nor started without the role of those who read what was published", async () => {
    const empty = await emptyDatabase("recruitment");
    const urls = { admin: empty.adminUrl, owner: empty.ownerUrl, app: empty.appUrl };
    await provisionDatabase(urls);
    await expect(migrate(recruitment, urls)).rejects.toThrow(
      /_app_published" is missing: run provision or setup, which make it\.$/,
    );
    await expect(startSubgraph(recruitment, settings(empty.appUrl))).rejects.toThrow(
      /^The database cannot be used as the database role ".*_app_published", which setup makes: /,
    );
    await empty.drop();
  });

  it("is not ready on a database without tables, and says what to do", async () => {
    const empty = await emptyDatabase("recruitment");
    const urls = { admin: empty.adminUrl, owner: empty.ownerUrl, app: empty.appUrl };
    await provision(recruitment, urls);
    const running = await startSubgraph(recruitment, settings(empty.appUrl));
    try {
      const response = await fetch(`${running.url}/ready`);
      expect([response.status, await response.json()]).toEqual([
        503,
        { status: "not ready", database: "has no tables; run setup" },
      ]);
      const masked = await post(running.url, '{"query":"{ skillStandard { code } }"}', "r-1");
      expect(await masked.json()).toMatchObject({
        errors: [
          {
            message: "Something went wrong on our side. Report it with request id r-1.",
            extensions: { code: "INTERNAL_SERVER_ERROR" },
          },
        ],
      });
    } finally {
      await running.stop();
      await empty.drop();
    }
  });
});
