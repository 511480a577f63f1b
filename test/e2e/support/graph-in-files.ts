import { parse } from "csv-parse/sync";
import { readXlsx } from "hucre/xlsx";
import type { GraphAnswer, TestGraph } from "../../support/graph";

type Row = Readonly<Record<string, unknown>>;

interface CitedAnswer {
  readonly extensions?: { readonly citation?: { readonly address?: string } };
}

/** Tables by the names of the fields that they are about, as `rows` of `f0`. */
type Tables = ReadonlyMap<string, readonly Row[]>;

/** The forms that answers can be read in: files, or what is kept of an answer that is cited. */
export type FileFormat = "xlsx" | "csv" | "ndjson" | "citation";

/**
 * The whole graph as somebody sees it who reads every answer from a file, as the public. Answers are put together again
 * from the tables of fields, as `{ f0: { rows, totals, … } }`.
 */
export class GraphInFiles {
  /** Numbers of workbooks' cross tables that no other table of theirs has. */
  readonly ofCrossTablesAlone: unknown[] = [];

  constructor(
    private readonly graph: Pick<TestGraph, "url">,
    private readonly format: FileFormat,
  ) {}

  /** Asks as {@link TestGraph.execute} does. What is refused is no file. */
  async execute<Data>(query: string): Promise<GraphAnswer<Data>> {
    if (this.format === "citation") return this.kept(query);
    const tables = this.format === "xlsx" ? await this.workbook(query) : await this.each(query);
    if (!(tables instanceof Map)) return tables as GraphAnswer<Data>;
    const data: Record<string, Record<string, unknown>> = {};
    for (const [name, rows] of tables as Tables) {
      const [field = "", ...list] = name.split(".");
      const answer = (data[field] ??= {});
      if (list.length > 0 && list[0] !== "about") answer[list.join(".")] = rows;
      else Object.assign(answer, rows[0]);
    }
    return { data: data as Data, errors: [] } as unknown as GraphAnswer<Data>;
  }

  /** What is shown at the address of the citation. */
  private async kept<Data>(query: string): Promise<GraphAnswer<Data>> {
    const answer = (await (await this.fetch(query)).json()) as CitedAnswer;
    const { citation } = answer.extensions ?? {};
    if (!citation?.address) return answer as GraphAnswer<Data>;
    const response = await fetch(`${this.graph.url}${citation.address}.json`);
    const kept = (await response.json()) as Pick<GraphAnswer<Data>, "data">;
    return { ...kept, errors: [] } as unknown as GraphAnswer<Data>;
  }

  private async workbook(query: string): Promise<unknown> {
    const response = await this.fetch(query);
    if (response.status !== 200) return response.json();
    const { sheets } = await readXlsx(Buffer.from(await response.arrayBuffer()));
    const isCross = ({ name }: { name: string }) => name.endsWith(".cross");
    const tables = new Map(
      sheets
        .filter((sheet) => !isCross(sheet) && /^f\d/.test(sheet.name))
        .map(({ name, rows: [headings = [], ...rows] }) => [
          name,
          rows.map((cells) => nested(headings.map(String), cells)),
        ]),
    );
    const known = new Set(
      sheets.filter((sheet) => !isCross(sheet)).flatMap(({ rows }) => rows.flat()),
    );
    this.ofCrossTablesAlone.push(
      ...sheets
        .filter(isCross)
        .flatMap(({ rows: [, ...rows] }) =>
          rows.flat().filter((cell) => typeof cell === "number" && !known.has(cell)),
        ),
    );
    return tables;
  }

  /** Each table by itself, by the names that a refusal lists. */
  private async each(query: string): Promise<unknown> {
    const first = await this.fetch(query);
    const names = /f\d+[\w.]*/g;
    const text = await first.text();
    if (first.status === 200) throw new Error("Expected more than one table.");
    const refused = JSON.parse(text) as { errors: { message: string }[] };
    const [{ message } = { message: "" }] = refused.errors;
    if (!message.includes("table=")) return refused;
    const tables = new Map<string, readonly Row[]>();
    const lists = message.match(names) ?? [];
    // The refusal names the lists; a field that holds them is a table too.
    for (const name of new Set(lists.flatMap((list) => [list, list.split(".")[0] ?? ""]))) {
      const response = await this.fetch(query, name);
      if (response.status !== 200) return response.json();
      tables.set(name, this.rowsOf(await response.text()));
    }
    return tables;
  }

  private rowsOf(text: string): Row[] {
    if (this.format === "ndjson") {
      const lines = text.split("\n").slice(0, -1);
      return lines.map((line) => {
        const row = JSON.parse(line) as Row;
        return nested(Object.keys(row), Object.values(row));
      });
    }
    const [headings = [], ...rows]: string[][] = parse(text, { bom: true });
    return rows.map((cells) => nested(headings, cells.map(readCell)));
  }

  private async fetch(query: string, table?: string): Promise<Response> {
    const parameters = new URLSearchParams(
      this.format === "citation" ? { cite: "true" } : { format: this.format },
    );
    if (table !== undefined) parameters.set("table", table);
    return fetch(`${this.graph.url}/graphql?${parameters.toString()}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query }),
    });
  }
}

/** A cell of a CSV file as what it was: numbers and truth values are written as JSON writes them. */
function readCell(text: string): unknown {
  if (text === "") return null;
  return /^(-?(0|[1-9]\d*)(\.\d+)?|true|false)$/.test(text) ? JSON.parse(text) : text;
}

/** An object of what its dotted headings name; an object with nothing in it is null. */
function nested(headings: readonly string[], cells: readonly unknown[]): Row {
  const row: Record<string, unknown> = {};
  for (const [index, heading] of headings.entries()) {
    const names = heading.split(".");
    const last = names.pop() ?? "";
    let object = row;
    for (const name of names) object = (object[name] ??= {}) as Record<string, unknown>;
    object[last] = cells[index] ?? null;
  }
  for (const [name, value] of Object.entries(row)) {
    if (typeof value !== "object" || value === null) continue;
    if (Object.values(value).every((each) => each === null)) row[name] = null;
  }
  return row;
}
