import { agencyCodes } from "../../catalog/agency/agency-codes";
import { DeclaredList } from "../../kit/record/declared-list";
import { Official } from "./official";

/** The day of a list that was asked for without one. */
const today = () => "(now() AT TIME ZONE 'Asia/Tokyo')::date";

/** All officials. */
export const officials = new DeclaredList(Official, {
  plural: "officials",
  filters: {
    homeAgency: {
      description:
        "By code of the home agency, as JP-METI: on the day of the list, or where it has none, of the header Graph-As-Of or today.",
      sql: "h.agency_code",
      type: "text",
      codes: agencyCodes,
      among: (condition, day = today) => {
        const on = day();
        return `t.id IN (SELECT h.official_id FROM official_home_agency h
        WHERE ${condition} AND h.from_date <= ${on} AND (h.to_date IS NULL OR h.to_date > ${on}))`;
      },
    },
  },
  order: ["PERSONNEL_NUMBER"],
  ordered: "by personnel number",
  known: { table: "official" },
});
