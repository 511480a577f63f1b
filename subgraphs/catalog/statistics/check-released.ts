import { ApiError } from "../../kit/errors";
import { quarterEnds } from "../../kit/release/reference-periods";
import { isReleasedTable, releasedDimensions } from "../../kit/release/release-plan";
import { enumName } from "../../kit/statistics/dimension-names";
import {
  filteredBy,
  protectedDimensions,
  type StatisticsRequest,
} from "../../kit/statistics/statistics-request";
import { checkAsked } from "./check-statistics";

/**
 * Refuses a request of the public that no release answers, before anything is read.
 *
 * @param isLast - whether the last reference day is asked for, and not the period in the request
 * @throws ApiError as {@link checkAsked} does, or NOT_RELEASED naming the released tables or the reference days
 */
export function checkReleased(
  measureName: string,
  request: StatisticsRequest,
  open: readonly string[],
  isLast: boolean,
): void {
  checkAsked(measureName, request, open);
  const { measure, groupBy, filter } = request;
  const asked = [...new Set([...groupBy, ...filteredBy(filter)])];
  if (!isReleasedTable(measure, protectedDimensions(measure, asked))) {
    const tables = releasedDimensions(measure).map(tableText);
    throw new ApiError(
      "NOT_RELEASED",
      tables.length === 0
        ? `Expected a measure that is released to the public, received ${measureName}.`
        : `Expected a table of ${measureName} that is released to the public: ${tables.join(", ")}; received it ${tableText(asked)}.`,
    );
  }
  if (!isLast) checkDays(measureName, request, asked);
}

/** A released table by what it is grouped or filtered by. */
function tableText(dimensions: readonly string[]): string {
  return dimensions.length === 0 ? "in total" : `by ${dimensions.map(enumName).join(" and ")}`;
}

function checkDays(
  measureName: string,
  { measure, periods }: StatisticsRequest,
  asked: readonly string[],
): void {
  const [period] = periods;
  if (period?.fiscalYear !== null) return;
  const { to } = period;
  if (measure.time.kind === "FLOW") {
    throw new ApiError(
      "NOT_RELEASED",
      `Expected fiscalYears for ${measureName}, which is released to the public by fiscal years that are over; received everything up to ${to}.`,
    );
  }
  if (to.endsWith("-03-31")) return;
  const { days = [], quarterEnds: isQuarterly = false } = measure.released ?? {};
  const isTotal = asked.length === 0;
  const isQuarter = isQuarterly && quarterEnds.some((end) => to.endsWith(end));
  if (isTotal && (days.includes(to) || isQuarter)) return;
  const others = isTotal ? [...(isQuarterly ? ["the end of each quarter"] : []), ...days] : [];
  throw new ApiError(
    "NOT_RELEASED",
    `Expected a reference day: ${measureName} ${tableText(asked)} is released to the public as of ${["each 31 March", ...others].join(", ")}; received ${to}.`,
  );
}
