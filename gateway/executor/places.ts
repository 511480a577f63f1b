import { type AnswerObject, isAnswerObject, isInherited, ownProperty } from "./own-property";
import type { PlacePath } from "./plan-steps";

/** A path in an answer, with the indices of lists. */
export type AnswerPath = readonly (string | number)[];

/** Finds the objects at one path of an answer, in its order. Where the answer is `null`, there are none. */
export type FindObjects = (data: AnswerObject) => AnswerObject[];

/** Prepares the search for the objects at a path. */
export function objectsAt(path: PlacePath): FindObjects {
  const visit = visitorOf(path, 0);
  return (data) => {
    const found: AnswerObject[] = [];
    visit(data, found);
    return found;
  };
}

type Visit = (value: unknown, found: AnswerObject[]) => void;

function visitorOf(path: PlacePath, index: number): Visit {
  const name = path[index];
  if (name === undefined) return addObjects;
  const next = visitorOf(path, index + 1);
  if (name === "@") {
    return (value, found) => {
      if (!Array.isArray(value)) return;
      for (const element of value) next(element, found);
    };
  }
  if (isInherited(name)) {
    return (value, found) => {
      if (isAnswerObject(value)) next(ownProperty(value, name), found);
    };
  }
  return (value, found) => {
    if (typeof value === "object" && value !== null) next((value as AnswerObject)[name], found);
  };
}

function addObjects(value: unknown, found: AnswerObject[]): void {
  if (Array.isArray(value)) for (const element of value) addObjects(element, found);
  else if (typeof value === "object" && value !== null) found.push(value as AnswerObject);
}

/** The paths of the objects that {@link objectsAt} finds, in the same order. */
export function pathsAt(data: AnswerObject, path: PlacePath): readonly AnswerPath[] {
  const found: AnswerPath[] = [];
  const visit = (value: unknown, index: number, at: AnswerPath): void => {
    const name = path[index];
    if (name === "@" || (name === undefined && Array.isArray(value))) {
      if (!Array.isArray(value)) return;
      const next = name === undefined ? index : index + 1;
      value.forEach((element, position) => visit(element, next, [...at, position]));
    } else if (isAnswerObject(value)) {
      if (name === undefined) found.push(at);
      else visit(ownProperty(value, name), index + 1, [...at, name]);
    }
  };
  visit(data, 0, []);
  return found;
}
