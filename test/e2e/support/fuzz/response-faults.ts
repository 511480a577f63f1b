import {
  type ExecutionResult,
  getNullableType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isSpecifiedScalarType,
} from "graphql";
import type { ResponseFault } from "./response-fault";
import type { Place } from "./run";
import type { StandInAnswer } from "./stand-in";

/** What is sent. */
export type SentAnswer = { readonly status: number; readonly body: string } | "connection ends";

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** What is sent in the place of an answer. If there is no place for the fault, it is the answer. */
export function faulty(answer: StandInAnswer, fault: ResponseFault | undefined): SentAnswer {
  const result = JSON.parse(JSON.stringify(answer.result)) as ExecutionResult & { data?: Json };
  if (!fault) return sent(result);
  switch (fault.kind) {
    case "connection ends":
      return "connection ends";
    case "status 500":
    case "status 503":
      return { status: fault.kind === "status 500" ? 500 : 503, body: "Something went wrong." };
    case "no JSON":
      return { status: 200, body: `${JSON.stringify(result)}}` };
    case "only errors":
      return sent({ data: null, errors: [{ message: "No." }] });
    default:
      spoil(result, answer.places, fault);
      return sent(result);
  }
}

function sent(body: object): SentAnswer {
  return { status: 200, body: JSON.stringify(body) };
}

function spoil(
  result: ExecutionResult & { data?: Json },
  places: readonly Place[],
  { kind, place }: ResponseFault,
): void {
  const { data } = result;
  const entities = typeof data === "object" && data && "_entities" in data && data["_entities"];
  if (Array.isArray(entities) && kind === "no entity") entities[place % entities.length] = null;
  if (Array.isArray(entities) && kind === "too few entities") entities.pop();
  const fitting = places.filter(
    ({ path, type }) => fits(kind, type) && (valueAt(data ?? null, path) ?? null) !== null,
  );
  const chosen = fitting[place % Math.max(1, fitting.length)];
  if (!chosen) return;
  const { path, type } = chosen;
  const value = valueAt(data ?? null, path);
  const addError = (error: object) => {
    Object.assign(result, { errors: [...(result.errors ?? []), error] });
  };
  switch (kind) {
    case "null where none may be":
      replace(data ?? null, path, null);
      break;
    case "field is missing":
      replace(data ?? null, path, undefined);
      break;
    case "value of another kind":
      replace(data ?? null, path, ofAnotherKind(type));
      break;
    case "type that nobody knows":
      for (const each of [value].flat(3)) {
        if (typeof each === "object" && each && "__typename" in each) each["__typename"] = "Nobody";
      }
      break;
    case "null and an error without a place":
      replace(data ?? null, path, null);
      addError({ message: "No." });
      break;
    case "value and an error at its place":
      addError({ message: "Perhaps.", path });
      break;
    case "value and an error without a place":
      addError({ message: "Perhaps." });
      break;
    default:
  }
}

/** Whether a fault can be at a value of a type. Any value is one of a custom scalar. */
function fits(kind: ResponseFault["kind"], type: Place["type"]): boolean {
  const nullable = getNullableType(type);
  switch (kind) {
    case "null where none may be":
      return isNonNullType(type);
    case "null and an error without a place":
      return !isNonNullType(type);
    case "value of another kind":
      return !isLeafType(nullable) || isEnumType(nullable) || isSpecifiedScalarType(nullable);
    case "type that nobody knows":
      return !isLeafType(nullable);
    case "no entity":
    case "too few entities":
      return false;
    default:
      return true;
  }
}

function ofAnotherKind(type: Place["type"]): Json {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return { no: "list" };
  if (isEnumType(nullable)) return "NO_SUCH_VALUE";
  if (!isLeafType(nullable)) return "no object";
  return { no: "scalar" };
}

function valueAt(data: Json, path: Place["path"]): Json | undefined {
  let value: Json | undefined = data;
  for (const key of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as { [name: string]: Json })[key];
  }
  return value;
}

function replace(data: Json, path: Place["path"], value: Json | undefined): void {
  const parent = valueAt(data, path.slice(0, -1)) as { [name: string]: Json };
  const [name = ""] = path.slice(-1);
  if (value === undefined) Reflect.deleteProperty(parent, name);
  else parent[name] = value;
}
