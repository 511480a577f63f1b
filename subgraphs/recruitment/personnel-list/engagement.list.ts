import { DeclaredList } from "../../kit/record/declared-list";
import { rowsBy } from "../../kit/record/by-key";
import { holdsOn } from "../../kit/rules/period";
import { SkillCategoryCodeFilter } from "../skill-standard/skill-category-code";
import { Engagement } from "./engagement";

/** All engagements, earliest first. */
export const engagements = new DeclaredList(Engagement, {
  plural: "engagements",
  filters: {
    category: {
      description: "By category of the registration.",
      input: SkillCategoryCodeFilter,
      sql: "(SELECT r.category_code FROM registration r WHERE r.id = t.registration_id)",
      type: "text",
    },
  },
  order: ["FROM"],
  ordered: "by first day, earliest first",
  asOf: (day) => `t.valid @> ${day} AND t.cancelled_on IS NULL`,
  known: { table: "engagement" },
});

const earliestFirst = { from: "ASC", id: "ASC" } as const;

/** The engagements of persons, earliest first, by person: those in force on a day, or with `asOf: null` all. */
export const engagementsByApplicantId = rowsBy<Engagement, { readonly asOf: string | null }>(
  "engagementsByApplicantId",
  Engagement,
  "applicantId",
  {
    order: earliestFirst,
    only: (one, { asOf }) => asOf === null || (one.cancelledOn === null && holdsOn(asOf, one)),
  },
);

/** The engagements that came of registrations, earliest first, by registration. */
export const engagementsByRegistrationId = rowsBy(
  "engagementsByRegistrationId",
  Engagement,
  "registrationId",
  { order: earliestFirst },
);
