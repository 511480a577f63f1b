import { DeclaredList } from "../../kit/record/declared-list";
import { Invitation } from "./invitation";

/** All invitations, earliest first. */
export const invitations = new DeclaredList(Invitation, {
  plural: "invitations",
  order: ["FISCAL_YEAR"],
  ordered: "earliest fiscal year first",
  known: { table: "invitation" },
});
