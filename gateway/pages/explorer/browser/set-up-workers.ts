import type {} from "monaco-editor";
import type { ExplorerData } from "../shared/explorer-data";

/** Has the editor take its workers from the gateway. Call it before the editor is loaded. */
export function setUpWorkers(workers: ExplorerData["workers"]): void {
  const addresses = new Map<string, string>(Object.entries(workers));
  window.MonacoEnvironment = {
    getWorker: (_id, label) =>
      new Worker(addresses.get(label) ?? workers.editor, { type: "module" }),
  };
}
