import {
  getNamedType,
  getNullableType,
  type GraphQLNamedType,
  GraphQLScalarType,
  isLeafType,
  isListType,
} from "graphql";
import type { CellKind, PlannedColumn, PlannedList, PlannedObject } from "./planned-object";
import { type Asked, type Selected, type SelectedField, selectedFields } from "./selected-fields";

/** What a list of records has for paging, which is no data. */
const paging: ReadonlySet<string> = new Set(["PageInfo"]);
const cursor = "cursor";

const kinds: Readonly<Record<string, CellKind>> = {
  Boolean: "boolean",
  Date: "date",
  Float: "number",
  Int: "number",
};

/**
 * Finds what the operation asks of an object. Objects that it refers to are part of it, their values under dotted names;
 * a list is not, wherever it stands.
 */
export function planObject(asked: Asked, selected: readonly Selected[]): PlannedObject {
  const columns: PlannedColumn[] = [];
  const lists: PlannedList[] = [];
  for (const one of selectedFields(asked, selected)) {
    const found = planField(asked, one);
    columns.push(...found.columns);
    lists.push(...found.lists);
  }
  return { columns, lists };
}

/** What one field of an object is: a value, values of what it refers to, or lists. */
export function planField(asked: Asked, selected: SelectedField): PlannedObject {
  const { key, field, parent, selections } = selected;
  const type = getNamedType(field.type);
  const isList = isListType(getNullableType(field.type));
  if (isLeafType(type)) {
    const column = { kind: kindOf(type), field, parent };
    if (!isList) return { columns: [{ ...column, path: [key], name: [key] }], lists: [] };
    const element = { ...column, path: [], name: ["value"] };
    return { columns: [], lists: [{ path: [key], name: [key], element }] };
  }
  if (paging.has(type.name)) return { columns: [], lists: [] };
  const inner = selections.map((selection) => [selection, type] as const);
  if (isList) {
    const element = planObject(asked, inner);
    return { columns: [], lists: [{ path: [key], name: [key], element }] };
  }
  const { columns, lists } = isConnection(type)
    ? planConnection(asked, inner)
    : planObject(asked, inner);
  const below = ({ path, name }: Placed) => ({ path: [key, ...path], name: [key, ...name] });
  return {
    columns: columns.map((column) => ({ ...column, ...below(column) })),
    lists: lists.map((list) => ({ ...list, ...below(list) })),
  };
}

/** Where something is in an answer, and how people say it. */
type Placed = Pick<PlannedColumn, "path" | "name">;

function isConnection({ name }: GraphQLNamedType): boolean {
  return name.endsWith("Connection");
}

/** The rows of a list of records are its nodes, or those of its edges. */
function planConnection(asked: Asked, selected: readonly Selected[]): PlannedObject {
  const { columns, lists } = planObject(asked, selected);
  const hasNodes = lists.some(({ path }) => path[0] === "nodes");
  const named = lists.map((list) => {
    if (list.path[0] === "nodes") return { ...list, name: [] };
    return list.path[0] === "edges" ? planEdges(list, hasNodes) : list;
  });
  return { columns, lists: named };
}

function planEdges(list: PlannedList, hasNodes: boolean): PlannedList {
  const { element } = list;
  const name = hasNodes ? ["edges"] : [];
  if (!("columns" in element)) return { ...list, name };
  const withoutNode = <Part extends Placed>(part: Part) => ({
    ...part,
    name: part.name[0] === "node" ? part.name.slice(1) : part.name,
  });
  return {
    ...list,
    name,
    element: {
      columns: element.columns.filter(({ path }) => path[0] !== cursor).map(withoutNode),
      lists: element.lists.map(withoutNode),
    },
  };
}

function kindOf(type: GraphQLNamedType): CellKind {
  return (type instanceof GraphQLScalarType ? kinds[type.name] : undefined) ?? "text";
}
