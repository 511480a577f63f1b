// The least that serves GraphQL over HTTP: graphql-js behind node:http, with documents parsed and checked once.
import { createServer } from "node:http";
import { execute, parse, validate } from "graphql";
import { shareHeader } from "./assertions.mjs";

/**
 * Serves a schema. `verify`, if there is one, is given each request's headers and body, and throws to refuse it; `share`
 * is its share of a key, which is then told.
 */
export function servePlainly({ schema, rootValue, port, verify, share }) {
  const documents = new Map();
  const documentOf = (query) => {
    const known = documents.get(query);
    if (known) return known;
    const document = parse(query);
    const [error] = validate(schema, document);
    if (error) throw error;
    documents.set(query, document);
    return document;
  };
  const answer = async (request) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    await verify?.(request.headers, body);
    const { query, variables: variableValues } = JSON.parse(body.toString());
    return execute({ schema, rootValue, document: documentOf(query), variableValues });
  };
  createServer(async (request, response) => {
    const result = await answer(request).catch(({ message }) => ({ errors: [{ message }] }));
    const content = Buffer.from(JSON.stringify(result));
    response.writeHead(200, {
      "content-type": "application/json",
      "content-length": content.length,
      ...(share && { [shareHeader]: share }),
    });
    response.end(content);
  }).listen(port, "127.0.0.1");
}
