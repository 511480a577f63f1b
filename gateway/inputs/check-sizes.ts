import { ApiError, shortened } from "../../subgraphs/kit/errors";
import {
  mostCharacters,
  mostCharactersTogether,
  mostElements,
  mostNesting,
  mostValues,
} from "./input-limits";

/** How much of a place is shown: its names are the caller's and can be very long. */
const mostShown = 200;

const root = "variables";

/**
 * Refuses variables that are larger than any input of the graph needs. Each is coerced, hashed, sent again for every
 * fetch that uses it, and kept where the request is recorded; each level of nesting costs one level of recursion. Stops
 * at the first that is too large, used or not.
 *
 * @throws ApiError BAD_USER_INPUT, naming the place
 */
export function checkSizes(variables: Readonly<Record<string, unknown>>): void {
  let values = 0;
  let characters = 0;
  const countText = (what: "text" | "name", { length }: string, place: string) => {
    if (length > mostCharacters) {
      throw tooLarge(
        `Expected a ${what} of at most ${mostCharacters} characters in ${shownPlace(place)}, received one of ${length}.`,
      );
    }
    characters += length;
    if (characters > mostCharactersTogether) {
      throw tooLarge(
        `Expected texts of at most ${mostCharactersTogether} characters in all variables together, received more, up to ${shownPlace(place)}.`,
      );
    }
  };
  const check = (value: unknown, place: string, depth: number): void => {
    values += 1;
    if (values > mostValues) {
      throw tooLarge(
        `Expected at most ${mostValues} values in all variables together, received more, up to ${shownPlace(place)}.`,
      );
    }
    if (typeof value === "string") countText("text", value, place);
    if (typeof value !== "object" || value === null) return;
    if (depth > mostNesting) {
      throw tooLarge(
        `Expected variables nested at most ${mostNesting} deep, received deeper ones.`,
      );
    }
    if (Array.isArray(value)) checkList(value, place, depth);
    else checkFields(value, place, depth);
  };
  const checkList = (list: readonly unknown[], place: string, depth: number) => {
    if (list.length > mostElements) {
      throw tooLarge(
        `Expected at most ${mostElements} elements in ${shownPlace(place)}, received ${list.length}.`,
      );
    }
    list.forEach((element, index) => {
      check(element, `${place}[${index}]`, depth + 1);
    });
  };
  const checkFields = (fields: object, place: string, depth: number) => {
    for (const [name, value] of Object.entries(fields)) {
      countText("name", name, place);
      check(value, place === root ? `$${name}` : `${place}.${name}`, depth + 1);
    }
  };
  checkFields(variables, root, 0);
}

function shownPlace(place: string): string {
  return shortened(place, mostShown);
}

function tooLarge(message: string): ApiError {
  return new ApiError("BAD_USER_INPUT", message);
}
