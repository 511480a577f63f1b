import { type ClassType, Field, Int, ObjectType } from "type-graphql";
import { DateScalar } from "../../kit/graphql/scalars";
import { longestCheck } from "../../kit/release/check/release-check";
import { FiscalYear } from "../fiscal-year/fiscal-year";
import { StatisticsRelease } from "../statistics/statistics-release";
import { FindingKind, NumberKind } from "./release-check-kinds";

/** A key of a group. */
export interface CheckedKey {
  dimension: string;
  value: string | null;
}

/** A number that a check speaks of. */
export interface CheckedNumber {
  kind: NumberKind;
  measure: string;
  after: string | null;
  asOf: string | null;
  fiscalYear: FiscalYear | null;
  keys: CheckedKey[];
  dimension: string | null;
  tables: number[];
}

/** A number that would be known too well. */
export interface ReleaseFinding {
  kind: FindingKind;
  number: CheckedNumber;
  lower: number;
  upper: number | null;
}

/** What a check of tables says, as type-graphql serves it. */
export interface ReleaseCheckAnswer {
  release: StatisticsRelease;
  threshold: number;
  width: number;
  decided: boolean;
  safe: boolean;
  findingCount: number;
  findings: ReleaseFinding[];
  hide: CheckedNumber[] | null;
  fewest: boolean;
}

/** The most findings that an answer lists. */
export const mostFindings = 500;

/**
 * Makes the types of what a check says, as `DispatchReleaseCheck`.
 *
 * @param type - begins their names, as `Dispatch`
 * @param measures - the enum of the area's measures
 * @param dimensions - the enum of its dimensions
 */
export function releaseCheckType(
  type: string,
  measures: object,
  dimensions: object,
): ClassType<ReleaseCheckAnswer> {
  @ObjectType(`${type}CheckedKey`, { description: "What a group has in one dimension." })
  class Key implements CheckedKey {
    @Field(() => dimensions, { description: "The dimension." })
    dimension: string;

    @Field(() => String, {
      nullable: true,
      description: "The code of its value; null where it is unknown.",
    })
    value: string | null;
  }

  @ObjectType(`${type}CheckedNumber`, { description: "A number that a check speaks of." })
  class Number implements CheckedNumber {
    @Field(() => NumberKind, { description: "What it is of." })
    kind: NumberKind;

    @Field(() => measures, { description: "What is counted." })
    measure: string;

    @Field(() => DateScalar, {
      nullable: true,
      description: "Of a flow between two days: what happened after this one.",
    })
    after: string | null;

    @Field(() => DateScalar, {
      nullable: true,
      description: "The day of a stock; of a flow between two days, the last one.",
    })
    asOf: string | null;

    @Field(() => FiscalYear, { nullable: true, description: "The fiscal year of a flow." })
    fiscalYear: FiscalYear | null;

    @Field(() => [Key], {
      description: "The group: what it has no key of is summed over.",
    })
    keys: CheckedKey[];

    @Field(() => dimensions, {
      nullable: true,
      description: "The dimension that `kind` speaks of; null for a group.",
    })
    dimension: string | null;

    @Field(() => [Int], {
      description: "The tables that have a row for it, by their places from 0.",
    })
    tables: number[];
  }

  @ObjectType(`${type}ReleaseFinding`, { description: "A number that would be known too well." })
  class Finding implements ReleaseFinding {
    @Field(() => FindingKind, { description: "In what way." })
    kind: FindingKind;

    @Field(() => Number, { description: "The number." })
    number: CheckedNumber;

    @Field(() => Int, { description: "Anybody could compute that it is at least this." })
    lower: number;

    @Field(() => Int, {
      nullable: true,
      description: "Anybody could compute that it is at most this; null if nothing bounds it.",
    })
    upper: number | null;
  }

  @ObjectType(`${type}ReleaseCheck`, {
    description:
      "What anybody could compute if tables were published beside the last release, and what to hide of them.",
  })
  class ReleaseCheck implements ReleaseCheckAnswer {
    @Field(() => StatisticsRelease, { description: "The release that they were checked against." })
    release: StatisticsRelease;

    @Field(() => Int, { description: "The fewest persons that a number may be about." })
    threshold: number;

    @Field(() => Int, {
      description:
        "The least distance between the least and the greatest value that a hidden number could have.",
    })
    width: number;

    @Field(() => Boolean, {
      description: `False if there was no time to look at everything (${longestCheck} seconds, with the wait for other checks): then \`safe\` is false, numbers that are not among \`findings\` may be known too well too, and nothing is said of what to hide. Check fewer tables at once.`,
    })
    decided: boolean;

    @Field(() => Boolean, {
      description:
        "True if it is proven that no number that is looked at would be known too well. That nobody is somewhere because no group, as an agency, is there, is taken from what tables say, not from what can be computed of hidden numbers of groups. Numbers that nothing shows may be known to be 0 or 1: it cannot be told which of them are small. What the tables tell about others, together with what else somebody knows, nobody checks.",
    })
    safe: boolean;

    @Field(() => Int, { description: "How many numbers would be known too well." })
    findingCount: number;

    @Field(() => [Finding], {
      description: `The numbers that would be known too well, at most ${mostFindings} of them.`,
    })
    findings: ReleaseFinding[];

    @Field(() => [Number], {
      nullable: true,
      description:
        "Numbers of the tables to hide, wherever they stand, so that none is known too well, neither those that are hidden in addition. One that is hidden already: without its bounds. Of a group without a row: it needs one, hidden. Null if no choice of numbers suffices, as it says too much that a table is `complete`, or if none was found in time (`fewest` is false then).",
    })
    hide: CheckedNumber[] | null;

    @Field(() => Boolean, {
      description:
        "True if it is proven that no fewer numbers suffice, or that none do. Of very many numbers, few are found, and there may be fewer.",
    })
    fewest: boolean;
  }
  return ReleaseCheck;
}
