/** Everything but the date goes on as it does. */
const timers = [
  "hrtime",
  "nextTick",
  "performance",
  "queueMicrotask",
  "setImmediate",
  "clearImmediate",
  "setInterval",
  "clearInterval",
  "setTimeout",
  "clearTimeout",
] as const as ("nextTick" | "setTimeout")[];

/** Sets the clock that programs read in this process, until `jest.useRealTimers()`. Nothing else of time changes. */
export function setDate(now: Date | number): void {
  jest.useFakeTimers({ now, doNotFake: timers });
}
