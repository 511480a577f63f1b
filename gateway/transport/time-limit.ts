/** A pause of this process counts as at most one of so many parts of a limit. */
const parts = 20;

/**
 * Does work within a time limit, then aborts its signal. Only time in which this process runs counts. While it pauses,
 * without a processor or during garbage collection, others go on working; what they answered is read before a timeout
 * is reported.
 */
export async function withTimeLimit<Result>(
  milliseconds: number,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const limit = new AbortController();
  const end = () => limit.abort();
  let left = parts;
  const pass = () => {
    left -= 1;
    if (left > 0) timer = setTimeout(pass, milliseconds / parts);
    // Timers come before what has arrived, and this comes after it.
    else setImmediate(end);
  };
  let timer = setTimeout(pass, milliseconds / parts);
  try {
    return await work(limit.signal);
  } finally {
    clearTimeout(timer);
  }
}
