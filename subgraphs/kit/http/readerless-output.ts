/**
 * Lets a command whose output nobody reads any more, as `head` ends, go on to its end without a word about it. What
 * writes much asks {@link isOutputRead} and stops.
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
