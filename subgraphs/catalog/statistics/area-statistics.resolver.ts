import type { GraphQLResolveInfo } from "graphql";
import {
  Arg,
  Args,
  ArgsType,
  type ClassType,
  Ctx,
  Field,
  FieldResolver,
  Info,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import type { FilterInput } from "../../kit/filter/compile-filter";
import type { RequestContext } from "../../kit/request/request-context";
import { Language } from "../../kit/language";
import { textIn } from "../text/text-in";
import { unitIn } from "../text/unit-names";
import { answerStatistics } from "./answer-statistics";
import { StatisticsDimension } from "./statistics-dimension";
import { StatisticsArguments } from "./statistics-inputs";
import type { StatisticsRow } from "./statistics-row";
import { type AreaStatistics, statisticsType } from "./statistics-types";

/** What makes the statistics of one area different from those of another. */
export interface AreaStatisticsParts<Row extends StatisticsRow> {
  /** The first part of the field's name, as `dispatch`. */
  readonly area: string;
  readonly description: string;
  /** The enums of its measures and dimensions. */
  readonly measures: object;
  readonly dimensions: object;
  readonly filter: ClassType;
  readonly row: ClassType<Row>;
  /** What is said of its measures, by their names. */
  readonly words: Readonly<Record<string, MeasureWords>>;
}

/** What is said of a measure; texts.csv has it in Japanese. */
export interface MeasureWords {
  readonly name: string;
  readonly definition: string;
  readonly unit: string;
  readonly dimensions: readonly { readonly code: string; readonly name: string }[];
}

/** Makes the resolvers of the field `<area>Statistics`, with its type `<Area>Statistics`. */
export function areaStatisticsResolver<Row extends StatisticsRow>({
  area,
  description,
  measures,
  dimensions,
  filter: filterClass,
  row,
  words,
}: AreaStatisticsParts<Row>) {
  const name = `${area}Statistics`;
  const Statistics = statisticsType(
    `${area[0]?.toUpperCase() ?? ""}${name.slice(1)}`,
    row,
    measures,
  );

  @ArgsType()
  class AreaStatisticsArguments extends StatisticsArguments {
    @Field(() => measures, { description: "What to count." })
    measure: string;

    @Field(() => [dimensions], {
      defaultValue: [],
      description: "What to group by. Default: nothing.",
    })
    groupBy: string[];

    @Field(() => filterClass, {
      nullable: true,
      description:
        "Which of them to count. Default: all. A filter without any condition is refused, and so is an unknown code.",
    })
    filter?: FilterInput | null;
  }

  @Resolver()
  class AreaStatisticsResolver {
    @Query(() => Statistics, { name, nullable: true, description })
    statistics(
      @Args(() => AreaStatisticsArguments) args: AreaStatisticsArguments,
      @Ctx() context: RequestContext,
      @Info() info: GraphQLResolveInfo,
    ): Promise<Partial<AreaStatistics<Row>>> {
      return answerStatistics(name, row, args, context, info);
    }
  }
  const said = new Map(
    Object.entries(words).map(([measure, { dimensions: by, ...all }]) => [
      measure,
      { ...all, dimensions: by.map((one) => new StatisticsDimension(one.code, one.name)) },
    ]),
  );
  const wordsOf = ({ measure }: Pick<AreaStatistics<Row>, "measure">) => {
    const found = said.get(measure);
    if (!found) throw new Error(`nothing is said of the measure ${measure}`);
    return found;
  };

  @Resolver(() => Statistics)
  class StatisticsWordsResolver {
    @FieldResolver(() => String, { description: "The name of the measure, as a heading." })
    name(
      @Root() statistics: AreaStatistics<Row>,
      @Arg("language", () => Language, { nullable: true, description: "Default: Accept-Language." })
      language: Language | null | undefined,
      @Ctx() context: RequestContext,
    ): string {
      return textIn(language ?? context.language, wordsOf(statistics).name);
    }

    @FieldResolver(() => String, { description: "Who or what is counted, and when." })
    definition(
      @Root() statistics: AreaStatistics<Row>,
      @Arg("language", () => Language, { nullable: true, description: "Default: Accept-Language." })
      language: Language | null | undefined,
      @Ctx() context: RequestContext,
    ): string {
      return textIn(language ?? context.language, wordsOf(statistics).definition);
    }

    @FieldResolver(() => String, { description: "The name of `unit`." })
    unitName(
      @Root() statistics: AreaStatistics<Row>,
      @Arg("language", () => Language, { nullable: true, description: "Default: Accept-Language." })
      language: Language | null | undefined,
      @Ctx() context: RequestContext,
    ): string {
      return unitIn(language ?? context.language, wordsOf(statistics).unit);
    }

    @FieldResolver(() => [StatisticsDimension], {
      description: "What the measure can be grouped by, with names as headings.",
    })
    dimensions(@Root() statistics: AreaStatistics<Row>): readonly StatisticsDimension[] {
      return wordsOf(statistics).dimensions;
    }
  }
  return [AreaStatisticsResolver, StatisticsWordsResolver] as const;
}
