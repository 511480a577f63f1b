import { ApolloServer } from "@apollo/server";
import { parse } from "graphql";
import type { GatewayContext } from "../context/gateway-context";
import { documentStore } from "./document-store";

const documentOf = (name: string, length = 0) =>
  parse(`query ${name} { a } #${" ".repeat(length)}`);

describe("the store of documents", () => {
  it("keeps those used last, up to a number", async () => {
    const store = documentStore(10);
    const documents = Array.from({ length: 100 }, (_none, n) => documentOf(`q${n}`));
    for (const [n, document] of documents.entries()) await store.set(`${n}`, document);
    const kept = await Promise.all(documents.map((_document, n) => store.get(`${n}`)));
    const found = kept.filter((document) => document !== undefined);
    expect(found.length).toBeGreaterThanOrEqual(5);
    expect(found.length).toBeLessThanOrEqual(10);
    expect(kept.at(-1)).toBe(documents.at(-1));
  });

  it("keeps less of long ones", async () => {
    const store = documentStore(1_000);
    for (let n = 0; n < 100; n += 1) await store.set(`${n}`, documentOf(`q${n}`, 90_000));
    const kept = await Promise.all(Array.from({ length: 100 }, (_none, n) => store.get(`${n}`)));
    const found = kept.filter((document) => document !== undefined);
    expect(found.length).toBeLessThanOrEqual(11);
    expect(found.length).toBeGreaterThanOrEqual(5);
  });

  it("forgets", async () => {
    const store = documentStore(10);
    await store.set("a", documentOf("a"));
    await store.delete("a");
    expect(await store.get("a")).toBeUndefined();
  });

  it("has Apollo Server read and check a document once, and one that is not valid each time", async () => {
    const store = documentStore(10);
    const read = jest.fn();
    const apollo = new ApolloServer<GatewayContext>({
      typeDefs: "type Query { a: Int }",
      documentStore: store,
      plugins: [
        {
          requestDidStart: async () => ({
            parsingDidStart: async ({ source }) => {
              read(source);
            },
          }),
        },
      ],
    });
    const contextValue = {} as GatewayContext;
    for (const query of ["{ a }", "{ a }", "{ b }", "{ b }", "{ a }"]) {
      await apollo.executeOperation({ query }, { contextValue });
    }
    expect(read.mock.calls.flat()).toEqual(["{ a }", "{ b }", "{ b }"]);
    await apollo.stop();
  });
});
