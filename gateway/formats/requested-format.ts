import type { FastifyRequest } from "fastify";
import Negotiator from "negotiator";
import { ApiError, shown } from "../../subgraphs/kit/errors";
import type { TableFormat } from "./answer-format";
import { tableFormats } from "./formats";

/** What a request wants instead of JSON. */
export interface RequestedFormat {
  readonly format: TableFormat;
  /** The table it wants, by its name. */
  readonly table?: string;
}

const json = ["application/json", "application/graphql-response+json"];
const names = ["json", ...tableFormats.map(({ name }) => name)];
const byType = new Map(tableFormats.map((format) => [format.mediaType, format]));
const types = [...json, ...byType.keys()];

/**
 * The format that a request asks for by `?format=`, or by `Accept` where it has none; nothing for JSON. `?table=` says
 * which table of the answer is wanted. At an address below `/q`, its ending has said it.
 *
 * @throws ApiError INVALID_FORMAT for a format that there is not, or a table of JSON
 */
export function requestedFormat({
  url,
  headers,
  addressed,
}: FastifyRequest): RequestedFormat | undefined {
  if (addressed) return addressed.format && { format: addressed.format };
  const format = url.includes("?") ? fromAddress(url) : undefined;
  if (format) return format;
  // Nearly all ask for JSON, and need no negotiation.
  if (headers.accept === undefined || !mayNameTables.test(headers.accept)) return undefined;
  const found = byType.get(new Negotiator({ headers }).mediaType(types) ?? "");
  return found && { format: found };
}

const mayNameTables = /csv|spreadsheet|ndjson/i;

function fromAddress(url: string): RequestedFormat | undefined {
  const { searchParams } = new URL(url, "http://gateway");
  const [name, ...others] = searchParams.getAll("format");
  const [table, ...tables] = searchParams.getAll("table");
  const format = tableFormats.find((each) => each.name === name);
  if (others.length > 0 || (name !== undefined && !names.includes(name))) {
    throw new ApiError(
      "INVALID_FORMAT",
      `Expected format to be one of ${names.join(", ")}, received ${shown([name, ...others].join(", "))}.`,
      400,
    );
  }
  if (table !== undefined && (!format || tables.length > 0)) {
    throw new ApiError(
      "INVALID_FORMAT",
      format
        ? `Expected one table, received ${shown([table, ...tables].join(", "))}.`
        : `Expected a format of tables beside table: ${names.slice(1).join(", ")}.`,
      400,
    );
  }
  return format && { format, ...(table !== undefined && { table }) };
}
