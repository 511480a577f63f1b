import { registerEnumType } from "type-graphql";

/** The members of a code list, each its own value, as `Codes<"A" | "B">`. */
export type Codes<Member extends string> = { readonly [Code in Member]: Code };

/** One code of a list made by {@link codes}. */
export type CodeOf<List> = List[keyof List];

/** What a code means; with `deprecated`, why it is no longer used and what is used instead. */
export type Meaning = string | { readonly means: string; readonly deprecated: string };

/**
 * Makes a code list and its GraphQL enum from one map.
 *
 * @param name - of the enum
 * @param description - of the enum
 * @param members - code → what it means
 */
export function codes<Member extends string>(
  name: string,
  description: string,
  members: Readonly<Record<Member, Meaning>>,
): Codes<Member> {
  const list = Object.fromEntries(
    Object.keys(members).map((code) => [code, code]),
  ) as Codes<Member>;
  const valuesConfig = Object.fromEntries(
    Object.entries<Meaning>(members).map(([code, meaning]) => [
      code,
      typeof meaning === "string"
        ? { description: meaning }
        : { description: meaning.means, deprecationReason: meaning.deprecated },
    ]),
  );
  registerEnumType(list, { name, description, valuesConfig: valuesConfig as never });
  return list;
}
