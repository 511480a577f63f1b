import { ArgsType } from "type-graphql";
import { connectionType } from "../../kit/connection/connection-type";
import { List } from "../../kit/connection/list";
import { OrderDirection } from "../../kit/connection/ordering";
import { PageArguments } from "../../kit/connection/page";
import { TrainingParticipation } from "./training-participation";

/** A page of participations. */
export const TrainingParticipationConnection = connectionType(
  TrainingParticipation,
  "TrainingParticipation",
);

/** The arguments of a list of participations. */
@ArgsType()
export class TrainingParticipationArguments extends PageArguments {}

/** All participations that stand, in the order of the first days of their editions. */
export const trainingParticipations = new List({
  name: "TrainingParticipation",
  entity: TrainingParticipation,
  filters: {},
  orderings: {
    STARTS_ON: {
      sql: "(SELECT e.starts_on FROM training_edition e WHERE e.id = t.edition_id)",
      type: "date",
    },
  },
  defaultOrder: [{ by: "STARTS_ON", direction: OrderDirection.ASC }],
  unique: { sql: "t.id", type: "text" },
});

/** The participations of each country. */
export const participationsByCountryCode = trainingParticipations.ofParent({
  name: "byCountryCode",
  keyType: "text",
  condition: (key) => `t.country_code = ${key} AND t.persons > 0`,
});
