import { EventEmitter, once } from "node:events";

/** Signals by which a developer, a terminal or a supervisor asks the stack to stop. */
const stopSignals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** One of the signals that ask the stack to stop. */
export type StopSignal = (typeof stopSignals)[number];

/** A first request to stop, and a second one that does not wait. */
export interface StopRequests {
  readonly first: Promise<StopSignal>;
  readonly second: Promise<StopSignal>;
}

/** Listens for stop signals from now on, which then no longer end this process by themselves. */
export function listenForStop(): StopRequests {
  const requests = new EventEmitter();
  let firstAt: number | undefined;
  for (const signal of stopSignals) {
    process.on(signal, () => {
      const now = Date.now();
      if (firstAt === undefined) {
        firstAt = now;
        requests.emit("first", signal);
      } else if (signal !== "SIGHUP" && now - firstAt > repetition) {
        // A terminal that closes while the stack stops is not a second request.
        requests.emit("second", signal);
      }
    });
  }
  const wait = async (event: string) => (await once(requests, event))[0] as StopSignal;
  return { first: wait("first"), second: wait("second") };
}

/** npm passes on a Ctrl-C that the terminal has already sent to this process: within this time both count as one. */
const repetition = 500;
