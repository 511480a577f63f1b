import { type ReactNode, useId, useState } from "react";
import type { PageLanguage } from "../../shared/page-language";
import { words } from "../shared/words";

/** What can be chosen. */
export interface TableChoiceProps {
  readonly language: PageLanguage;
  /** What a file of one table is called: CSV or NDJSON. */
  readonly format: string;
  readonly tables: readonly string[];
  readonly onChoose: (table: string) => void;
}

/** Lets people choose which table of an answer they want, where a file holds one. */
export function TableChoice({ language, format, tables, onChoose }: TableChoiceProps): ReactNode {
  const id = useId();
  const [table, setTable] = useState(tables[0] ?? "");
  return (
    <div className="buttons">
      <label htmlFor={id}>{words.table[language]}</label>
      <select id={id} value={table} onChange={({ target }) => setTable(target.value)}>
        {tables.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </select>
      <button type="button" onClick={() => onChoose(table)}>
        {words.download[language]} {format}
      </button>
    </div>
  );
}
