import { connectionType } from "../../kit/connection/connection-type";
import { List } from "../../kit/connection/list";
import { OrderDirection } from "../../kit/connection/ordering";
import { Solicitation } from "./solicitation";

/** A page of solicitations. */
export const SolicitationConnection = connectionType(Solicitation, "Solicitation");

/** All solicitations, latest first. */
export const solicitations = new List({
  name: "Solicitation",
  entity: Solicitation,
  filters: {},
  orderings: { OPENS_ON: { sql: "t.opens_on", type: "date" } },
  defaultOrder: [{ by: "OPENS_ON", direction: OrderDirection.DESC }],
  unique: { sql: "t.fiscal_year", type: "integer" },
});
