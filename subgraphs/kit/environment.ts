import { z } from "zod";
import { shown } from "./shown";

/** One or more environment variables are missing or malformed; the message lists all of them, one a line. */
export class InvalidEnvironment extends Error {
  constructor(readonly problems: readonly string[]) {
    super(
      `The environment is not usable:\n${problems.map((problem) => `  ${problem}`).join("\n")}`,
    );
    this.name = "InvalidEnvironment";
  }
}

/**
 * Reads and validates environment variables.
 *
 * @param shape - variable name → zod schema; each carries `.describe()`, from which the README's table is made
 * @param source - normally `process.env`; an empty value counts as absent
 * @throws InvalidEnvironment naming every problem at once
 */
export function readEnvironment<Shape extends z.ZodRawShape>(
  shape: Shape,
  source: NodeJS.ProcessEnv,
): z.infer<z.ZodObject<Shape>> {
  const given = Object.fromEntries(
    Object.keys(shape).map((name) => [name, source[name] === "" ? undefined : source[name]]),
  );
  const result = z.object(shape).safeParse(given);
  if (result.success) return result.data;
  throw new InvalidEnvironment(
    result.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      const received = given[name];
      if (received === undefined) return `${name} is not set: ${issue.message}`;
      // A connection URL holds a password.
      const shownValue = name.endsWith("DATABASE_URL") ? "something else" : shown(received);
      const saysItself = issue.message.includes("received");
      return `${name} is not valid: ${saysItself ? "" : `received ${shownValue}, `}${issue.message}`;
    }),
  );
}

/**
 * The folder that relative paths on the command line of an npm script mean: npm runs scripts in the project's folder, and
 * passes on where it was called.
 *
 * @param source - normally `process.env`
 */
export function folderOfCaller(script: string, source: NodeJS.ProcessEnv): string {
  const { npm_lifecycle_event: running, INIT_CWD: folder } = source;
  return running === script && folder !== undefined ? folder : process.cwd();
}

const wholeVariable = (error: string, minimum: number, maximum: number, fallback: number) =>
  z.coerce.number({ error }).int(error).min(minimum, error).max(maximum, error).default(fallback);

/** A TCP port, 1–65535. */
export const portVariable = (fallback: number) =>
  wholeVariable("expected a port between 1 and 65535", 1, 65535, fallback);

/** A whole number of at least `minimum`. */
export const countVariable = (minimum: number, fallback: number) =>
  wholeVariable(`expected a whole number of at least ${minimum}`, minimum, Infinity, fallback);

/** A PostgreSQL connection URL with user and database. Its value is never printed: it holds a password. */
export const postgresUrlVariable = () => {
  const error = "expected postgres://user:password@host:port/database";
  return z.string({ error }).regex(/^postgres(ql)?:\/\/[^@/]+@[^/]+\/[^/?]+/, error);
};

const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

/** pino's levels, and `silent`. */
export type LogLevel = (typeof logLevels)[number];

/** How much is logged, from pino's levels. */
export const logLevelVariable = () =>
  z.enum(logLevels, { error: `expected one of ${logLevels.join(", ")}` }).default("info");
