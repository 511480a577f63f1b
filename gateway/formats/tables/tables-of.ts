import { planField } from "./plan-object";
import type { PlannedColumn, PlannedList, PlannedObject } from "./planned-object";
import { type Asked, type Selected, selectedFields } from "./selected-fields";
import { areaCodeOf } from "./area-code";
import type { Cell, Column, Table } from "./table";
import { valueAt } from "./value-at";

/**
 * The tables of an operation's answers, in the order of the document. A field at the top with one object, or with values
 * beside its lists, is a table of one row; each list is a table. A list within the rows of another is a table of its own:
 * its first column says the number of the row that it belongs to, which that has in a first column `row`.
 */
export function tablesOf(asked: Asked, selected: Selected): readonly Table[] {
  return selectedFields(asked, [selected]).flatMap((field) => {
    const { columns, lists } = planField(asked, field);
    const isValue = columns.length === 1 && columns[0]?.path.length === 1;
    // What is below the field is named from there.
    const own = isValue ? columns : columns.map((column) => without(column, 1));
    const one: PlannedObject = { columns: own, lists: [] };
    // A list of records has the name of its field; what is said of the list is beside it.
    const isNamed = lists.some(({ name }) => name.length === 1);
    const single: Table[] =
      columns.length > 0 ? [tableOf(isNamed ? `${field.key}.about` : field.key, one, whole)] : [];
    return [...single, ...lists.flatMap((list) => tablesOfList(list, list.name.join("."), whole))];
  });
}

/** An object that becomes a row, and the number of the row that it is within. */
interface Origin {
  readonly object: unknown;
  readonly parentRow?: number;
}

type Origins = (data: unknown) => Iterable<Origin>;

const whole: Origins = (data) => [{ object: data }];

function without<Part extends PlannedColumn>(column: Part, names: number): Part {
  return { ...column, name: column.name.slice(names) };
}

function tablesOfList(list: PlannedList, name: string, parents: Origins, parent?: string): Table[] {
  const { element } = list;
  const isObject = "columns" in element;
  const object: PlannedObject = isObject ? element : { columns: [element], lists: [] };
  const elements: Origins = function* (data) {
    let parentRow = 0;
    for (const { object: holder } of parents(data)) {
      parentRow += 1;
      const found = valueAt(holder, list.path);
      if (Array.isArray(found)) for (const each of found) yield { object: each, parentRow };
    }
  };
  return [
    tableOf(name, object, elements, { path: list.path, parent }),
    ...object.lists.flatMap((inner) =>
      tablesOfList(inner, [name, ...inner.name].join("."), elements, name),
    ),
  ];
}

/** Where a list is, and the table that it is within, if it is within one. */
interface ListPlace {
  readonly path: readonly string[];
  readonly parent: string | undefined;
}

function tableOf(
  name: string,
  { columns, lists }: PlannedObject,
  origins: Origins,
  list?: ListPlace,
): Table {
  const { path = [], parent } = list ?? {};
  const areaCodes = columns.map(areaCodeOf);
  const headings: Column[] = columns.flatMap((column, index) => {
    const heading = { heading: column.name.join("."), kind: column.kind };
    const areaCode = areaCodes[index];
    if (!areaCode) return [heading];
    return [
      heading,
      { heading: [...column.name.slice(0, -1), areaCode.name].join("."), kind: "text" },
    ];
  });
  const hasNumber = lists.length > 0;
  return {
    name,
    path,
    isList: list !== undefined,
    planned: columns,
    columns: [
      ...(parent === undefined ? [] : [{ heading: `${parent}.row`, kind: "number" } as const]),
      ...(hasNumber ? [{ heading: "row", kind: "number" } as const] : []),
      ...headings,
    ],
    *rows(data) {
      let number = 0;
      for (const { object, parentRow } of origins(data)) {
        number += 1;
        const cells: Cell[] = [];
        if (parent !== undefined) cells.push(parentRow ?? null);
        if (hasNumber) cells.push(number);
        for (const [index, column] of columns.entries()) {
          const cell = cellOf(valueAt(object, column.path));
          cells.push(cell);
          const areaCode = areaCodes[index];
          if (areaCode) cells.push(areaCode.of(cell));
        }
        yield cells;
      }
    },
  };
}

function cellOf(value: unknown): Cell {
  if (value === undefined || value === null) return null;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
    return value;
  }
  return JSON.stringify(value);
}
