import { ApolloServer } from "@apollo/server";
import { setTimeout as delay } from "node:timers/promises";
import { ApiError } from "../../subgraphs/kit/errors";
import type { GatewayContext } from "../context/gateway-context";
import { operationSteps, type OperationStep } from "./operation-steps";

let called: string[] = [];
beforeEach(() => (called = []));

/** A step that notes what of it is called, and does what else it is given. */
const step = (name: string, more: ReturnType<OperationStep["begin"]> = {}): OperationStep => ({
  begin: () => ({
    didResolveOperation: (request) => {
      called.push(`${name} resolved`);
      more.didResolveOperation?.(request);
    },
    responseForOperation: (request) => {
      called.push(`${name} may answer`);
      return more.responseForOperation?.(request) ?? null;
    },
    executionDidStart: () => void called.push(`${name} runs`),
    willSendResponse: (request) => {
      called.push(`${name} sends`);
      return more.willSendResponse?.(request);
    },
  }),
});

async function ask(...steps: readonly OperationStep[]) {
  const apollo = new ApolloServer<GatewayContext>({
    typeDefs: "type Query { year: Int }",
    resolvers: { Query: { year: () => called.push("executed") } },
    plugins: [operationSteps(steps)],
  });
  await apollo.start();
  const contextValue = {} as GatewayContext;
  const { body } = await apollo.executeOperation({ query: "{ year }" }, { contextValue });
  await apollo.stop();
  return body.kind === "single" ? body.singleResult : undefined;
}

describe("the steps of an operation", () => {
  it("are called in order at each moment", async () => {
    await ask(step("a"), step("b"));
    expect(called).toEqual([
      ...["a resolved", "b resolved", "a may answer", "b may answer"],
      ...["a runs", "b runs", "executed", "a sends", "b sends"],
    ]);
  });

  it("end with the first that refuses; the answer passes all", async () => {
    const refuse = () => {
      throw new ApiError("FORBIDDEN", "No.");
    };
    const answer = await ask(step("a", { didResolveOperation: refuse }), step("b"));
    expect(answer?.errors?.[0]?.extensions?.["code"]).toBe("FORBIDDEN");
    expect(called).toEqual(["a resolved", "a sends", "b sends"]);
  });

  it("end with the first that answers, which the next waits for", async () => {
    const answering = async () => {
      await delay(1);
      called.push("waited");
      return null;
    };
    const answer = await ask(
      step("a", { responseForOperation: answering }),
      step("b", {
        responseForOperation: ({ response: { http } }) => ({
          http,
          body: { kind: "single", singleResult: { data: { year: 1 } } },
        }),
      }),
      step("c"),
    );
    expect(answer?.data).toEqual({ year: 1 });
    expect(called).toEqual([
      ...["a resolved", "b resolved", "c resolved", "a may answer", "waited", "b may answer"],
      ...["a sends", "b sends", "c sends"],
    ]);
  });

  it("are all waited for before the answer is sent", async () => {
    const sending = async () => {
      await delay(1);
      called.push("waited");
    };
    await ask(step("a", { willSendResponse: sending }), step("b"));
    expect(called.slice(-3)).toEqual(["a sends", "b sends", "waited"]);
  });

  it("see the schema that callers see", async () => {
    await ask({
      schemaDidLoad: (schema) => void called.push(String(schema.getQueryType())),
      begin: () => ({}),
    });
    expect(called).toEqual(["Query", "executed"]);
  });
});
