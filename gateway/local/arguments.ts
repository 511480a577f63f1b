import { LocalStackFailure } from "./failure";

/** What the command line asks of the local stack. */
export interface LocalStackArguments {
  readonly fresh: boolean;
  readonly help: boolean;
}

/** Reads the flags after the program's name; throws {@link LocalStackFailure} on an unknown one. */
export function parseArguments(received: readonly string[]): LocalStackArguments {
  const known = new Set(["--fresh", "--help"]);
  const unknown = received.find((argument) => !known.has(argument));
  if (unknown !== undefined) {
    throw new LocalStackFailure(`Unknown argument "${unknown}": expected --fresh or --help.`);
  }
  return { fresh: received.includes("--fresh"), help: received.includes("--help") };
}
