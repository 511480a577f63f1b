import { coerceInputValue } from "graphql";
import { ApiError, shown } from "../../subgraphs/kit/errors";
import { languageParameter } from "../operations/language-parameter";
import type { OperationParameter } from "../operations/operation-parameters";
import type { Parameters } from "./parameters-of";

/** What the parameters of an address say. */
export interface ReadParameters {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly language: "en" | "ja" | undefined;
}

/**
 * Reads the parameters of an address as the variables of its operation. Each is given once; several values of one have
 * commas between them. One that is empty counts as left out, as forms send every field.
 *
 * @throws ApiError INVALID_PARAMETER for one that there is not, is there twice, is missing or does not fit
 */
export function readParameters(given: URLSearchParams, parameters: Parameters): ReadParameters {
  const texts = new Map<string, string>();
  for (const [name, text] of given) {
    if (name !== languageParameter && !parameters.has(name)) {
      const known = [...parameters.keys(), languageParameter].join(", ");
      throw invalid(`Expected parameters of ${known}, received ${shown(name)}.`);
    }
    if (texts.has(name)) {
      throw invalid(
        `Expected the parameter ${name} once, received it again. Values of a list have commas between them.`,
      );
    }
    texts.set(name, text);
  }
  const textOf = (name: string) => {
    const text = texts.get(name);
    return text === "" ? undefined : text;
  };
  const variables = [...parameters.values()].flatMap((parameter) => {
    const text = textOf(parameter.name);
    if (text !== undefined) return [[parameter.name, valueOf(parameter, text)] as const];
    if (!parameter.isRequired) return [];
    throw invalid(`Expected the parameter ${parameter.name}, received none.`);
  });
  return {
    variables: Object.fromEntries(variables),
    language: languageOf(textOf(languageParameter)),
  };
}

function languageOf(text: string | undefined): ReadParameters["language"] {
  if (text === undefined || text === "en" || text === "ja") return text;
  throw invalid(`Expected the parameter language to be en or ja, received ${shown(text)}.`);
}

function valueOf(parameter: OperationParameter, text: string): unknown {
  const { type, isList } = parameter;
  const value = isList
    ? text.split(",").map((one) => singleValue(parameter, one))
    : singleValue(parameter, text);
  coerceInputValue(value, type, (_path, _invalid, error) => {
    throw invalid(`In the parameter ${parameter.name}: ${sentence(error.message)}`);
  });
  return value;
}

const integer = /^-?\d{1,15}$/;
const decimal = /^-?\d{1,15}(\.\d{1,15})?$/;

/** One value, as JSON has it. */
function singleValue({ name, item, values, isList }: OperationParameter, text: string): unknown {
  const refuse = (expected: string) =>
    invalid(
      `Expected the parameter ${name} to be ${expected}${isList ? ", or several with commas between them" : ""}, received ${text === "" ? "nothing" : shown(text)}.`,
    );
  if (values) {
    if (values.includes(text)) return text;
    throw refuse(`one of ${values.join(", ")}`);
  }
  switch (item.name) {
    case "Int":
      if (integer.test(text)) return Number(text);
      throw refuse("a whole number");
    case "Float":
      if (decimal.test(text)) return Number(text);
      throw refuse("a number");
    case "Boolean":
      if (text === "true" || text === "false") return text === "true";
      throw refuse("true or false");
    default:
      if (text !== "") return text;
      throw refuse(`a value of the type ${item.name}`);
  }
}

function sentence(message: string): string {
  return message.endsWith(".") ? message : `${message}.`;
}

function invalid(message: string): ApiError {
  return new ApiError("INVALID_PARAMETER", message, 400);
}
