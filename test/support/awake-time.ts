const tick = 10;

/**
 * How long work takes, in milliseconds, while this process runs: a pause in which it waits for a processor counts as one
 * tick of a clock. So work that waits for timers of this process takes no longer on however busy a machine.
 */
export async function awakeTime(work: () => Promise<unknown>): Promise<number> {
  let ticks = 0;
  const clock = setInterval(() => (ticks += 1), tick);
  try {
    await work();
  } finally {
    clearInterval(clock);
  }
  return ticks * tick;
}
