import { csv } from "./csv";
import type { TableFormat } from "./answer-format";
import { ndjson } from "./ndjson";
import { xlsx } from "./xlsx";

/** The formats that answers can have besides JSON. */
export const tableFormats: readonly TableFormat[] = [csv, xlsx, ndjson];
