import type { FormattedExecutionResult } from "graphql";
import { valueAt } from "../tables/value-at";
import type { AdmitPage } from "./admit-pages";
import { afterVariable, type PageDocument } from "./page-document";
import type { SentOperation } from "./whole-list";

/** Runs an operation as any other, with every check, limit and record. */
export type RunOperation = (operation: SentOperation) => Promise<FormattedExecutionResult>;

/** What reads the pages of one request. */
export interface PageReader {
  readonly run: RunOperation;
  /** Is asked before each page but the first. */
  readonly admit: AdmitPage;
}

/** A page that was answered with an error, so that the list is not whole. */
export class PageFailed extends Error {
  constructor(readonly answer: FormattedExecutionResult) {
    super("A page of the list was answered with an error.");
    this.name = "PageFailed";
  }
}

/**
 * Reads a list page by page, and each while the one before is written.
 * @throws PageFailed at a page with an error, and what `admit` throws at one that may not be read
 */
export async function* readPages(
  { source, pagePath }: PageDocument,
  asked: SentOperation,
  { run, admit }: PageReader,
): AsyncGenerator<FormattedExecutionResult, undefined> {
  const read = async (after: unknown) => {
    const variables = { ...asked.variables, [afterVariable]: after };
    const answer = await run({ ...asked, query: source, variables });
    if (answer.errors?.length || !answer.data) throw new PageFailed(answer);
    return answer;
  };
  let next: Promise<FormattedExecutionResult> | undefined = read(null);
  while (next) {
    const answer: FormattedExecutionResult = await next;
    const hasNext: boolean = valueAt(answer.data, [...pagePath, "hasNextPage"]) === true;
    const after = valueAt(answer.data, [...pagePath, "endCursor"]);
    next = hasNext ? admit(answer).then(() => read(after)) : undefined;
    // It is waited for below; whoever stops reading before does not wait for it.
    next?.catch(() => undefined);
    yield answer;
  }
  return undefined;
}
