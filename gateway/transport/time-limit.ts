/** A time in which this process stands still costs no more than one of so many parts of a limit. */
const parts = 20;

/**
 * Does work for so long at most, then aborts its signal. What counts is the time in which this process could have seen
 * the work done: while it stood still, as without a processor or while it collects garbage, others worked on, and what they
 * answered is read before it is said that they did not.
 */
export async function withTimeLimit<Result>(
  milliseconds: number,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const limit = new AbortController();
  let left = parts;
  const pass = () => {
    left -= 1;
    if (left > 0) timer = setTimeout(pass, milliseconds / parts);
    // Timers come before what has arrived, and this comes after it.
    else setImmediate(() => limit.abort());
  };
  let timer = setTimeout(pass, milliseconds / parts);
  try {
    return await work(limit.signal);
  } finally {
    clearTimeout(timer);
  }
}
