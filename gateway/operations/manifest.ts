import { z } from "zod";
import { strictObject } from "../../subgraphs/kit/strict-object";
import { publicAddressShape } from "./public-address";

/** What a client is called in tokens and in the manifest: 1–100 visible ASCII characters, not `-` first. */
export const clientNameShape = z
  .string()
  .regex(
    /^[!-,.-~][!-~]{0,99}$/,
    "expected 1–100 visible ASCII characters, the first of them no -",
  );

const operationShape = strictObject({
  id: z
    .string()
    .regex(/^[\da-f]{64}$/, "expected the SHA-256 of the body in 64 hexadecimal digits"),
  name: z.string(),
  type: z.enum(["query", "mutation"]),
  body: z.string(),
  clientName: clientNameShape,
  public: publicAddressShape.optional(),
});

const manifestShape = strictObject({
  format: z.literal("apollo-persisted-query-manifest"),
  version: z.literal(1),
  operations: z.array(operationShape),
});

/**
 * An operation that a client is permitted to run: its text, and the SHA-256 of that text as `id`. One with `public` is asked
 * by everybody at an address.
 */
export type RegisteredOperation = Readonly<z.infer<typeof operationShape>>;

/** A manifest that cannot be used; the message lists everything that is wrong with it, one a line. */
export class InvalidManifest extends Error {
  constructor(file: string, problems: readonly string[]) {
    super([`${file} is not usable:`, ...problems.map((problem) => `  ${problem}`)].join("\n"));
    this.name = "InvalidManifest";
  }
}

/**
 * Reads a manifest in the format of Apollo's persisted-query manifests, version 1, in which every operation names its
 * client. Checks its form alone; `manifestProblems` checks what the operations say.
 *
 * @throws InvalidManifest naming every problem at once
 */
export function parseManifest(file: string, text: string): readonly RegisteredOperation[] {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    throw new InvalidManifest(file, [`not JSON: ${String(error)}`]);
  }
  const { success, data, error } = manifestShape.safeParse(content);
  if (success) return data.operations;
  throw new InvalidManifest(
    file,
    error.issues.map(({ path, message }) => `${path.join(".") || "the whole"}: ${message}`),
  );
}

/** Writes a manifest: by client, name and id, so that the same operations always give the same text. */
export function formatManifest(operations: readonly RegisteredOperation[]): string {
  const order = ({ clientName, name, id }: RegisteredOperation) => `${clientName} ${name} ${id}`;
  const sorted = operations.toSorted((one, other) => (order(one) < order(other) ? -1 : 1));
  const manifest = { format: "apollo-persisted-query-manifest", version: 1, operations: sorted };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
