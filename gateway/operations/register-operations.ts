import { readFile } from "node:fs/promises";
import { type GraphQLSchema, Source } from "graphql";
import type { GatewaySettings } from "../env";
import { loadSupergraph } from "../supergraph/load-supergraph";
import { formatManifest, parseManifest, type RegisteredOperation } from "./manifest";
import { manifestProblems } from "./manifest-problems";
import { checkDocument } from "./operation-document";
import { operationId } from "./operation-id";
import { type Registration, registrationArguments } from "./registration-arguments";
import { replaceFile } from "./replace-file";

type Settings = Pick<GatewaySettings, "SUPERGRAPH_PATH" | "OPERATIONS_MANIFEST">;

/**
 * Adds operations of a client to the manifest, or removes them from it. What is registered already stays as it is. The
 * text of a document is registered as it stands, without the white space around it.
 *
 * @returns what to tell whoever registers, in whole lines
 * @throws Error naming every problem, one a line; then nothing was written
 */
export async function registerOperations(
  args: readonly string[],
  settings: Settings,
  folder: string,
): Promise<string> {
  const registration = registrationArguments(args, folder);
  const file = registration.manifest ?? settings.OPERATIONS_MANIFEST;
  const { supergraph } = await loadSupergraph(settings.SUPERGRAPH_PATH);
  const schema = supergraph.apiSchema().toGraphQLJSSchema();
  const before = await readManifest(file);
  const left = without(before, registration);
  const added = await readDocuments(registration, schema);
  const known = new Set(left.map(keyOf));
  const after = [...left, ...added.filter((one) => !known.has(keyOf(one)))];
  refuse(manifestProblems(after, schema).map((problem) => `${file}: ${problem}`));
  await replaceFile(file, formatManifest(after));
  return [
    ...before.filter((one) => !left.includes(one)).map((one) => `removed ${described(one)}`),
    ...added.map((one) => `${known.has(keyOf(one)) ? "is there" : "registered"} ${described(one)}`),
    "",
  ].join("\n");
}

async function readManifest(file: string): Promise<readonly RegisteredOperation[]> {
  try {
    return parseManifest(file, await readFile(file, "utf8"));
  } catch (error) {
    if (codeOf(error) === "ENOENT") return [];
    throw error;
  }
}

function without(
  operations: readonly RegisteredOperation[],
  { client, remove }: Registration,
): readonly RegisteredOperation[] {
  const own = operations.filter(({ clientName }) => clientName === client);
  const unknown = remove.filter((id) => !own.some((one) => one.id === id));
  refuse(unknown.map((id) => `${id} is not the id of an operation of ${client}.`));
  return operations.filter((one) => !(own.includes(one) && remove.includes(one.id)));
}

async function readDocuments(
  { client, documents }: Registration,
  schema: GraphQLSchema,
): Promise<readonly RegisteredOperation[]> {
  const read = await Promise.all(
    documents.map(({ name, file }) => readDocument(name, file, schema)),
  );
  refuse(read.flatMap(({ problems }) => problems));
  const registered = read.flatMap(({ operation, body }) =>
    operation ? [{ id: operationId(body), ...operation, body, clientName: client }] : [],
  );
  return [...new Map(registered.map((one) => [one.id, one])).values()];
}

const reasons: ReadonlyMap<unknown, string> = new Map([
  ["ENOENT", "there is none"],
  ["EISDIR", "it is a folder"],
  ["ERR_ENCODING_INVALID_ENCODED_DATA", "it is not UTF-8"],
]);

async function readDocument(name: string, file: string, schema: GraphQLSchema) {
  try {
    // A byte that is not UTF-8 would silently become another text than the client sends.
    const text = new TextDecoder("utf-8", { fatal: true }).decode(await readFile(file));
    return { ...checkDocument(new Source(text, name), schema), body: text.trim() };
  } catch (error) {
    const why = reasons.get(codeOf(error)) ?? String(error);
    return { problems: [`${name}:1:1: The file cannot be read: ${why}.`], body: "" };
  }
}

function refuse(problems: readonly string[]): void {
  if (problems.length > 0) throw new Error([...problems, "Nothing was written."].join("\n"));
}

function keyOf({ clientName, id }: RegisteredOperation): string {
  return JSON.stringify([clientName, id]);
}

function described({ id, type, name }: RegisteredOperation): string {
  return `${id} ${type} ${name}`;
}

function codeOf(error: unknown): unknown {
  return typeof error === "object" && error !== null ? Reflect.get(error, "code") : error;
}
