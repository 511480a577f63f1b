/** A record as plain values: days as `YYYY-MM-DD`, what is unknown as null. */
export type PlainRecord = Readonly<Record<string, string | number | null>>;

/** What a filter field means, said by hand: of which values, or of which other records. */
export type NaiveField =
  | { readonly values: (record: PlainRecord, day: string) => readonly (string | number | null)[] }
  | {
      readonly records: (record: PlainRecord, day: string) => readonly PlainRecord[];
      readonly isMany: boolean;
      readonly fields: () => NaiveFields;
    };

/** Filter field → what it means. */
export type NaiveFields = Readonly<Record<string, NaiveField>>;

type Filter = Readonly<Record<string, unknown>>;

/**
 * Whether a record meets a filter, decided value by value as the documentation says: everything in one input must hold; a
 * condition on an unknown value does not hold; `not` is the contrary of what holds.
 */
export function meets(
  record: PlainRecord,
  filter: Filter,
  fields: NaiveFields,
  day: string,
): boolean {
  return Object.entries(filter).every(([name, given]) => {
    if (name === "and")
      return (given as Filter[]).every((each) => meets(record, each, fields, day));
    if (name === "or") return (given as Filter[]).some((each) => meets(record, each, fields, day));
    if (name === "not") return !meets(record, given as Filter, fields, day);
    const field = fields[name];
    if (!field) throw new Error(`nobody says what ${name} means`);
    if ("values" in field) {
      const values = field.values(record, day);
      return Object.entries(given as Filter).every(([operator, operand]) =>
        operator === "isNull"
          ? values.every((value) => value === null) === operand
          : values.some((value) => value !== null && compares(value, operator, operand)),
      );
    }
    const related = field.records(record, day);
    const meetsAlso = (inner: unknown) => (one: PlainRecord) =>
      meets(one, inner as Filter, field.fields(), day);
    if (!field.isMany) {
      return Object.keys(given as Filter).length === 0 || related.some(meetsAlso(given));
    }
    return Object.entries(given as Filter).every(([quantifier, inner]) => {
      if (quantifier === "some") return related.some(meetsAlso(inner));
      if (quantifier === "none") return !related.some(meetsAlso(inner));
      return related.every(meetsAlso(inner));
    });
  });
}

function compares(value: string | number, operator: string, operand: unknown): boolean {
  switch (operator) {
    case "eq":
      return value === operand;
    case "in":
      return (operand as unknown[]).includes(value);
    case "gte":
      return value >= (operand as string | number);
    case "lte":
      return value <= (operand as string | number);
    case "contains":
      return String(value).toLowerCase().includes(String(operand).toLowerCase());
    default:
      throw new Error(`nobody says what ${operator} means`);
  }
}
