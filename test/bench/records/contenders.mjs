// What answers an officer's questions from the same database: ours, and what one would take instead.
import { fileURLToPath } from "node:url";
import { startChild, untilAnswers } from "../support/child.mjs";
import { freePort } from "../support/ports.mjs";
import { processorTime, timeByPart } from "../support/processes.mjs";
import { ownersUrl } from "../support/stack.mjs";
import { graphQueries } from "../stack/questions.mjs";
import { newerNode } from "./newer-node.mjs";
import { postgraphileQueries } from "./questions.mjs";

/**
 * Starts all that are compared, over the dispatch database of a stack.
 *
 * @returns of each: where it is, how it is asked, and the milliseconds of processor time it has used, PostgreSQL included
 */
export async function startContenders(stack) {
  const env = {
    ...process.env,
    NODE_ENV: "production",
    DATABASE_URL: ownersUrl(stack, "dispatch"),
  };
  const postgres = () => timeByPart(stack.pid).PostgreSQL;
  const officer = stack.headersOf("dispatch-officer");
  const start = async (name, queries, program, file) => {
    const port = await freePort();
    const args = [fileURLToPath(new URL(program, import.meta.url))];
    const child = startChild(program.replaceAll("/", "-"), {
      file,
      args,
      env: { ...env, PORT: String(port) },
    });
    const url = `http://127.0.0.1:${port}/graphql`;
    await untilAnswers(child, url);
    const spent = () => ({ program: processorTime(child.pid), PostgreSQL: postgres() });
    return { name, url, headers: {}, queries, spent };
  };
  return [
    {
      name: "ours, officer",
      url: stack.url,
      headers: officer,
      queries: graphQueries,
      spent: () => timeByPart(stack.pid),
    },
    await start("PostGraphile", postgraphileQueries, "postgraphile/server.mjs", newerNode()),
    await start("graphql-js over SQL", graphQueries, "plain.mjs"),
  ];
}
