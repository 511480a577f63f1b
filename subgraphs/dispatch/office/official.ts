import { StoredRecord } from "../../kit/mutation/stored-record";
import { id, record, text } from "../../kit/record/fields";

/** A member of the regular service who is or can be dispatched. */
@record(
  "official",
  "An official of Japan's national government, of the regular service, who has been or can be dispatched.",
)
export class Official extends StoredRecord {
  @id("The number the office knows the official by; only a correction changes it.", {
    filter: "By personnel number.",
    order: "By personnel number.",
    written: "number",
    identifiesPerson: true,
  })
  personnelNumber: string;

  @text("The official's name.", {
    filter: "By name.",
    order: "By name.",
    written: "free",
    identifiesPerson: true,
  })
  name: string;

  @text("The name in kana; null where not known.", {
    nullable: true,
    filter: "By name in kana.",
    written: "free",
    identifiesPerson: true,
  })
  nameKana: string | null;
}
