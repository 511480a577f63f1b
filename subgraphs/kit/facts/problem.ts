import { shown } from "../errors";
import { receivedText } from "../plain-text";

/** One thing wrong with a file of facts. */
export interface Problem {
  readonly file: string;
  /** Line of the file, the header being 1. */
  readonly line: number;
  readonly column: string;
  /** What stands there, already fit to print. */
  readonly received: string;
  readonly expected: string;
}

/** A problem on one line: `file:line: column: received …, expected …`. */
export function formatProblem({ file, line, column, received, expected }: Problem): string {
  return `${file}:${line}: ${column}: received ${received}, expected ${expected}`;
}

/** A problem with the cell `value`. */
export function cellProblem(
  place: { readonly file: string; readonly line: number },
  column: string,
  value: unknown,
  expected: string,
): Problem {
  return {
    file: place.file,
    line: place.line,
    column,
    received: receivedCell(value ?? ""),
    expected,
  };
}

/** The content of a cell as it is printed: shortened, and with invisible characters named. */
export function receivedCell(value: unknown): string {
  return typeof value === "string" ? receivedText(value, Infinity, "lines") : shown(value);
}

/**
 * What `read` returns, where it finds no problem.
 * @throws InvalidFacts with all that it finds
 */
export function withoutProblems<Facts>(read: (problems: Problem[]) => Facts): Facts {
  const problems: Problem[] = [];
  const facts = read(problems);
  if (problems.length > 0) throw new InvalidFacts(problems);
  return facts;
}

/** Facts were refused; nothing was written. */
export class InvalidFacts extends Error {
  constructor(readonly problems: readonly Problem[]) {
    const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
    super([...problems.map(formatProblem), `${count}; nothing was written.`].join("\n"));
    this.name = "InvalidFacts";
  }
}
