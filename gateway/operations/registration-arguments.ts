import path from "node:path";
import { parseArgs } from "node:util";
import { shown } from "../../subgraphs/kit/errors";
import { clientNameShape } from "./manifest";

/** What is to be done to the manifest. */
export interface Registration {
  readonly client: string;
  /** The documents to register, each as it was given and where it is. */
  readonly documents: readonly { readonly name: string; readonly file: string }[];
  /** Whether everybody can ask them, each at an address. */
  readonly isPublic: boolean;
  /** The ids of the client's operations to remove. */
  readonly remove: readonly string[];
  /** The manifest to change, where it is not the gateway's own. */
  readonly manifest: string | undefined;
}

const usage = `Usage:
  npm run operations:register -- <client> <file.graphql> [...] [--public] [--manifest <file>]
  npm run operations:register -- <client> --remove <id> [--manifest <file>]`;

/**
 * Reads the arguments of the command.
 *
 * @param folder - what relative paths begin at
 * @throws Error with what is wrong and how the command is used
 */
export function registrationArguments(received: readonly string[], folder: string): Registration {
  const { values, positionals } = parsed(received);
  const [client, ...names] = positionals;
  const { remove = [], manifest, public: isPublic = false } = values;
  if (client === undefined) throw misused("Expected the name of a client, received nothing.");
  const { error } = clientNameShape.safeParse(client);
  if (error) {
    const [{ message } = { message: "" }] = error.issues;
    throw misused(`The client ${shown(client)} cannot be one: ${message}.`);
  }
  if (names.length === 0 && remove.length === 0) {
    throw misused("Expected a file to register or an id to remove, received neither.");
  }
  return {
    client,
    documents: names.map((name) => ({ name, file: path.resolve(folder, name) })),
    isPublic,
    remove,
    manifest: manifest === undefined ? undefined : path.resolve(folder, manifest),
  };
}

function parsed(received: readonly string[]) {
  try {
    return parseArgs({
      args: [...received],
      allowPositionals: true,
      options: {
        public: { type: "boolean" },
        remove: { type: "string", multiple: true },
        manifest: { type: "string" },
      },
    });
  } catch (error) {
    throw misused(error instanceof Error ? error.message : String(error));
  }
}

function misused(problem: string): Error {
  return new Error(`${problem}\n${usage}`);
}
