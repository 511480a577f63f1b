import { agencyCodes } from "../../catalog/agency/agency-codes";
import { DeclaredList } from "../../kit/record/declared-list";
import { rowsBy } from "../../kit/record/by-key";
import { holdsOn } from "../../kit/rules/period";
import { Placement } from "./placement";

const ofFellow = (column: string) => `(SELECT f.${column} FROM fellow f WHERE f.id = t.fellow_id)`;

/** The placements of all fellows. */
export const placements = new DeclaredList(Placement, {
  plural: "placements",
  filters: {
    cohort: {
      description: "By the id of the fellow's cohort.",
      sql: ofFellow("cohort_id"),
      type: "text",
    },
    sendingAgency: {
      description: "By the code of the agency that sent the fellow.",
      sql: ofFellow("sending_agency_code"),
      type: "text",
      codes: agencyCodes,
    },
  },
  order: ["FROM"],
  ordered: "by the first day",
  asOf: (day) => `t.valid @> ${day} AND t.cancelled_on IS NULL`,
  known: { table: "placement" },
});

/** The placement of each fellow on a day, by the fellow's id: one at most. */
export const placementByFellowId = rowsBy<Placement, { readonly asOf: string }>(
  "placementByFellowId",
  Placement,
  "fellowId",
  {
    where: "t.cancelled_on IS NULL",
    order: { from: "ASC" },
    only: (one, { asOf }) => holdsOn(asOf, one),
  },
);
