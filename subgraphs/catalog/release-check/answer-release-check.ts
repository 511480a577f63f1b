import { ApiError } from "../../kit/errors";
import type { RequestContext } from "../../kit/request/request-context";
import {
  type CheckTask,
  type ContradictoryNumber,
  type GivenTable,
  NumberKind,
  type NumberName,
} from "../../kit/release/check/check-task";
import { checkedMeasures } from "../../kit/release/check/checked-measures";
import { type LastRelease, readLastRelease } from "../../kit/release/last-release";
import { enumName } from "../../kit/statistics/dimension-names";
import type { AreaMeasures } from "../../kit/statistics/measure";
import { findFiscalYear } from "../fiscal-year/fiscal-year-range";
import { givenTables } from "./check-tables-to-publish";
import type { TableToPublish } from "./release-check-inputs";
import { type CheckedNumber, mostFindings, type ReleaseCheckAnswer } from "./release-check-types";
import { groupText, numberText, rangeText } from "./number-text";

/**
 * Answers the check of an area's tables: from the register and the tables alone.
 *
 * @param name - the field's name, for the SQL tag
 * @throws ApiError as {@link givenTables} does, before anything is read; NOT_RELEASED or
 * CONTRADICTORY_NUMBERS; STATISTICS_TOO_LARGE too if more numbers would follow from the tables than can be checked
 */
export async function answerReleaseCheck(
  name: string,
  measures: Pick<AreaMeasures, "measures">,
  tables: readonly TableToPublish[],
  context: RequestContext,
): Promise<ReleaseCheckAnswer> {
  const given = await givenTables(tables, context);
  const checked = checkedMeasures(
    measures,
    given.map(({ measure }) => measure),
  );
  // To read a whole release takes as long as many answers of others.
  await context.statistics.turn();
  const release = await readLastRelease(context.database, name, Object.keys(checked));
  if (!release) throw new ApiError("NOT_RELEASED", "Nothing has been released yet.");
  return checkedAnswer(release, { measures: checked, given }, context);
}

async function checkedAnswer(
  { rule, tables, ...release }: LastRelease,
  asked: Pick<CheckTask, "measures" | "given">,
  context: RequestContext,
): Promise<ReleaseCheckAnswer> {
  const outcome = await context.checkRelease({ rule, released: tables, ...asked });
  if (outcome.outcome === "contradictory") throw contradiction(outcome.at, release.vintage);
  if (outcome.outcome === "tooLarge") throw tooLarge(outcome.numbers, outcome.most);
  const { findings, isDecided, hide, isFewest } = outcome;
  const numberOf = (number: NumberName) => checkedNumber(number, asked.given);
  return {
    release,
    ...rule,
    decided: isDecided,
    safe: isDecided && findings.length === 0,
    findingCount: findings.length,
    findings: findings.slice(0, mostFindings).map(({ kind, number, interval }) => ({
      kind,
      number: numberOf(number),
      lower: interval.lower,
      upper: Number.isFinite(interval.upper) ? interval.upper : null,
    })),
    hide: hide?.map(numberOf) ?? null,
    fewest: isFewest,
  };
}

function tooLarge(numbers: number, most: number): ApiError {
  return new ApiError(
    "STATISTICS_TOO_LARGE",
    `Expected tables that are, with the last release, about at most ${most} numbers, one for each measure, period and group; received ${numbers}. Check tables of fewer groups or periods at once.`,
  );
}

function contradiction(
  { table, row, number, expected, received }: ContradictoryNumber,
  vintage: number,
): ApiError {
  const known = `as release ${vintage} and the rows before have it`;
  const place = `tables[${table}]`;
  return new ApiError(
    "CONTRADICTORY_NUMBERS",
    row === null
      ? `Expected in ${place} a row for every group that is not empty, as it is complete: ${numberText(number)} is ${rangeText(expected)}, ${known}; received none.`
      : `Expected in ${place}.rows[${row}], ${numberText(number)}, ${rangeText(expected)}, ${known}; received ${rangeText(received)}.`,
  );
}

function checkedNumber(
  { kind, measure, period, group, dimension }: NumberName,
  given: readonly GivenTable[],
): CheckedNumber {
  const [after, upTo] = typeof period === "string" ? [null, period] : period;
  const fiscalYear = /^FY(\d+)$/.exec(upTo)?.[1];
  const text = groupText(group);
  return {
    kind,
    measure,
    after,
    asOf: fiscalYear === undefined ? upTo : null,
    fiscalYear: findFiscalYear(fiscalYear === undefined ? null : Number(fiscalYear)),
    keys: group.map(([name, value]) => ({ dimension: enumName(name), value })),
    dimension: dimension === undefined ? null : enumName(dimension),
    tables: [...given.entries()].flatMap(([index, table]) => {
      const isSame =
        kind === NumberKind.GROUP && table.measure === measure && table.period === period;
      return isSame && hasRow(table, text) ? [index] : [];
    }),
  };
}

function hasRow({ dimensions, rows }: GivenTable, text: string): boolean {
  return rows.some(
    ({ keys }) =>
      groupText(
        dimensions.flatMap((name, index) => {
          const key = keys[index];
          return key === undefined ? [] : [[name, key] as const];
        }),
      ) === text,
  );
}
