import { Field, ObjectType } from "type-graphql";
import { Column } from "typeorm";
import { DateScalar } from "../../kit/graphql/scalars";
import { StoredRecord } from "../../kit/mutation/stored-record";

/** A record that holds for a time: `[from, to)`. */
@ObjectType()
export abstract class DatedRecord extends StoredRecord {
  @Column("date", { name: "from_date" })
  @Field(() => DateScalar, { description: "The first day on which it holds." })
  from: string;

  @Column("date", { name: "to_date", nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: "The first day on which it no longer holds; null where that is open.",
  })
  to: string | null;
}

/** Whether a period `[from, to)` has the day. */
export function holdsOn(day: string, { from, to }: Pick<DatedRecord, "from" | "to">): boolean {
  return from <= day && (to === null || day < to);
}

/** Whether two periods have a day in common. */
export function overlap(
  one: Pick<DatedRecord, "from" | "to">,
  other: Pick<DatedRecord, "from" | "to">,
): boolean {
  return (other.to === null || one.from < other.to) && (one.to === null || other.from < one.to);
}
