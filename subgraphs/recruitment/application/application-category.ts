import { Entity, PrimaryColumn } from "typeorm";
import type { SkillCategoryCode } from "../skill-standard/skill-category-code";

/** A category that an application is for. */
@Entity("application_category")
export class ApplicationCategory {
  @PrimaryColumn("text", { name: "application_id" })
  applicationId: string;

  @PrimaryColumn("text", { name: "category_code" })
  categoryCode: SkillCategoryCode;
}

/** A category that an application was selected in: one of those it is for. */
@Entity("selected_category")
export class SelectedCategory {
  @PrimaryColumn("text", { name: "application_id" })
  applicationId: string;

  @PrimaryColumn("text", { name: "category_code" })
  categoryCode: SkillCategoryCode;
}
