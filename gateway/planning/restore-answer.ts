import { GraphQLError } from "graphql";
import type { OperationAnswer } from "./operation-executor";
import type { OriginalNames } from "./plannable-operation";

/**
 * Restores the caller's response names in the data of an answer and in the paths of its errors. What the caller did not
 * ask for is left out. Messages of subgraphs stay as they are: they contain no response name, and may repeat a text of
 * the caller's.
 */
export function restoreAnswer(answer: OperationAnswer, originals: OriginalNames): OperationAnswer {
  if (originals.size === 0) return answer;
  const { data, errors, extensions } = answer;
  return {
    ...answer,
    ...(data && { data: restoreData(data, originals) as typeof data }),
    ...(errors && { errors: errors.map((error) => restoreError(error, originals)) }),
    ...(extensions && { extensions: restoreExtensions(extensions, originals) }),
  };
}

function restoreData(value: unknown, originals: OriginalNames): unknown {
  if (Array.isArray(value)) return value.map((element) => restoreData(element, originals));
  if (typeof value !== "object" || value === null) return value;
  // Without a prototype, `__proto__` is a name like any other.
  const restored = Object.create(null) as Record<string, unknown>;
  for (const [name, field] of Object.entries(value)) {
    const original = originals.has(name) ? originals.get(name) : name;
    if (original !== undefined) restored[original] = restoreData(field, originals);
  }
  return restored;
}

/** `@apollo/gateway` reports there that data do not fit the schema. */
function restoreExtensions(
  extensions: Record<string, unknown>,
  originals: OriginalNames,
): Record<string, unknown> {
  const { valueCompletion } = extensions;
  if (!Array.isArray(valueCompletion)) return extensions;
  const restored = valueCompletion.map((problem: unknown) =>
    problem instanceof GraphQLError
      ? restoreError(problem, originals, restoreMessage(problem.message, originals))
      : problem,
  );
  return { ...extensions, valueCompletion: restored };
}

/** The same error, of the same class, with another path. An error that wraps another shows that one's path. */
function restoreError(
  error: GraphQLError,
  originals: OriginalNames,
  message = error.message,
): GraphQLError {
  const { originalError: cause, path } = error;
  return Object.create(error, {
    message: { value: message, enumerable: true },
    path: { value: path?.map((key) => originals.get(String(key)) ?? key), enumerable: true },
    originalError: {
      value: cause instanceof GraphQLError ? restoreError(cause, originals) : cause,
    },
  }) as GraphQLError;
}

/** The gateway ends such a message with the field by its response name, as `field Country.code_.`, and repeats no value. */
function restoreMessage(message: string, originals: OriginalNames): string {
  return message.replace(/(?<= field \w+\.)\w+(?=\.$)/, (name) => originals.get(name) ?? name);
}
