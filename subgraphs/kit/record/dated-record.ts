import { ObjectType } from "type-graphql";
import { StoredRecord } from "../mutation/stored-record";
import { day } from "./fields";

/** A record that holds for a time: `[from, to)`. */
@ObjectType()
export abstract class DatedRecord extends StoredRecord {
  @day("The first day on which it holds.", {
    column: "from_date",
    filter: "By first day.",
    order: "By first day.",
  })
  from: string;

  @day("The first day on which it no longer holds; null where that is open.", {
    column: "to_date",
    nullable: true,
    filter: "By the first day on which they no longer hold.",
    order: "By the first day on which they no longer hold; open counts as latest.",
  })
  to: string | null;
}
