import { Entity, PrimaryColumn } from "typeorm";
import type { SkillCategoryCode } from "../skill-standard/skill-category-code";

/** A category that a recorded solicitation asks for. */
@Entity("solicitation_category")
export class SolicitationCategory {
  @PrimaryColumn("integer", { name: "fiscal_year" })
  fiscalYear: number;

  @PrimaryColumn("text", { name: "category_code" })
  categoryCode: SkillCategoryCode;
}
