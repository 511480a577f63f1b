/**
 * Lets a command go on silently when nobody reads its output any more, as after `head` has ended. A command that writes
 * much checks {@link isOutputRead} and stops.
 */
export function tolerateLostReaders(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    });
  }
}

/** Whether somebody may still read what this process writes. */
export function isOutputRead(): boolean {
  return process.stdout.errored === null;
}
