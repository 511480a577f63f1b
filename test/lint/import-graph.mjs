import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

const ENDINGS = [".ts", ".mjs", ".cjs", ".js"];

/** Which file imports which: types, `export from`, `require` and `import()` included. Paths are relative to the root. */
export class ImportGraph {
  #root;
  /** File → its imports, as `{ file, index }`: what is imported, and where in the text. */
  #imports = new Map();

  constructor(root, folders) {
    this.#root = root;
    const files = folders.flatMap((folder) => filesBelow(root, folder));
    for (const file of files) this.#imports.set(file, []);
    for (const file of files) this.update(file, readFileSync(path.join(root, file), "utf8"));
  }

  /** The path of a file in this graph; `undefined` where it is none of its files. */
  fileAt(absolute) {
    const file = path.relative(this.#root, absolute).split(path.sep).join("/");
    return this.#imports.has(file) ? file : undefined;
  }

  files() {
    return [...this.#imports.keys()];
  }

  importsOf(file) {
    return this.#imports.get(file);
  }

  /** Takes a file's text, which may be newer than the file. Returns whether it imports other files than before. */
  update(file, text) {
    const before = this.#imports.get(file);
    const imports = ts.preProcessFile(text, true, true).importedFiles.flatMap((named) => {
      const imported = this.#resolve(file, named.fileName);
      return imported === undefined ? [] : [{ file: imported, index: named.pos }];
    });
    this.#imports.set(file, imports);
    return imports.map((one) => one.file).join() !== before.map((one) => one.file).join();
  }

  #resolve(from, specifier) {
    if (!specifier.startsWith(".")) return undefined;
    const named = path.posix.join(path.posix.dirname(from), specifier);
    const candidates = [named, named.replace(/\.js$/, ".ts"), ...ENDINGS.map((end) => named + end)];
    return candidates.find((file) => this.#imports.has(file));
  }
}

function filesBelow(root, folder) {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === "node_modules" ? [] : filesBelow(root, name);
    return ENDINGS.some((end) => name.endsWith(end)) ? [name] : [];
  });
}
