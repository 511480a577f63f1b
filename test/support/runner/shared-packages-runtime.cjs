const Module = require("node:module");
const { sep } = require("node:path");
const vm = require("node:vm");
const { default: Runtime } = require("jest-runtime");

const packages = `${sep}node_modules${sep}`;

/** Compiled once a worker, run once for each test file that needs them. */
const scripts = new Map();

/**
 * Jest loads every module anew for each test file, packages too, although most files need the same ones. Here
 * packages are loaded by Node.js, once a worker; the project's own modules are still loaded anew for each file.
 */
module.exports = class SharedPackagesRuntime extends Runtime {
  constructor(...args) {
    super(...args);
    forgetProject(this._config.rootDir);
    delete Module._extensions[".ts"];
    const { ".js": js, ...others } = Module._extensions;
    // The order is the one in which they are looked for: `x.ts` comes before `x.json`.
    for (const name of Object.keys(others)) delete Module._extensions[name];
    const ts = (module, filename) => this.#run(module, filename);
    Object.assign(Module._extensions, { ".js": js, ".ts": ts, ...others });
  }

  requireModule(from, moduleName) {
    const load = Module.createRequire(from);
    globalThis.jest = this.jestGlobals.jestObjectFor(from);
    return load(moduleName ?? from);
  }

  requireInternalModule(from, moduleName) {
    return Module.createRequire(from)(moduleName ?? from);
  }

  requireModuleOrMock(from, moduleName) {
    return this.requireModule(from, moduleName);
  }

  /** Nothing here is replaced: a test that believed so would try the real one. */
  setMock(_from, moduleName) {
    throw new Error(
      `Expected no jest.mock, received one of ${moduleName}: modules are shared by test files.`,
    );
  }

  /** Keeps the modules that are loaded, because test files share them. */
  resetModules() {
    this.transformCache?.clear();
  }

  teardown() {
    super.teardown();
    forgetProject(this._config.rootDir);
  }

  #run(module, filename) {
    let script = scripts.get(filename);
    const code = this.transformCache.transform(filename, undefined);
    if (script?.code !== code) {
      const wrapped = Module.wrap(code);
      script = {
        code,
        compiled: new vm.Script(wrapped, {
          filename,
          columnOffset: -Module.wrap("").indexOf("\n"),
          importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
        }),
      };
      scripts.set(filename, script);
    }
    const load = Module.createRequire(filename);
    const evaluate = script.compiled.runInThisContext();
    const require = (name) => module.require(name);
    Object.assign(require, load);
    evaluate.call(module.exports, module.exports, require, module, filename, module.path);
  }
};

/** The project's modules and the state of Jest's framework belong to one test file. */
function forgetProject(root) {
  for (const filename of Object.keys(require.cache)) {
    const isOfFile = filename.startsWith(root) && !filename.includes(packages);
    const isFramework = filename.includes(`${packages}jest-circus${sep}`);
    if ((isOfFile && filename !== __filename && !filename.endsWith(".cjs")) || isFramework) {
      delete require.cache[filename];
    }
  }
}
