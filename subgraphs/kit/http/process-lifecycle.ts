import type { Logger } from "pino";
import { dropUnwrittenLines } from "../logger";
import { tolerateLostReaders } from "./readerless-output";

/**
 * Stops the process in order when it is asked to: on SIGTERM or SIGINT, or when the parent that started it with an IPC
 * channel has ended. `stop` runs once; if it takes longer than `graceMilliseconds` the process ends with code 1.
 */
export function stopOnRequest(
  stop: () => Promise<void>,
  graceMilliseconds: number,
  logger: Logger,
): void {
  let stopping = false;
  const begin = (reason: string) => {
    if (stopping) return;
    stopping = true;
    logger.info({ reason }, "stopping");
    setTimeout(() => {
      logger.error("did not stop in time");
      process.exit(1);
    }, graceMilliseconds).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error({ err: error }, "could not stop cleanly");
        process.exit(1);
      },
    );
  };
  process.on("SIGTERM", () => {
    begin("SIGTERM");
  });
  process.on("SIGINT", () => {
    begin("SIGINT");
  });
  if (process.channel) {
    process.on("disconnect", () => {
      dropUnwrittenLines(logger);
      begin("parent gone");
    });
  }
}

/** Runs a program's `main`; an error ends it with code 1 and its message on one line, no stack for the expected ones. */
export function runProgram(main: () => Promise<void>): void {
  tolerateLostReaders();
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? describe(error) : String(error)}\n`);
    process.exit(1);
  });
}

function describe(error: Error & { code?: unknown; port?: unknown; address?: unknown }): string {
  if (error.code === "EADDRINUSE") {
    return `Port ${String(error.port)} on ${String(error.address)} is taken. Set PORT to a free one.`;
  }
  return error.message;
}
