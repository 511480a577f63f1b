import path from "node:path";

/** Where the commands read and write. */
export interface Folders {
  /** The committed SDL, `intended-changes.json` and `README.md`. */
  readonly schema: string;
  /** The compiled subgraphs, one a folder. */
  readonly programs: string;
}

/** The folders of the checkout this program was compiled in (it runs from `dist/schema`). */
export function foldersOfCheckout(): Folders {
  return {
    schema: path.resolve(__dirname, "../../schema"),
    programs: path.resolve(__dirname, "../subgraphs"),
  };
}
