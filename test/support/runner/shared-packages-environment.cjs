const { LegacyFakeTimers, ModernFakeTimers } = require("@jest/fake-timers");
const { ModuleMocker } = require("jest-mock");

/** What a run sets besides Jest's own, and what a package keeps of the classes of one test file. */
const leftByFiles = ["typeormMetadataArgsStorage", "TypeGraphQLMetadataStorage"];

/**
 * The worker's own globals instead of a copy a file, so that packages can be loaded once a worker. What a test file
 * changed in them is put back when it ends.
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
    this.before = {
      names: new Set(Object.getOwnPropertyNames(globalThis)),
      console: globalThis.console,
      exit: process.exit,
      getBuiltinModule: process.getBuiltinModule,
      variables: { ...process.env },
    };
  }

  async setup() {}

  async teardown() {
    this.fakeTimersModern.dispose();
    this.moduleMocker.restoreAllMocks();
    for (const name of Object.getOwnPropertyNames(globalThis)) {
      if (!this.before.names.has(name)) delete globalThis[name];
    }
    for (const name of leftByFiles) delete globalThis[name];
    for (const symbol of Object.getOwnPropertySymbols(globalThis)) {
      // Jest gives each file a state of its own, under a symbol of its own.
      if (["JEST_STATE_SYMBOL", "EVENT_HANDLERS"].includes(symbol.description)) {
        delete globalThis[symbol];
      }
    }
    globalThis.console = this.before.console;
    process.exit = this.before.exit;
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
