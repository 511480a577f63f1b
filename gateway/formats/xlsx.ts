import { buffer } from "node:stream/consumers";
import type { TableFormat } from "./answer-format";
import { writeWorkbook } from "./workbook/write-workbook";

/** An Excel workbook with a sheet for each table. */
export const xlsx: TableFormat = {
  name: "xlsx",
  mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  holds: "all",
  write: (sheets) => buffer(writeWorkbook(sheets)),
  stream: (growing, others) => writeWorkbook([growing, ...others]),
};
