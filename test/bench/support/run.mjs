// Runs a report to its end, and stops whatever it started: after success, failure, Ctrl-C and a signal.
import { setTimeout as delay } from "node:timers/promises";

const endings = [];
let ending;

/** Remembers how to stop something that was started; the last started is stopped first. */
export function atEnd(stop) {
  endings.push(stop);
}

/** Does the work of a report, then ends this process. */
export function run(work) {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => {
      process.stderr.write(ending ? "" : "Stopping …\n");
      void end(130);
    });
  }
  work().then(
    () => end(0),
    (error) => {
      // What a stop interrupts fails too; that is no news.
      if (!ending) console.error(error);
      return end(1);
    },
  );
}

/** Says on stderr what is being done: stdout has nothing but the report. */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

function end(code) {
  ending ??= stopAll().then(() => process.exit(code));
  return ending;
}

async function stopAll() {
  for (const stop of endings.reverse()) {
    const stopping = Promise.resolve(stop()).catch((error) => console.error(error));
    await Promise.race([stopping, delay(40_000, undefined, { ref: false })]);
  }
}
