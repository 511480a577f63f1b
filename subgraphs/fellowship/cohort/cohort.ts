import { RecordedFact } from "../../catalog/facts/recorded-fact";
import { fiscalYear } from "../../catalog/record/fields";
import { hidden, key, partialDate, record, reference, whole } from "../../kit/record/fields";
import { FellowshipProgram } from "../program/fellowship-program";

/** The id of a cohort. It does not depend on the order of loading, so it stays. */
export function cohortId(programCode: string, number: number): string {
  return `${programCode}-${number}`;
}

/** The fellows of a program who set out together: as a source states it, or as the office opened it. */
@record(
  "cohort",
  "The fellows of a program who set out together. What a source states of a cohort is not changed here; fellows can be admitted to it all the same.",
)
export class Cohort extends RecordedFact {
  @key("Program and number, as MIKE_MANSFIELD-28.")
  id: string;

  @reference(() => FellowshipProgram, "The program it belongs to.")
  programCode: string;

  @whole("Its number in the program: 28 is 第28期.", { filter: "By number.", order: "By number." })
  number: number;

  @partialDate(
    "When it began or begins: to the day where the office opened the cohort, else as precise as the source, and the note says with what. Null where not known.",
    { nullable: true },
  )
  startsOn: string | null;

  /** The first day `startsOn` may stand for. */
  @hidden("date", { nullable: true })
  startsEarliest: string | null;

  /** The last day `startsOn` may stand for. */
  @hidden("date", { nullable: true })
  startsLatest: string | null;

  @partialDate(
    "Its last day, of the past or planned: to the day where the office opened the cohort, else as precise as the source. Null where not known.",
    { nullable: true },
  )
  endsOn: string | null;

  /** The last day `endsOn` may stand for. */
  @hidden("date", { nullable: true })
  endsLatest: string | null;

  @fiscalYear(
    "The fiscal year in which it began; null where its start is not known precisely enough to say.",
    { column: "fiscal_year", nullable: true },
  )
  fiscalYearNumber: number | null;

  @whole("How many fellows it has, as published; not counted from records. Null where not known.", {
    nullable: true,
  })
  publishedFellows: number | null;
}
