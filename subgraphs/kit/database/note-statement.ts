import { currentRequest } from "../request-scope";

/** Notes a statement, by its tag, on the request it is sent for. */
export function noteStatement(tag: string): void {
  currentRequest()?.statements.push(tag);
}
