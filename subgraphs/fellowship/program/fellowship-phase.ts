import { Field } from "type-graphql";
import { PrimaryColumn } from "typeorm";
import { SourcedFact } from "../../catalog/facts/sourced-fact";
import { translatedText } from "../../catalog/text/translated-text";
import { type CodeOf, codes } from "../../kit/codes";
import { record, text, whole } from "../../kit/record/fields";

/** The parts of a fellowship. */
export const FellowshipPhaseCode = codes("FellowshipPhaseCode", "The parts of a fellowship.", {
  PRE_DEPARTURE: "Language and area studies at home, before the year abroad.",
  HOMESTAY_LANGUAGE: "Language course with homestay in the host country.",
  PLACEMENT: "Work in ministries, Diet members' offices and companies of the host country.",
  RETURN_SERVICE: "Duty to go on serving one's own government afterwards.",
});
/** A code of {@link FellowshipPhaseCode}. */
export type FellowshipPhaseCode = CodeOf<typeof FellowshipPhaseCode>;

/** A part of a fellowship, as the program is described today. */
@record(
  "fellowship_phase",
  "A part of a fellowship, as its source describes it; earlier cohorts may have differed.",
)
export class FellowshipPhase extends SourcedFact {
  @PrimaryColumn("text", { name: "program_code" })
  programCode: string;

  @PrimaryColumn("text")
  @Field(() => FellowshipPhaseCode, { description: "Its code (ours)." })
  code: FellowshipPhaseCode;

  @whole("Its place among the parts of the program, from 1.")
  position: number;

  @translatedText("Where it takes place.")
  place: string;

  @text("How long it lasts, as an ISO 8601 duration such as P7W or P10M; null where not known.", {
    nullable: true,
  })
  duration: string | null;
}
