import type { FastifyRequest } from "fastify";

/** What an HTTP request asks to run, not yet checked. Each part is undefined if it is missing. */
export interface AskedOperation {
  readonly query?: unknown;
  readonly operationName?: unknown;
  readonly persistedQuery?: unknown;
}

/**
 * Reads what a request asks to run from where Apollo Server reads it: the body of a POST, the address of a GET.
 * Anything that Apollo Server refuses, such as a parameter given twice, counts as missing. At an address below `/q` it is
 * the operation that was registered for it.
 */
export function askedOperation({ method, body, url, addressed }: FastifyRequest): AskedOperation {
  if (addressed) return { query: addressed.query };
  if (method === "POST") return isRecord(body) ? read(body) : {};
  const { searchParams } = new URL(url, "http://gateway");
  const once = (name: string) => {
    const values = searchParams.getAll(name);
    return values.length === 1 ? values[0] : undefined;
  };
  return read({
    query: once("query"),
    operationName: once("operationName"),
    extensions: parsed(once("extensions")),
  });
}

function read({ query, operationName, extensions }: Readonly<Record<string, unknown>>) {
  const persistedQuery = isRecord(extensions) ? extensions["persistedQuery"] : undefined;
  return {
    query: query ?? undefined,
    operationName: operationName ?? undefined,
    persistedQuery: persistedQuery ?? undefined,
  };
}

function parsed(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
