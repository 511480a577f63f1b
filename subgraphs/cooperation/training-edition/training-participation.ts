import { country } from "../../catalog/record/fields";
import { StoredRecord } from "../../kit/mutation/stored-record";
import { record, reference, whole } from "../../kit/record/fields";
import { TrainingEdition } from "./training-edition";

/** How many officials of a country took part in an edition of a course. */
@record(
  "training_participation",
  "How many officials of a country took part in an edition of a course.",
)
export class TrainingParticipation extends StoredRecord {
  @reference(() => TrainingEdition, "The edition.")
  editionId: string;

  @country("The country they came from.", { filter: "By code of the country." })
  countryCode: string;

  @whole("How many persons; 0 only in the answer that takes the country off the list.", {
    filter: "By how many persons.",
  })
  persons: number;
}
