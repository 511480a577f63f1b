import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { FormattedExecutionResult, GraphQLSchema } from "graphql";
import { z } from "zod";
import { ApiError, shown } from "../../../subgraphs/kit/errors";
import { callerOf } from "../../../subgraphs/kit/http/request-caller";
import { isDryRun, dryRunHeader } from "../../context/dry-run";
import { tabularRequest } from "../choose-format";
import { notesSheet } from "../tables/notes-sheet";
import type { Sheet } from "../tables/table";
import { fileHeaders, statusOf } from "../file-headers";
import type { TabularRequest } from "../tabular-answers";
import { PageFailed, readPages, type RunOperation } from "./read-pages";
import { type SentOperation, type WholeList, wholeList } from "./whole-list";

/** The header that asks for a whole list. */
const exportHeader = "graph-export";

/** How whole lists are answered. */
export interface WholeOptions {
  /** What callers see. */
  readonly schema: GraphQLSchema;
  /** Runs one page for the request. */
  readonly run: (request: FastifyRequest, reply: FastifyReply) => RunOperation;
}

/**
 * Answers a request with the header `graph-export: all` with the whole of the list that it asks for, in any format but
 * JSON. The list is read page by page, each an operation like others: permitted, limited and recorded by itself. The first
 * is read before anything is sent. If a later one fails, the answer breaks off, and no client takes it for whole.
 *
 * @throws ApiError INVALID_FORMAT or BAD_REQUEST
 */
export function answerWhole({ schema, run }: WholeOptions): (scope: FastifyInstance) => void {
  return (scope) => {
    scope.addHook("preHandler", async (request, reply) => {
      if (!isWhole(request)) return;
      const tabular = tabularRequest();
      if (!tabular) throw invalid("a format of tables, as ?format=csv");
      if (callerOf(request).roles.includes("app")) {
        throw invalid("a caller who writes its own queries: an app pages through lists itself");
      }
      const asked = sentOperation(request);
      const list = asked && wholeList(asked, tabular, schema);
      // It is refused where all are.
      if (!asked || !list) return;
      const { table } = list;
      tabular.tables = [table];
      tabular.fileName = asked.operationName ?? table.name;
      const pages = readPages(list, asked, run(request, reply));
      try {
        const first = await pages.next();
        const rows = rowsOf(list, first, pages);
        const sheet = { name: table.name, columns: table.columns, rows };
        const notes = notesOf(tabular, asked, first);
        const stream = tabular.format.stream(sheet, notes);
        stream.on("error", (error) => request.log.warn({ err: error }, "a whole list broke off"));
        return await reply.headers(fileHeaders(tabular)).send(stream);
      } catch (error) {
        if (!(error instanceof PageFailed)) throw error;
        const { answer } = error;
        return await reply
          .code(statusOf(answer.errors ?? []))
          .type("application/json; charset=utf-8")
          .send(`${JSON.stringify(answer)}\n`);
      }
    });
  };
}

type Page = IteratorResult<FormattedExecutionResult, undefined>;

async function* rowsOf(
  { table }: WholeList,
  first: Page,
  others: AsyncIterable<FormattedExecutionResult>,
) {
  if (first.done !== true) yield* table.rows(first.value.data);
  for await (const { data } of others) yield* table.rows(data);
}

function notesOf(
  { noted, format }: TabularRequest,
  { query, variables }: SentOperation,
  first: Page,
): Sheet[] {
  if (!noted || format.holds === "one") return [];
  // The question is the caller's, not that of a page.
  return [notesSheet({ ...noted, source: query, variables }, [], [], first.value?.extensions)];
}

function isWhole({ headers }: FastifyRequest): boolean {
  const given = headers[exportHeader];
  if (given === undefined || isDryRun(headers[dryRunHeader])) return false;
  if (given === "all") return true;
  throw new ApiError(
    "BAD_REQUEST",
    `Expected the header ${exportHeader} to be all, received ${shown(given)}.`,
    400,
  );
}

function sentOperation({ method, body }: FastifyRequest): SentOperation | undefined {
  if (method !== "POST") throw invalid("a POST request");
  const sent = sentShape.safeParse(body);
  // It is refused where all are.
  if (!sent.success) return undefined;
  const { query, operationName, variables } = sent.data;
  return { query, operationName: operationName ?? undefined, variables: variables ?? {} };
}

const sentShape = z.object({
  query: z.string(),
  operationName: z.string().nullish(),
  variables: z.record(z.string(), z.unknown()).nullish(),
});

function invalid(expected: string): ApiError {
  return new ApiError(
    "INVALID_FORMAT",
    `Expected ${expected} with the header ${exportHeader}.`,
    400,
  );
}
