import type { GraphQLFormattedError } from "graphql";
import type { TabularRequest } from "./tabular-answers";

/** How long the names of tables may be in a header: proxies and clients take few kilobytes in all. */
const longestHeader = 1_000;

/** The headers of a file. Of the answer's extensions they say what kind of records there are: most files have no notes. */
export function fileHeaders(
  tabular: TabularRequest,
  { dataset }: Readonly<Record<string, unknown>> = {},
): Record<string, string> {
  const { format, fileName = "answer" } = tabular;
  const { name, mediaType, holds } = format;
  return {
    "content-type": holds === "one" ? `${mediaType}; charset=utf-8` : mediaType,
    "content-disposition": `attachment; filename="${fileName}.${name}"`,
    ...(typeof dataset === "string" && { "graph-dataset": dataset }),
    ...tablesHeader(tabular),
  };
}

/** The header that says which tables an answer has; none where their names are too long for one. */
export function tablesHeader({ tables = [] }: TabularRequest): Record<string, string> {
  const names = tables.map((table) => table.name).join(", ");
  return names !== "" && names.length <= longestHeader ? { "graph-tables": names } : {};
}

const statuses: Readonly<Record<string, number>> = {
  AUDIT_UNAVAILABLE: 503,
  CITATION_UNAVAILABLE: 503,
  CITATIONS_FULL: 503,
  FORBIDDEN: 403,
  INTERNAL_SERVER_ERROR: 500,
  PURPOSE_REQUIRED: 403,
  RATE_LIMITED: 429,
  SERVICE_BUSY: 503,
  STATISTICS_BUSY: 503,
  SUBGRAPH_INVALID_RESPONSE: 502,
  SUBGRAPH_TIMEOUT: 504,
  SUBGRAPH_UNAVAILABLE: 503,
};

/** The status of an answer that was to be a file and has errors: whoever reads files looks into none for errors. */
export function statusOf([error]: readonly GraphQLFormattedError[]): number {
  const code: unknown = error?.extensions?.["code"];
  return (typeof code === "string" ? statuses[code] : undefined) ?? 400;
}
