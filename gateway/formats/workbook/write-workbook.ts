import { Readable } from "node:stream";
import { ZipFile } from "yazl";
import { ApiError } from "../../../subgraphs/kit/errors";
import type { GrowingSheet, Sheet } from "../tables/table";
import { sheetNames } from "./sheet-names";
import { sheetHead, sheetRow, sheetTail } from "./sheet-xml";
import { sheetPath, workbookParts } from "./workbook-parts";

/** How many rows a sheet has at most, that of its headings included (Excel's specifications and limits). */
const mostRows = 1_048_576;

/** How much of a sheet is handed on at once, characters. */
const chunkSize = 65_536;

/**
 * Writes a workbook (Office Open XML, ECMA-376) while its rows come. The list of its parts is at its end, so that one which
 * breaks off cannot be opened.
 *
 * It ends with an ApiError INVALID_FORMAT at a sheet with more rows than a sheet can have, or a text that is longer than a
 * cell can hold.
 */
export function writeWorkbook(sheets: readonly (Sheet | GrowingSheet)[]): Readable {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  zip.on("error", (error: Error) => output.destroy(error));
  for (const [path, xml] of workbookParts(sheetNames(sheets.map(({ name }) => name)))) {
    zip.addBuffer(Buffer.from(xml), path, { mtime: noTime });
  }
  for (const [index, sheet] of sheets.entries()) {
    zip.addReadStreamLazy(sheetPath(index + 1), { mtime: noTime, compressionLevel }, (give) => {
      const xml = Readable.from(xmlOf(sheet), { objectMode: false });
      xml.on("error", (error) => output.destroy(error));
      give(null, xml);
    });
  }
  zip.end();
  return output;
}

/** The same answer gives the same bytes, whenever it is written. */
const noTime = new Date(Date.UTC(2000, 0, 1));

/** A third of the time of the usual level (6), for a fifth more bytes. */
const compressionLevel = 3;

async function* xmlOf({ name, columns, rows }: Sheet | GrowingSheet): AsyncGenerator<Buffer> {
  let chunk = sheetHead(columns);
  let count = 1;
  for await (const cells of rows) {
    count += 1;
    if (count > mostRows) {
      throw new ApiError(
        "INVALID_FORMAT",
        `Expected at most ${mostRows - 1} rows for a sheet of Excel, received more in ${name}. The formats csv and ndjson hold them.`,
        400,
      );
    }
    chunk += sheetRow(columns, cells, { sheet: name, row: count });
    if (chunk.length >= chunkSize) {
      yield Buffer.from(chunk);
      chunk = "";
    }
  }
  yield Buffer.from(chunk + sheetTail);
}
