import type { FastifyInstance, FastifyRequest } from "fastify";
import type { FormattedExecutionResult } from "graphql";
import { z } from "zod";
import { ApiError, shown } from "../../../subgraphs/kit/errors";
import { callerOf } from "../../../subgraphs/kit/http/request-caller";
import { citeRequest } from "../../context/cite-request";
import { isDryRun, dryRunHeader } from "../../context/dry-run";
import { retryAfter } from "../../errors/retry-after";
import { tabularRequest } from "../choose-format";
import { notesSheet } from "../tables/notes-sheet";
import type { Cell, Sheet, Table } from "../tables/table";
import { fileHeaders, statusOf } from "../file-headers";
import type { TabularRequest } from "../tabular-answers";
import type { AdmitPage } from "./admit-pages";
import { PagePatience } from "./page-patience";
import { PageFailed, readPages, type RunOperation } from "./read-pages";
import { type SentOperation, wholeList } from "./whole-list";

/** The header that asks for a whole list. */
const exportHeader = "graph-export";

/** How whole lists are answered. */
export interface WholeOptions {
  /** Runs one page for the request. */
  readonly run: (request: FastifyRequest) => RunOperation;
  /** Says which pages of the request may be read. */
  readonly admit: (request: FastifyRequest) => AdmitPage;
  /** How long whoever reads may take for a page, milliseconds. */
  readonly patience: number;
}

/**
 * Answers a request with the header `graph-export: all` with the whole of the list that it asks for, in any format but
 * JSON. The list is read page by page, each an operation like others: permitted, limited and recorded by itself. The first
 * is read before anything is sent. If a later one fails, or one is not taken in time, the answer breaks off, and no client
 * takes it for whole.
 *
 * @throws ApiError INVALID_FORMAT or BAD_REQUEST
 */
export function answerWhole({
  run,
  admit,
  patience: milliseconds,
}: WholeOptions): (scope: FastifyInstance) => void {
  return (scope) => {
    scope.addHook("preHandler", async (request, reply) => {
      if (!isWhole(request)) return;
      const tabular = tabularRequest();
      if (!tabular) throw invalid("a format of tables, as ?format=csv");
      if (callerOf(request).roles.includes("app")) {
        throw invalid("a caller who writes its own queries: an app pages through lists itself");
      }
      if (citeRequest(request))
        throw invalid("no citation, which is of an answer and not of a list,");
      const asked = sentOperation(request);
      const list = asked && wholeList(asked);
      // It is refused where all are.
      if (!asked || !list) return;
      tabular.wholeList = list.listPath;
      const pages = readPages(list, asked, { run: run(request), admit: admit(request) });
      try {
        const first = await pages.next();
        const [table] = tabular.tables ?? [];
        if (!table || first.done === true) throw new Error("A page was answered without tables.");
        const patience = new PagePatience(milliseconds, (error) => stream.destroy(error));
        const rows = rowsOf(table, first.value, pages, patience);
        const sheet = { name: table.name, columns: table.columns, rows };
        const stream = tabular.format.stream(sheet, notesOf(tabular, asked, first.value));
        reply.raw.once("close", () => patience.end());
        stream.on("error", (error) => request.log.warn({ err: error }, "a whole list broke off"));
        return await reply.headers(fileHeaders(tabular, first.value.extensions)).send(stream);
      } catch (error) {
        if (!(error instanceof PageFailed)) throw error;
        const { answer } = error;
        return await reply
          .code(statusOf(answer.errors ?? []))
          .headers(retryAfter(answer.errors))
          .type("application/json; charset=utf-8")
          .send(`${JSON.stringify(answer)}\n`);
      }
    });
  };
}

async function* rowsOf(
  table: Table,
  first: FormattedExecutionResult,
  others: AsyncIterable<FormattedExecutionResult>,
  patience: PagePatience,
): AsyncGenerator<readonly Cell[]> {
  patience.begin();
  yield* table.rows(first.data);
  patience.end();
  for await (const { data } of others) {
    patience.begin();
    yield* table.rows(data);
    patience.end();
  }
  // What is written behind the rows has to be taken too.
  patience.begin();
}

function notesOf(
  { noted, format }: TabularRequest,
  { query, variables }: SentOperation,
  { extensions }: FormattedExecutionResult,
): Sheet[] {
  if (!noted || format.holds === "one") return [];
  // The question is the caller's, not that of a page.
  return [notesSheet({ ...noted, source: query, variables }, [], [], extensions)];
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
