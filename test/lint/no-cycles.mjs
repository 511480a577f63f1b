import path from "node:path";
import { cycleNumbers, shortestPath } from "./cycles.mjs";
import { ImportGraph } from "./import-graph.mjs";

/** Files that nobody who is delivered imports: folders are held against what is delivered and what tests share. */
const BESIDE_THE_CODE = /\.(test|fixture)\.ts$/;

/**
 * Refuses imports that close a cycle, types included: of files, and of folders. A folder is the files directly in it: one
 * that composes its subfolders must not be imported by them.
 */
const rule = {
  meta: {
    type: "problem",
    docs: { description: "Imports close no cycle, neither of files nor of folders." },
    messages: {
      files: "These files import each other: {{way}}.",
      folders: "These folders import each other: {{way}}.",
    },
    schema: [
      {
        type: "object",
        properties: {
          folders: { type: "array", items: { type: "string" } },
          notYetFolders: { type: "array", items: { type: "string" } },
        },
        required: ["folders"],
        additionalProperties: false,
      },
    ],
  },
  create(context) {
    const [{ folders, notYetFolders = [] }] = context.options;
    return {
      Program() {
        const state = stateOf(context.cwd, folders, notYetFolders);
        const file = state.graph.fileAt(context.filename);
        if (file === undefined) return;
        const { text } = context.sourceCode;
        if (state.graph.update(file, text)) state.findCycles();
        for (const imported of state.graph.importsOf(file)) {
          const loc = context.sourceCode.getLocFromIndex(imported.index);
          for (const [messageId, way] of state.waysBack(file, imported.file)) {
            context.report({ loc, messageId, data: { way: way.join(" → ") } });
          }
        }
      },
    };
  },
};

/** A checkout's graph, read once a process. */
const states = new Map();

function stateOf(root, folders, notYetFolders) {
  const known = states.get(root);
  if (known) return known;
  const state = new State(new ImportGraph(root, folders), notYetFolders);
  states.set(root, state);
  return state;
}

class State {
  constructor(graph, notYetFolders) {
    this.graph = graph;
    this.notYetFolders = notYetFolders;
    this.findCycles();
  }

  findCycles() {
    this.fileEdges = new Map();
    this.folderEdges = new Map();
    for (const file of this.graph.files()) {
      const imports = this.graph.importsOf(file).map((imported) => imported.file);
      this.fileEdges.set(file, imports);
      if (!this.isInAFolder(file)) continue;
      const from = path.posix.dirname(file);
      const reached = this.folderEdges.get(from) ?? new Set();
      for (const to of imports.map(path.posix.dirname)) if (to !== from) reached.add(to);
      this.folderEdges.set(from, reached);
    }
    this.fileCycles = cycleNumbers(this.fileEdges);
    this.folderCycles = cycleNumbers(this.folderEdges);
  }

  /** Whether a file counts where folders are held against each other. */
  isInAFolder(file) {
    const isNotYet = this.notYetFolders.some((one) => file === one || file.startsWith(`${one}/`));
    return !isNotYet && !BESIDE_THE_CODE.test(file);
  }

  /** The cycles that an import closes, each from the importer round to it again. */
  *waysBack(file, imported) {
    if (this.fileCycles.get(file) === this.fileCycles.get(imported)) {
      yield ["files", [file, ...shortestPath(this.fileEdges, imported, file)]];
    }
    const [from, to] = [path.posix.dirname(file), path.posix.dirname(imported)];
    if (from === to || !this.isInAFolder(file)) return;
    if (this.folderCycles.get(from) === this.folderCycles.get(to)) {
      yield ["folders", [from, ...shortestPath(this.folderEdges, to, from)]];
    }
  }
}

/** The rules of this house that no library has. */
export const house = { meta: { name: "house" }, rules: { "no-cycles": rule } };
