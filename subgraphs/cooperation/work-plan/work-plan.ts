import { DatedRecord } from "../../kit/record/dated-record";
import { record, reference, text } from "../../kit/record/fields";
import { Network, networkCodes } from "../network/network";

/** What a network has agreed to work on for a time. */
@record("work_plan", "What a network has agreed to work on for a time.")
export class WorkPlan extends DatedRecord {
  @reference(() => Network, "The network.", {
    filter: "By code of the network.",
    codes: networkCodes,
  })
  networkCode: string;

  @text("Its title; no two of a network share one.", { filter: "By title.", written: "free" })
  title: string;

  @text("A note on it.", { nullable: true })
  note: string | null;
}
