import { DeclaredList } from "../../kit/record/declared-list";
import { programCodes } from "../program/fellowship-program";
import { Fellow } from "./fellow";

/** The fellows of all programs. */
export const fellows = new DeclaredList(Fellow, {
  plural: "fellows",
  filters: {
    program: {
      description: "By the program's code.",
      sql: "(SELECT c.program_code FROM cohort c WHERE c.id = t.cohort_id)",
      type: "text",
      codes: programCodes,
    },
  },
  order: ["FELLOW_NUMBER"],
  ordered: "by number",
  known: { table: "fellow" },
});
