import { ApolloServer } from "@apollo/server";
import type { Caller } from "../../subgraphs/kit/caller";
import { ApiError } from "../../subgraphs/kit/errors";
import type { GatewayContext } from "../context/gateway-context";
import { operationSteps } from "../steps/operation-steps";
import { operationId } from "./operation-id";
import { registeredOnly } from "./registered-only";
import { RegisteredOperations } from "./registered-operations";

const body = "query Answer { answer }";
const operations = new RegisteredOperations([
  { id: operationId(body), name: "Answer", type: "query", body, clientName: "portal" },
]);

let resolved = 0;
const apollo = new ApolloServer<GatewayContext>({
  typeDefs: "type Query { answer: Int }",
  resolvers: { Query: { answer: () => (resolved += 1) } },
  plugins: [
    operationSteps([
      registeredOnly({ last: operations, current: () => Promise.resolve(operations) }),
      {
        begin: () => ({
          didResolveOperation: ({ contextValue: { purpose } }) => {
            if (purpose !== undefined) throw new ApiError("FORBIDDEN", "A later rule refuses too.");
          },
        }),
      },
    ]),
  ],
});
beforeAll(() => apollo.start());
afterAll(() => apollo.stop());

async function errorOf(
  query: string,
  roles: readonly string[],
  purpose?: string,
): Promise<unknown> {
  const caller: Caller = {
    subject: "caller",
    roles,
    scopes: new Set(),
    client: "portal",
    attributes: {},
  };
  const contextValue = {
    requestId: "1",
    caller,
    asOf: "2024-03-31",
    isDry: false,
    personalFields: [],
    persons: new Set<string>(),
    counted: new Set<string>(),
    forwardedHeaders: {},
    failures: new Map(),
    ...(purpose !== undefined && { purpose }),
  };
  const { body: answer, http } = await apollo.executeOperation({ query }, { contextValue });
  const errors = answer.kind === "single" ? answer.singleResult.errors : undefined;
  return errors?.map(({ extensions }) => [http.status, extensions?.["code"]]);
}

it("lets an app run its own operations alone, however it got past what looks at requests", async () => {
  expect(await errorOf(body, ["app"])).toBeUndefined();
  expect(resolved).toBe(1);
  expect(await errorOf("{ answer }", ["app"])).toEqual([[403, "OPERATION_NOT_REGISTERED"]]);
  // What has been validated is remembered, for whoever sends it next.
  expect(await errorOf("{ answer }", ["analyst"])).toBeUndefined();
  expect(await errorOf("{ answer }", ["app"])).toEqual([[403, "OPERATION_NOT_REGISTERED"]]);
  expect(resolved).toBe(2);
});

it("refuses before a later rule does, and leaves no rejection unhandled", async () => {
  const unheard = jest.fn();
  process.on("unhandledRejection", unheard);
  expect(await errorOf("{ answer }", ["app"], "a later rule")).toEqual([
    [403, "OPERATION_NOT_REGISTERED"],
  ]);
  await new Promise(setImmediate);
  process.off("unhandledRejection", unheard);
  expect(unheard).not.toHaveBeenCalled();
});
