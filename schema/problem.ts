/** A problem that a check found, as it is shown to the developer. */
export interface Problem {
  /** The check that found it, named after its file in `schema/checks`. */
  readonly check: string;
  /** A schema coordinate (`Country.name(language:)`) or a file. */
  readonly where: string;
  /** What is wrong and what to do about it; may span lines. */
  readonly message: string;
}

/** Prints one problem as a line, with any further lines of its message indented below. */
export function formatProblem(problem: Problem): string {
  const message = problem.message.trimEnd().replaceAll("\n", "\n    ");
  return `${problem.check}: ${problem.where}: ${message}`;
}

/** The message of anything thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
