import { type ReactNode, useEffect, useMemo, useRef } from "react";
import type { PageLanguage } from "../../shared/page-language";
import { type AnswerTable, answerTables } from "../../shared/answer-table";
import { words } from "../shared/words";

/** How many rows are drawn at most; a browser is slow with more, and a download has them all. */
const mostRows = 1_000;

/** What the tables are made of. */
export interface AnswerTablesProps {
  readonly language: PageLanguage;
  readonly data: unknown;
  readonly onClose: () => void;
}

/** The lists of an answer as tables, in a window above the page. */
export function AnswerTables({ language, data, onClose }: AnswerTablesProps): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const tables = useMemo(() => answerTables(data), [data]);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="tables" aria-label={words.table[language]} onClose={onClose}>
      <form method="dialog">
        <button type="submit" className="main">
          {words.close[language]}
        </button>
      </form>
      {tables.map((table) => (
        <OneTable key={table.path} table={table} language={language} />
      ))}
    </dialog>
  );
}

function OneTable({
  table: { path, columns, rows },
  language,
}: {
  table: AnswerTable;
  language: PageLanguage;
}): ReactNode {
  const caption = `${path} (${rows.length} ${words.rows[language]})`;
  return (
    <section className="wide" tabIndex={0} aria-label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, mostRows).map((cells, index) => (
            // Rows have no other name than their place, and never move.
            <tr key={index}>
              {cells.map((cell, column) => (
                <td key={columns[column]} className={cell.length < 24 ? "short" : undefined}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
