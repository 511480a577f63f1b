import { readFile } from "node:fs/promises";
import { isDeepStrictEqual } from "node:util";
import { parse } from "graphql";
import { accessPolicies } from "../../subgraphs/kit/access/access-policy";
import type { GuardedSchema } from "../../subgraphs/kit/access/operation-access";
import { callersSchema } from "../inputs/scalars";
import { loadSupergraph } from "../supergraph/load-supergraph";
import type { OperationsSettings } from "./env";
import { formatManifest, parseManifest, type RegisteredOperation } from "./manifest";
import { manifestProblems } from "./manifest-problems";
import { neededScopes } from "./needed-scopes";
import { type OperationFile, readDocument } from "./read-document";
import { type Registration, registrationArguments } from "./registration-arguments";
import { replaceFile } from "./replace-file";

/**
 * Adds operations of a client to the manifest, or removes them from it. What is registered already stays as it is, but an
 * operation at an address gives way to another at the same. The text of a document is registered as it stands, without the
 * white space around it.
 *
 * @returns what was done, in whole lines
 * @throws Error naming every problem, one a line; then nothing was written
 */
export async function registerOperations(
  args: readonly string[],
  settings: OperationsSettings,
  folder: string,
): Promise<string> {
  const registration = registrationArguments(args, folder);
  const { client: clientName } = registration;
  const file = registration.manifest ?? settings.OPERATIONS_MANIFEST;
  const guarded = await readSchema(settings.SUPERGRAPH_PATH);
  const before = await readManifest(file);
  const kept = without(before, registration);
  const given = await readDocuments(registration, guarded);
  const left = kept.filter(
    (one) => one.clientName !== clientName || !given.some((file) => isReplaced(one, file)),
  );
  const known = new Set(
    left.filter((one) => one.clientName === clientName).map((operation) => operation.id),
  );
  const added = given.filter(({ operation }) => !known.has(operation.id));
  const after = [...left, ...added.map((one) => registeredFor(clientName, one))];
  refuse(manifestProblems(after, guarded).map((problem) => `${file}: ${problem}`));
  await replaceFile(file, formatManifest(after));
  return [
    ...before.filter((one) => !left.includes(one)).map((one) => `removed ${shownOperation(one)}\n`),
    ...given.map((one) => `${added.includes(one) ? "registered" : "is there"} ${described(one)}`),
    ...before
      .filter((one) => left.includes(one) && one.clientName === clientName && isOlder(one, given))
      .map((one) => `stays ${shownOperation(one)}, until it is removed with --remove\n`),
  ].join("");
}

function registeredFor(
  clientName: string,
  { operation: { public: shown, ...operation } }: OperationFile,
): RegisteredOperation {
  return { ...operation, clientName, ...(shown && { public: shown }) };
}

/**
 * True if an operation is registered anew: an address leads to one, and what people are told of it can have changed. One
 * that is public stays so where its document is registered without saying so.
 */
function isReplaced(
  { id, public: shown }: RegisteredOperation,
  { operation }: OperationFile,
): boolean {
  if (!operation.public) return false;
  const isSame = id === operation.id && isDeepStrictEqual(shown, operation.public);
  return !isSame && (id === operation.id || shown?.address === operation.public.address);
}

async function readSchema(file: string): Promise<GuardedSchema> {
  const supergraph = await loadSupergraph(file);
  return { schema: callersSchema(supergraph), policies: accessPolicies(parse(supergraph.sdl)) };
}

async function readManifest(file: string): Promise<readonly RegisteredOperation[]> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    if (typeof error === "object" && error && Reflect.get(error, "code") === "ENOENT") return [];
    throw error;
  }
  return parseManifest(file, text);
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
  { documents, isPublic }: Registration,
  guarded: GuardedSchema,
): Promise<readonly OperationFile[]> {
  const all = await Promise.all(
    documents.map((document) => readDocument({ ...document, isPublic }, guarded)),
  );
  refuse(all.flatMap(({ problems }) => problems));
  const files = all.flatMap(({ read }) => (read ? [read] : []));
  return [...new Map(files.map((one) => [one.operation.id, one])).values()];
}

function refuse(problems: readonly string[]): void {
  if (problems.length > 0) throw new Error([...problems, "Nothing was written."].join("\n"));
}

/** True if an operation has the name of one that is registered now: it stays for apps that still send it. */
function isOlder({ id, name }: RegisteredOperation, given: readonly OperationFile[]): boolean {
  const ids = given.flatMap(({ operation }) => (operation.name === name ? [operation.id] : []));
  return ids.length > 0 && !ids.includes(id);
}

function described({ operation, access }: OperationFile): string {
  const purpose = access.personalFields.length > 0 ? "; the header graph-purpose" : "";
  const address = operation.public
    ? `; everybody can ask it at /q/${operation.public.address}`
    : "";
  return `${shownOperation(operation)}\n  needs ${neededScopes(access.needs)}${purpose}${address}\n`;
}

function shownOperation({ id, type, name }: OperationFile["operation"]): string {
  return `${id} ${type} ${name}`;
}
