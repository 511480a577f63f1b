import type { ClassType } from "type-graphql";
import {
  byDefault,
  day,
  flag,
  type InputField,
  inputType,
  nested,
  optional,
  several,
  whole,
} from "../../kit/graphql/input-fields";

/**
 * A row of a table to publish, as it is given: a count, or bounds where it is hidden, and a key for each of its
 * dimensions.
 */
export interface RowToPublish extends Readonly<Record<string, string | number | null | undefined>> {
  readonly count?: number | null;
  readonly lower?: number | null;
  readonly upper?: number | null;
}

/** A table to publish, as it is given. */
export interface TableToPublish {
  readonly measure: string;
  /** Values of the area's enum of dimensions. */
  readonly groupBy: readonly string[];
  readonly asOf?: string | null;
  readonly fiscalYear?: number | null;
  readonly complete: boolean;
  readonly rows: readonly RowToPublish[];
}

/** What a row has besides its keys. */
const partsOfEveryRow = {
  count: optional(
    whole(
      "How many the row shows. Absent if they are hidden; then nothing is shown but bounds, if any are given.",
    ),
  ),
  lower: optional(whole("Where they are hidden, it is said that they are at least this.")),
  upper: optional(whole("Where they are hidden, it is said that they are at most this.")),
};

/** What the row's field of a dimension is. */
export interface KeyField {
  readonly name: string;
  readonly description: string;
  /** The type of the key. */
  readonly key: () => unknown;
}

/**
 * Makes the inputs of tables to publish, as `DispatchTableToPublish`.
 *
 * @param type - begins their names, as `Dispatch`
 * @param measures - the enum of the area's measures
 * @param dimensions - the enum of its dimensions
 * @param keys - the dimensions, as rows have them
 * @throws Error where a dimension has the name of what every row has
 */
export function tableToPublishType(
  type: string,
  measures: object,
  dimensions: object,
  keys: readonly KeyField[],
): ClassType<TableToPublish> {
  const taken = keys.find(({ name }) => Object.hasOwn(partsOfEveryRow, name));
  if (taken) throw new Error(`${type} has a dimension ${taken.name}, which every row has already`);
  const enumOf = (list: object, description: string): InputField<string> => ({
    type: () => list,
    description,
  });
  const row = inputType(
    `${type}RowToPublish`,
    "One row of a table to publish. What it has no key of is summed over: a row without any key is the total. A key that is null stands for those of whom it is not known.",
    {
      ...Object.fromEntries(
        keys.map(({ name, description, key }) => [
          name,
          optional({ type: key, description: `${description} As a code.` }),
        ]),
      ),
      ...partsOfEveryRow,
    },
  );
  return inputType(`${type}TableToPublish`, "A table of statistics that is to be published.", {
    measure: enumOf(measures, "What it counts."),
    groupBy: byDefault(
      several(
        enumOf(
          dimensions,
          "By what: two dimensions at most, and a fine one with the one that it lies within. Default: nothing.",
        ),
      ),
      [],
    ),
    asOf: optional(
      day("The day of a stock. Default: the header Graph-As-Of, else today in Asia/Tokyo."),
    ),
    fiscalYear: optional(
      whole("The fiscal year of a flow, or of a stock at its 31 March. Instead of asOf."),
    ),
    complete: byDefault(
      flag(
        "Whether readers may take it that there is nobody in groups without a row. False if only some groups are published.",
      ),
      true,
    ),
    rows: several(nested(row, "Its rows, totals and other sums among them if they are published.")),
  });
}
