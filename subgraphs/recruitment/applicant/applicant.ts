import { StoredRecord } from "../../kit/mutation/stored-record";
import { record, text } from "../../kit/record/fields";

/** A person who has applied, or can; the same one over all solicitations. */
@record(
  "applicant",
  "A person who applies to help municipalities with digital transformation; the same one over all solicitations.",
)
export class Applicant extends StoredRecord {
  @text("The number the ministry gave; no two share it.", {
    filter: "By the number the ministry gave.",
    order: "By the number the ministry gave, as text.",
    written: "number",
    identifiesPerson: true,
  })
  applicantNumber: string;

  @text("The name as the person writes it.", {
    filter: "By name.",
    written: "free",
    identifiesPerson: true,
  })
  name: string;

  @text("How the name is read, in kana.", {
    filter: "By reading of the name.",
    order: "By reading of the name, in the order of the characters' codes.",
    written: "free",
    identifiesPerson: true,
  })
  nameKana: string;

  @text("The name in Latin letters, if given.", { nullable: true })
  nameEn: string | null;
}
