import { runInNewContext } from "node:vm";
import { DataSource } from "typeorm";
import { testPostgres } from "../../test/support/postgres";
import { loggedError } from "./logged-error";

const secret = "架空 太郎";
const dataSource = () =>
  new DataSource({ type: "postgres", url: testPostgres().adminUrl, poolSize: 1 });

async function failureOf(statement: string, parameters: unknown[] = []): Promise<unknown> {
  const database = await dataSource().initialize();
  try {
    await database.query(
      "CREATE TEMPORARY TABLE person (name text UNIQUE CHECK (name <> 'no one'))",
    );
    await database.query("INSERT INTO person VALUES ($1)", [secret]);
    return await database.query(statement, parameters).then(
      () => undefined,
      (error: unknown) => error,
    );
  } finally {
    await database.destroy();
  }
}

describe("what is logged of an error of PostgreSQL", () => {
  it.each([
    ["22007", "SELECT $1::text::date", [secret]],
    ["22007", "SELECT $1::text::date", [`2024"\n    at ${secret}`]],
    ["23505", "INSERT INTO person VALUES ($1)", [secret]],
    ["23514", "INSERT INTO person SELECT 'no one' WHERE $1::text <> ''", [secret]],
    ["P0001", `DO $$ BEGIN RAISE EXCEPTION 'not ${secret}'; END $$`, []],
  ])("is its code and where, and no value, for %s", async (code, statement, parameters) => {
    const error = await failureOf(statement, parameters);
    const logged = loggedError(new Error("The change failed.", { cause: error }));
    expect(JSON.stringify(logged)).not.toContain(secret);
    expect(JSON.stringify(logged)).not.toContain("no one");
    expect(logged).toMatchObject({
      type: "Error",
      message: "The change failed.",
      cause: {
        type: "QueryFailedError",
        code,
        message: expect.stringContaining(code) as string,
        stack: expect.stringMatching(/^ +at /) as string,
      },
    });
    expect(Object.keys(logged.cause ?? {}).sort()).toEqual(["code", "message", "stack", "type"]);
  });

  it.each([
    ["42P01", "SELECT FROM nowhere WHERE '' <> $1", 'relation "nowhere" does not exist'],
    ["57014", "SET statement_timeout = 1; SELECT pg_sleep(1)", "due to statement timeout"],
  ])("has the message where none can hold a value: %s", async (code, statement, message) => {
    const logged = loggedError(await failureOf(statement, code === "42P01" ? [secret] : []));
    expect(logged).toMatchObject({ code, message: expect.stringContaining(message) as string });
    expect(JSON.stringify(logged)).not.toContain(secret);
  });
});

describe("what is logged of other errors", () => {
  it("is their message, once, and no property that somebody added", () => {
    const error = Object.assign(new TypeError("Expected a list."), {
      code: "ERR_LIST",
      parameters: [secret],
    });
    const logged = loggedError(error);
    expect(logged).toEqual({
      type: "TypeError",
      message: "Expected a list.",
      code: "ERR_LIST",
      stack: expect.stringContaining("logged-error.test.ts") as string,
    });
    expect(logged.stack).not.toContain("Expected a list.");
  });

  it("is nothing of what is no error", () => {
    expect(JSON.stringify(loggedError({ message: secret }))).not.toContain(secret);
  });

  it.each([
    [null, "null", "null"],
    [undefined, "undefined", "undefined"],
    [secret, "string", "a text of 5 characters"],
    [131016, "number", "a number"],
    [{ [secret]: 1 }, "object", "an object of class Object with 1 members"],
    [new Map([[secret, 1]]), "object", "an object of class Map with 0 members"],
    [Object.create(null), "object", "an object of class unknown with 0 members"],
  ])(
    "is what it was where it is no error, and nothing of what it holds: %#",
    (thrown, type, what) => {
      const message = `Something that is no error was thrown: ${what}.`;
      expect(loggedError(thrown)).toEqual({ type, message, stack: "" });
    },
  );

  it("is the message of an error of another realm", () => {
    const error: unknown = runInNewContext("new TypeError('Expected a list.')");
    expect(loggedError(error)).toMatchObject({ type: "TypeError", message: "Expected a list." });
  });

  it("ends with the fifth cause, also where the causes go round", () => {
    const error = new Error("round");
    error.cause = error;
    expect(JSON.stringify(loggedError(error)).match(/"cause"/g)).toHaveLength(5);
  });
});
