import { QueryFailedError } from "typeorm";
import type { Problem } from "../facts/problem";
import type { ImportRow } from "./import-row";

interface DriverError {
  readonly code?: string;
  readonly constraint?: string;
  readonly detail?: string;
  readonly message: string;
}

/**
 * Makes a problem of a row from an error of the database that is about the row's values: SQLSTATE class 23 (integrity
 * constraint violation) or 22 (data exception). `undefined` for any other error.
 */
export function violationProblem(error: unknown): ((row: ImportRow) => Problem) | undefined {
  if (!(error instanceof QueryFailedError)) return undefined;
  const { code = "", constraint, detail, message } = error.driverError as DriverError;
  if (!/^2[23]/.test(code)) return undefined;
  const reason = (detail ?? message).replaceAll(/\s+/g, " ").replace(/\.$/, "");
  const expected =
    constraint === undefined
      ? `values that the database takes (${reason})`
      : `what the rule ${constraint} allows (${reason})`;
  return ({ file, line }) => ({ file, line, column: "row", received: "this row", expected });
}
