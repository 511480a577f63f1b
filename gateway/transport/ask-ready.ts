import { type Dispatcher, request } from "undici";
import { withTimeLimit } from "./time-limit";

const limitMilliseconds = 1_000;

/** What a subgraph says on `/ready`, or how it fails to say anything. */
export type ReadyAnswer = "ready" | "not ready" | "no connection" | "no answer in time";

/** Asks the subgraph at `url` whether it is ready, and waits a second at most. Never rejects. */
export async function askReady(url: string, dispatcher: Dispatcher): Promise<ReadyAnswer> {
  return withTimeLimit(limitMilliseconds, async (signal) => {
    try {
      const { statusCode, body } = await request(new URL("/ready", url), { dispatcher, signal });
      await body.dump();
      return statusCode === 200 ? "ready" : "not ready";
    } catch {
      return signal.aborted ? "no answer in time" : "no connection";
    }
  });
}
