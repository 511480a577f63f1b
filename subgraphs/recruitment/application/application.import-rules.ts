import { today } from "../../kit/clock";
import { DateTimeScalar } from "../../kit/graphql/scalars";
import type { ApplicationValues } from "./application.rules";
import { ApplicationStage } from "./application-stage";

/** What is recorded of an application that a row is about. */
export interface RecordedApplication extends ApplicationValues {
  readonly stage: ApplicationStage;
  /** Whether an evaluator judged it in any category. */
  readonly isJudged: boolean;
}

/** A value that a row is not permitted to change, and what is on record. */
export interface FixedValue {
  readonly column: "categories" | "received_at";
  readonly expected: string;
}

/**
 * What an application was received with can be put right until it is judged, decided or withdrawn. Its day stays even
 * so: it is the day of its first stage, and stages are never changed.
 */
export function fixedValues(given: ApplicationValues, recorded: RecordedApplication): FixedValue[] {
  const fate = fateOf(recorded);
  const fixed: FixedValue[] = [];
  if (fate !== undefined && !hasSameCategories(given, recorded)) {
    fixed.push({ column: "categories", expected: `${recorded.categories.join(";")}: ${fate}` });
  }
  const instant = DateTimeScalar.serialize(recorded.receivedAt);
  const day = today(recorded.receivedAt);
  if (fate !== undefined && +given.receivedAt !== +recorded.receivedAt) {
    fixed.push({ column: "received_at", expected: `${instant}: ${fate}` });
  } else if (today(given.receivedAt) !== day) {
    const expected = `an instant of ${day}, the recorded day of its first stage`;
    fixed.push({ column: "received_at", expected });
  }
  return fixed;
}

/** What has become of an application, so that what it was received with is fixed. */
function fateOf({ stage, isJudged }: RecordedApplication): string | undefined {
  if (stage === ApplicationStage.WITHDRAWN) return "the application has been withdrawn";
  const isOpen = stage === ApplicationStage.SUBMITTED || stage === ApplicationStage.EVALUATED;
  if (!isOpen) return "the application has been decided";
  return isJudged || stage === ApplicationStage.EVALUATED
    ? "the application has been judged"
    : undefined;
}

/** Whether two name the same categories, in any order. */
export function hasSameCategories(
  one: Pick<ApplicationValues, "categories">,
  other: Pick<ApplicationValues, "categories">,
): boolean {
  return [...one.categories].sort().join() === [...other.categories].sort().join();
}
