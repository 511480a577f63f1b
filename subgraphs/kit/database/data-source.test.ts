import { emptyDatabase, type EmptyDatabase } from "../../../test/support/postgres";
import { createDataSource } from "./data-source";

let empty: EmptyDatabase;

beforeAll(async () => {
  empty = await emptyDatabase("limits");
});

afterAll(() => empty.drop());

it.each([
  ["15 seconds to a statement of a request", { isOfCommand: false }, "15s"],
  ["a command's statements as long as they need", { isOfCommand: true }, "0"],
])("gives %s", async (_what, options, limit) => {
  const database = createDataSource({
    ...{ url: empty.adminUrl, applicationName: "limits", poolSize: 1, entities: [] },
    ...options,
  });
  await database.initialize();
  try {
    expect(await database.query("SHOW statement_timeout")).toEqual([{ statement_timeout: limit }]);
    const { query_timeout: waits } = database.options.extra;
    expect(waits).toBe(options.isOfCommand ? undefined : 20_000);
  } finally {
    await database.destroy();
  }
});
