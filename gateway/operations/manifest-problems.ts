import { Source } from "graphql";
import type { GuardedSchema } from "../../subgraphs/kit/access/operation-access";
import type { RegisteredOperation } from "./manifest";
import { checkDocument } from "./operation-document";
import { operationId } from "./operation-id";
import { publicProblems } from "./public-problems";

/**
 * Everything that is wrong with what a manifest registers: an id that is not that of the body, a body that does not
 * fit the schema or is not what `name` and `type` say, an operation registered twice for one client, one marked as public
 * that is not open to everybody or has the address of another.
 */
export function manifestProblems(
  operations: readonly RegisteredOperation[],
  guarded: GuardedSchema,
): readonly string[] {
  const seen = new Set<string>();
  const addresses = new Set<string>();
  return operations.flatMap((registered, index) => {
    const { id, name, type, body, clientName, public: shown } = registered;
    const place = `operations.${index}`;
    const problems: string[] = [];
    if (id !== operationId(body)) {
      problems.push(`${place}.id: expected ${operationId(body)}, the SHA-256 of its body`);
    }
    const key = JSON.stringify([clientName, id]);
    if (seen.has(key)) problems.push(`${place}: registered twice for ${clientName}`);
    seen.add(key);
    const { operation, problems: inBody } = checkDocument(
      new Source(body, `${place}.body`),
      guarded.schema,
    );
    if (operation && operation.name !== name) {
      problems.push(`${place}.name: expected ${operation.name}, as in its body`);
    }
    if (operation && operation.type !== type) {
      problems.push(`${place}.type: expected ${operation.type}, as in its body`);
    }
    if (shown && addresses.has(shown.address)) {
      problems.push(`${place}.public.address: ${shown.address} is that of another`);
    }
    if (shown) addresses.add(shown.address);
    const ofPublic = shown && operation ? publicProblems(shown, operation, guarded) : [];
    return [...problems, ...inBody, ...ofPublic.map((problem) => `${place}.public: ${problem}`)];
  });
}
