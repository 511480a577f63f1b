import type { FastifyInstance } from "fastify";
import pino from "pino";
import { assertionHeaders, testKeys } from "../../../test/support/assertions";
import { createHttpServer } from "../http/http-server";
import { KeyFile } from "./key-file";
import { readVerifyingKeys } from "./key-sets";
import { requireAssertion } from "./require-assertion";
import { UsedAssertions } from "./used-assertions";

const body = '{"query":"{ id }"}';
const lines: { level: number; msg: string }[] = [];
let app: FastifyInstance;
beforeAll(async () => {
  const write = (line: string) => void lines.push(JSON.parse(line) as (typeof lines)[number]);
  const logger = pino({}, { write });
  const { files } = await testKeys();
  const keys = await KeyFile.open({
    path: files.public,
    variable: "GATEWAY_KEYS_FILE",
    read: readVerifyingKeys,
    logger,
  });
  app = createHttpServer({
    logger,
    bodyLimit: 1_000,
    readiness: async () => ({ ready: true, details: {} }),
  });
  await app.register(async (scope) => {
    requireAssertion("recruitment", keys, new UsedAssertions(2))(scope);
    scope.post("/graphql", () => ({ data: {} }));
  });
});
afterAll(() => app.close());

it("says that it is too busy where it can remember no more assertions, and logs that once", async () => {
  const answers: unknown[] = [];
  for (let time = 0; time < 5; time += 1) {
    const headers = await assertionHeaders("recruitment", body, { requestId: `request-${time}` });
    const response = await app.inject({
      method: "POST",
      url: "/graphql",
      headers: { "content-type": "application/json", ...headers },
      body,
    });
    const { errors } = response.json<{ errors?: { extensions: { code: string } }[] }>();
    answers.push([response.statusCode, errors?.map(({ extensions }) => extensions.code)]);
  }
  const busy = [503, ["TOO_BUSY"]];
  expect(answers).toEqual([[200, undefined], [200, undefined], busy, busy, busy]);
  expect(lines.filter(({ level }) => level >= 40).map(({ msg }) => msg)).toEqual([
    "too many assertions at once: requests are refused until some expire",
  ]);
});
