import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

const ENDINGS = [".ts", ".mts", ".cts", ".js", ".mjs", ".cjs"];

/** How TypeScript finds the file that an import names, as in tsconfig.json; files of JavaScript are found too. */
const RESOLUTION = { moduleResolution: ts.ModuleResolutionKind.Node16, allowJs: true };
const PARSING = {
  languageVersion: ts.ScriptTarget.Latest,
  jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
};

/** Which file imports which: types, `export from`, `require` and `import()` included. Paths are relative to the root. */
export class ImportGraph {
  #root;
  #texts = new Map();
  /** File → its imports, as `{ file, index }`: what is imported, and where in the text. */
  #imports = new Map();
  /** What TypeScript sees of the disk: the files of this graph, as if the root were the disk's. */
  #host = { fileExists: (file) => this.#imports.has(file.slice(1)), readFile: () => undefined };

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
    if (this.#texts.get(file) === text) return false;
    this.#texts.set(file, text);
    const before = this.#imports.get(file);
    const imports = specifiersIn(file, text).flatMap(({ text: specifier, pos }) => {
      const imported = this.#resolve(file, specifier);
      return imported === undefined ? [] : [{ file: imported, index: pos }];
    });
    this.#imports.set(file, imports);
    return imports.map((one) => one.file).join() !== before.map((one) => one.file).join();
  }

  #resolve(from, specifier) {
    if (!specifier.startsWith(".")) return undefined;
    const found = ts.resolveModuleName(specifier, `/${from}`, RESOLUTION, this.#host);
    return found.resolvedModule?.resolvedFileName.slice(1);
  }
}

/** How a text begins that can name a file of this graph. */
const RELATIVE = /["'`]\.\.?["'`/]/g;

/** The literals that name a module in a file's text, which is parsed as far as there can be some. */
function specifiersIn(file, text) {
  const last = [...text.matchAll(RELATIVE)].at(-1)?.index;
  if (last === undefined) return [];
  const [rest] = text.slice(last).split("\n", 1);
  const found = [];
  const visit = (node) => {
    const specifier = specifierOf(node);
    if (specifier && ts.isStringLiteralLike(specifier)) found.push(specifier);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text.slice(0, last + rest.length), PARSING));
  return found;
}

function specifierOf(node) {
  switch (node.kind) {
    case ts.SyntaxKind.ImportDeclaration:
    case ts.SyntaxKind.ExportDeclaration:
      return node.moduleSpecifier;
    case ts.SyntaxKind.ExternalModuleReference:
      return node.expression;
    case ts.SyntaxKind.ImportType:
      return node.argument.literal;
    case ts.SyntaxKind.CallExpression: {
      const { expression } = node;
      const isImport = expression.kind === ts.SyntaxKind.ImportKeyword;
      return isImport || expression.text === "require" ? node.arguments[0] : undefined;
    }
    default:
      return undefined;
  }
}

function filesBelow(root, folder) {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === "node_modules" ? [] : filesBelow(root, name);
    return ENDINGS.some((end) => name.endsWith(end)) ? [name] : [];
  });
}
