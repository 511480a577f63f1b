import { types } from "node:util";
import { inSource } from "./in-source";

/** What a log line says of an error. */
export interface LoggedError {
  /** The name of its class. */
  readonly type: string;
  readonly message: string;
  /** Where in the source it was thrown: the calls alone, without the message. */
  readonly stack: string;
  readonly code?: string;
  readonly cause?: LoggedError;
}

/** How many causes of causes are followed. */
const mostCauses = 5;

/**
 * The classes of SQLSTATE whose messages name what the schema, the server or a session has, and never what a row or a
 * parameter holds: connection, transaction state, authorization, rollback, syntax and access, resources, state,
 * intervention, system (PostgreSQL, appendix A).
 */
const plainClasses: ReadonlySet<string> = new Set([
  ...["08", "25", "28", "3D", "40"],
  ...["42", "53", "55", "57", "58"],
]);

/**
 * What may be logged of an error: no other property of it, since those of a failed statement hold its parameters
 * (`parameters`) and the row (`detail`). Of PostgreSQL the message too may quote a value, as `invalid input syntax for
 * type date: "…"` does: then its SQLSTATE stands in its place.
 */
export function loggedError(error: unknown): LoggedError {
  return logged(error, 0);
}

function logged(error: unknown, followed: number): LoggedError {
  if (!isError(error)) {
    const type = error === null ? "null" : typeof error;
    const message = `Something that is no error was thrown: ${described(error)}.`;
    return { type, message, stack: "" };
  }
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  return {
    type: error.constructor.name,
    message: quotesValues(error, code)
      ? `PostgreSQL refused a statement with ${code ?? "an error"}; its message is left out, as it may hold personal data.`
      : error.message,
    stack: callsOf(error),
    ...(code !== undefined && { code }),
    ...(isError(error.cause) &&
      followed < mostCauses && { cause: logged(error.cause, followed + 1) }),
  };
}

/** Errors of another realm, as of a worker or a module run in a context of its own, are errors too. */
function isError(value: unknown): value is Error {
  return value instanceof Error || types.isNativeError(value);
}

/** What a value is, without anything of what it holds. */
function described(value: unknown): string {
  switch (typeof value) {
    case "string":
      return `a text of ${value.length} characters`;
    case "boolean":
    case "undefined":
      return String(value);
    case "object": {
      if (value === null) return "null";
      const count = Array.isArray(value) ? value.length : Object.keys(value).length;
      return `an object of class ${classOf(value)} with ${count} members`;
    }
    default:
      return `a ${typeof value}`;
  }
}

/** The class of an object, where it has the form of a name in a program. */
function classOf(value: object): string {
  const prototype = Object.getPrototypeOf(value) as { readonly constructor?: unknown } | null;
  const made = prototype?.constructor;
  const name = typeof made === "function" ? made.name : "";
  return /^\w{1,60}$/.test(name) ? name : "unknown";
}

/** Errors of PostgreSQL, and of those who pass them on, have its severity. */
function quotesValues(error: Error, code = ""): boolean {
  return "severity" in error && !plainClasses.has(code.slice(0, 2));
}

/** A stack begins with the message as it was when the error was made. */
function callsOf({ stack = "", message }: Error): string {
  const start = message === "" ? -1 : stack.indexOf(message);
  const calls = start < 0 ? stack : stack.slice(start + message.length);
  return calls
    .split("\n")
    .filter((line) => /^ +at /.test(line))
    .map(inSource)
    .join("\n");
}
