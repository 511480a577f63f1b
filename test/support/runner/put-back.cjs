const { AsyncLocalStorage } = require("node:async_hooks");

/** Where `expect` keeps its matchers for the whole process. */
const matchersObject = Symbol.for("$$jest-matchers-object");

/** Packages clean up on these, and are loaded once a worker: what they add there belongs to no test file. */
const ofPackages = ["exit", "beforeExit"];

/** Remembers who listens to events of this process. Returns what ends all who have begun to since. */
exports.rememberListeners = () => {
  const before = new Map(process.eventNames().map((name) => [name, process.rawListeners(name)]));
  return () => {
    for (const name of process.eventNames().filter((each) => !ofPackages.includes(each))) {
      for (const listener of process.rawListeners(name)) {
        if (!before.get(name)?.includes(listener)) process.removeListener(name, listener);
      }
    }
  };
};

/** Remembers the matchers of `expect`. Returns what removes all that a test file has added since. */
exports.rememberMatchers = (expect) => {
  const { matchers, customEqualityTesters } = globalThis[matchersObject];
  const before = [matchers, expect, expect.not].map((holder) => [holder, { ...holder }]);
  const testers = customEqualityTesters.length;
  return () => {
    customEqualityTesters.length = testers;
    for (const [holder, known] of before) {
      for (const name of Object.keys(holder)) if (!(name in known)) delete holder[name];
      Object.assign(holder, known);
    }
  };
};

/**
 * Remembers which asynchronous storages are used from now on. Returns what disables them: each that is not makes every
 * promise of the worker slower, and keeps all of its test file in memory. One that is used again is enabled again.
 */
exports.rememberStorages = () => {
  const { prototype } = AsyncLocalStorage;
  const { run } = prototype;
  const used = new Set();
  prototype.run = function (...args) {
    used.add(this);
    return run.apply(this, args);
  };
  return () => {
    prototype.run = run;
    for (const storage of used) storage.disable();
  };
};
