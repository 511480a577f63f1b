import { z } from "zod";
import { strictObject } from "../../subgraphs/kit/strict-object";

const sentence = z.string().min(1, "expected a text").max(500, "expected at most 500 characters");

/** Says what a parameter of an address is, and how one looks. */
const parameterShape = strictObject({
  name: z.string(),
  en: sentence,
  ja: sentence,
  example: z.string().min(1, "expected a value").max(200, "expected at most 200 characters"),
});

/** What people are told of an operation that everybody can ask at an address. */
export const publicTextShape = strictObject({
  description: strictObject({ en: sentence, ja: sentence }),
  parameters: z.array(parameterShape),
});

/** An address below `/q`, as `dispatch-by-region`. */
export const addressShape = z
  .string()
  .max(60, "expected at most 60 characters")
  .regex(
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    "expected small letters and digits in words joined by -, as dispatch-by-region",
  );

/** What an operation is marked with that everybody can ask at an address. */
export const publicAddressShape = strictObject({
  address: addressShape,
  ...publicTextShape.shape,
});

/** The address of an operation that everybody can ask, and what people are told of it. */
export type PublicAddress = Readonly<z.infer<typeof publicAddressShape>>;
