import { Arg, Ctx, type ClassType, Query, Resolver } from "type-graphql";
import type { RequestContext } from "../../kit/request/request-context";
import type { AreaMeasures } from "../../kit/statistics/measure";
import { upperFirst } from "../../kit/name-form";
import { answerReleaseCheck } from "./answer-release-check";
import { mostRows, mostTables } from "./check-tables-to-publish";
import { type KeyField, tableToPublishType, type TableToPublish } from "./release-check-inputs";
import { type ReleaseCheckAnswer, releaseCheckType } from "./release-check-types";

/** What makes the check of one area's tables different from those of another. */
export interface ReleaseCheckParts {
  /** The first part of the field's name, as `dispatch`. */
  readonly area: string;
  /** The enums of its measures and dimensions. */
  readonly enums: { readonly measures: object; readonly dimensions: object };
  readonly keys: readonly KeyField[];
  readonly measures: Pick<AreaMeasures, "measures">;
}

/** Makes the resolver of the field `<area>ReleaseCheck`, with its types. */
export function releaseCheckResolver({ area, enums, keys, measures }: ReleaseCheckParts) {
  const name = `${area}ReleaseCheck`;
  const type = upperFirst(area);
  const Table: ClassType<TableToPublish> = tableToPublishType(
    type,
    enums.measures,
    enums.dimensions,
    keys,
  );
  const ReleaseCheck = releaseCheckType(type, enums.measures, enums.dimensions);

  @Resolver()
  class ReleaseCheckResolver {
    @Query(() => ReleaseCheck, {
      name,
      nullable: true,
      description:
        "Says of statistics that are to be published what anybody could compute of small groups from them and from the last release together, and which fewest of their numbers to hide. It reads the release and the tables given alone, never what was counted.",
    })
    check(
      @Arg("tables", () => [Table], {
        description: `The tables that are to be published, at most ${mostTables} with ${mostRows.toLocaleString("en")} rows together: all at once, as they can be put together. Rows, counts and intervals are as statistics give them.`,
      })
      tables: TableToPublish[],
      @Ctx() context: RequestContext,
    ): Promise<ReleaseCheckAnswer> {
      return answerReleaseCheck(name, measures, tables, context);
    }
  }
  return ReleaseCheckResolver;
}
