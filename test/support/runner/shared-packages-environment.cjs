const { LegacyFakeTimers, ModernFakeTimers } = require("@jest/fake-timers");
const { ModuleMocker } = require("jest-mock");
const { rememberListeners, rememberMatchers, rememberStorages } = require("./put-back.cjs");

/** What a run sets besides Jest's own, and what a package keeps of the classes of one test file. */
const leftByFiles = ["typeormMetadataArgsStorage", "TypeGraphQLMetadataStorage"];

/** What Jest keeps of one test file, under symbols of its own: its state, its time limit, its retries. */
const jestSymbols = new Set([
  "JEST_STATE_SYMBOL",
  "EVENT_HANDLERS",
  "TEST_TIMEOUT_SYMBOL",
  "RETRY_TIMES",
  "RETRY_IMMEDIATELY",
  "WAIT_BEFORE_RETRY",
  "LOG_ERRORS_BEFORE_RETRY",
]);

/**
 * The worker's own globals instead of a copy a file, so that packages can be loaded once a worker. What a test file
 * changed in them is put back when it ends. Left as it is: that `pg` reads dates as texts, which
 * `kit/database/data-source.ts` sets and nothing sets otherwise.
 */
module.exports = class SharedPackagesEnvironment {
  constructor({ projectConfig }) {
    this.global = globalThis;
    this.moduleMocker = new ModuleMocker(globalThis);
    this.fakeTimers = new LegacyFakeTimers({
      config: projectConfig,
      global: globalThis,
      moduleMocker: this.moduleMocker,
      timerConfig: { idToRef: (id) => id, refToId: (ref) => ref },
    });
    this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
    this.notSetUp = new Set();
    this.putBack = [rememberListeners(), rememberStorages()];
    this.before = {
      names: new Set(Object.getOwnPropertyNames(globalThis)),
      console: globalThis.console,
      exit: process.exit,
      getBuiltinModule: process.getBuiltinModule,
      variables: { ...process.env },
      folder: process.cwd(),
      exitCode: process.exitCode,
    };
  }

  async setup() {}

  /** Set-up that failed is reported once: not by every test it was for, nor by a clean-up that finds nothing to end. */
  handleTestEvent({ name, hook, describeBlock, error, runtimeGlobals }, state) {
    // Only now Jest's own matchers are there.
    if (name === "setup") this.putBack.push(rememberMatchers(runtimeGlobals.expect));
    if (name !== "hook_failure") return;
    if (hook.type === "beforeAll") {
      this.notSetUp.add(describeBlock);
      for (const test of testsOf(describeBlock).slice(1)) {
        test.errors = test.errors.map(([each, asyncError]) =>
          each === error ? [notSetUp(), asyncError] : [each, asyncError],
        );
      }
    }
    if (hook.type === "afterAll" && around(describeBlock).some((each) => this.notSetUp.has(each))) {
      state.unhandledErrors = state.unhandledErrors.filter(([each]) => each !== error);
    }
  }

  async teardown() {
    this.fakeTimersModern.dispose();
    this.moduleMocker.restoreAllMocks();
    for (const putBack of this.putBack) putBack();
    for (const name of Object.getOwnPropertyNames(globalThis)) {
      if (!this.before.names.has(name)) delete globalThis[name];
    }
    for (const name of leftByFiles) delete globalThis[name];
    for (const symbol of Object.getOwnPropertySymbols(globalThis)) {
      if (jestSymbols.has(symbol.description)) delete globalThis[symbol];
    }
    globalThis.console = this.before.console;
    process.exit = this.before.exit;
    process.exitCode = this.before.exitCode;
    process.chdir(this.before.folder);
    process.getBuiltinModule = this.before.getBuiltinModule;
    for (const name of Object.keys(process.env)) {
      if (!(name in this.before.variables)) delete process.env[name];
    }
    Object.assign(process.env, this.before.variables);
  }

  exportConditions() {
    return ["node", "node-addons"];
  }

  getVmContext() {
    return null;
  }
};

function testsOf({ children }) {
  return children.flatMap((child) => (child.type === "test" ? [child] : testsOf(child)));
}

function around(block) {
  return block ? [block, ...around(block.parent)] : [];
}

function notSetUp() {
  const error = new Error("Its set-up failed, as the first test with the same set-up says.");
  error.stack = error.message;
  return error;
}
