import { agencyCodes } from "../../catalog/agency/agency-codes";
import { DeclaredList } from "../../kit/connection/declared-list";
import { Official } from "./official";

/** Today at the moment of the statement, whatever day is in force: a filter does not know the request's days. */
const today = "(now() AT TIME ZONE 'Asia/Tokyo')::date";

/** All officials. */
export const officials = new DeclaredList(Official, {
  plural: "officials",
  filters: {
    homeAgency: {
      description: "By code of today's home agency, as JP-METI.",
      sql: "h.agency_code",
      type: "text",
      codes: agencyCodes,
      among: (condition) => `t.id IN (SELECT h.official_id FROM official_home_agency h
        WHERE ${condition} AND h.from_date <= ${today}
          AND (h.to_date IS NULL OR h.to_date > ${today}))`,
    },
  },
  order: ["PERSONNEL_NUMBER"],
  ordered: "by personnel number",
});
