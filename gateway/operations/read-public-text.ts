import { readFile } from "node:fs/promises";
import path from "node:path";
import { addressShape, type PublicAddress, publicTextShape } from "./public-address";

/** What makes an operation public, or every reason why it cannot be. */
export type ReadPublicText =
  | { readonly public: PublicAddress; readonly problems: readonly [] }
  | { readonly public?: never; readonly problems: readonly string[] };

/**
 * Reads what people are told of an operation that everybody can ask: the JSON file beside its document. Its address is the
 * name of both.
 *
 * @param name - what the document is called in problems
 * @param file - the document
 */
export async function readPublicText(name: string, file: string): Promise<ReadPublicText> {
  const ending = path.extname(name);
  const told = `${name.slice(0, name.length - ending.length)}.json`;
  const address = addressShape.safeParse(path.basename(file, path.extname(file)));
  if (!address.success) return { problems: issuesOf(name, address.error.issues) };
  let content: unknown;
  try {
    content = JSON.parse(
      await readFile(path.join(path.dirname(file), `${address.data}.json`), "utf8"),
    );
  } catch (error) {
    return { problems: [`${told}: It cannot be read: ${String(error)}.`] };
  }
  const { success, data, error } = publicTextShape.safeParse(content);
  if (!success) return { problems: issuesOf(told, error.issues) };
  return { public: { address: address.data, ...data }, problems: [] };
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

function issuesOf(file: string, issues: readonly Issue[]): readonly string[] {
  return issues.map(
    ({ path: place, message }) =>
      `${file}: ${place.length > 0 ? `${place.map(String).join(".")}: ` : ""}${message}`,
  );
}
