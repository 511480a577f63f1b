import { DeclaredList } from "../../kit/record/declared-list";
import { Organization } from "./organization";

/** All organizations. */
export const organizations = new DeclaredList(Organization, {
  plural: "organizations",
  orderings: {
    NAME: {
      description: "By English name, or the Japanese one where there is no English one.",
      sql: "coalesce(t.name_en, t.name_ja)",
      type: "text",
    },
  },
  order: ["CODE"],
  ordered: "by code",
  known: { table: "organization" },
});
