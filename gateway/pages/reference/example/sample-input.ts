import {
  getNullableType,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isRequiredInputField,
} from "graphql";
import { sampleId } from "./sample-arguments";

const ofScalars: Readonly<Record<string, unknown>> = {
  Boolean: true,
  CountryCode: "JP",
  Date: "2024-04-01",
  DateTime: "2024-04-01T09:00:00+09:00",
  Float: 0.5,
  ID: sampleId,
  Int: 1,
  PartialDate: "2024-04",
};

/** A value of an input type as JSON, with what cannot be left out: it shows the form, and is true of nothing. */
export function sampleInput(given: GraphQLInputType): unknown {
  const type = getNullableType(given);
  if (isListType(type)) return [sampleInput(type.ofType)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (!isInputObjectType(type)) return ofScalars[type.name] ?? "text";
  return Object.fromEntries(
    Object.values(type.getFields())
      .filter(isRequiredInputField)
      .map((field) => [field.name, sampleInput(field.type)]),
  );
}
