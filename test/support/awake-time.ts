const tick = 10;

/**
 * How long work takes, in milliseconds, without the pauses in which this process waits for a processor: each of them counts
 * as one tick of a clock. So work that waits for timers of this process takes no longer on however busy a machine. Work that
 * computes takes at least its processor time.
 */
export async function awakeTime(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  let ticks = 0;
  const clock = setInterval(() => (ticks += 1), tick);
  try {
    await work();
  } finally {
    clearInterval(clock);
  }
  const { user, system } = process.cpuUsage(before);
  return Math.max(ticks * tick, (user + system) / 1_000);
}
