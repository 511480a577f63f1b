import { parseArgs } from "node:util";
import { LocalStackFailure } from "./system/failure";

/** Which synthetic records there are to be. */
export interface DemoOptions {
  readonly isWanted: boolean;
  /** The arguments of the programs that load them, which also check that there are no others. */
  readonly args: readonly string[];
}

/** No synthetic records at all. */
export const withoutDemo: DemoOptions = { isWanted: false, args: ["--none"] };

/** What the command line asks of the local stack. */
export interface LocalStackArguments {
  readonly fresh: boolean;
  readonly help: boolean;
  readonly demo: DemoOptions;
}

/** Reads the flags after the program's name; throws {@link LocalStackFailure} on what is not understood. */
export function parseArguments(received: readonly string[]): LocalStackArguments {
  const { fresh, help, scale, "no-demo": noDemo } = parse(received);
  if (scale !== undefined && !/^[1-9]\d{0,8}$/.test(scale)) {
    throw new LocalStackFailure(
      `Expected --scale with a whole number from 1, received "${scale}".`,
    );
  }
  if (scale !== undefined && noDemo) {
    throw new LocalStackFailure("Expected --scale or --no-demo, received both.");
  }
  const args = scale === undefined ? [] : ["--scale", scale];
  const demo = noDemo ? withoutDemo : { isWanted: true, args };
  return { fresh: fresh ?? false, help: help ?? false, demo };
}

function parse(received: readonly string[]) {
  try {
    return parseArgs({
      args: [...received],
      options: {
        fresh: { type: "boolean" },
        help: { type: "boolean" },
        "no-demo": { type: "boolean" },
        scale: { type: "string" },
      },
    }).values;
  } catch {
    throw new LocalStackFailure(
      `Expected --fresh, --no-demo, --scale N or --help, received "${received.join(" ")}".`,
    );
  }
}
