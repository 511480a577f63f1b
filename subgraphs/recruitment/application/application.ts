import { Field } from "type-graphql";
import { Entity } from "typeorm";
import { StoredRecord } from "../../kit/mutation/stored-record";
import {
  code,
  day,
  hidden,
  instant,
  record,
  reference,
  text,
  whole,
} from "../../kit/record/fields";
import { Applicant } from "../applicant/applicant";
import type { SkillCategoryCode } from "../skill-standard/skill-category-code";
import { ApplicationStage } from "./application-stage";

/**
 * An application of a person to a solicitation; one each. A withdrawn one counts: the window is short, and the
 * application was received.
 */
@record(
  "application",
  "A person's application to a solicitation. A person has only one for each solicitation, even if it was withdrawn.",
)
export class Application extends StoredRecord {
  @reference(() => Applicant, "Who applied.")
  applicantId: string;

  @hidden("integer", { filter: "By fiscal year of the solicitation." })
  fiscalYear: number;

  @instant("When it was received.")
  receivedAt: Date;

  @day("The day of that instant in Asia/Tokyo.", {
    filter: "By day of receipt.",
    order: "By day of receipt.",
  })
  receivedOn: string;

  @code(ApplicationStage, "How far it has come: the last of its stages.", {
    filter: "By stage reached last.",
  })
  stage: ApplicationStage;

  @day("The day it was selected or rejected; null if it has been neither.", {
    nullable: true,
    filter: "By day of selection or rejection.",
    order: "By day of selection or rejection; what is not decided counts as latest.",
  })
  decidedOn: string | null;
}

/** A category that an application is for. */
@Entity("application_category")
export class ApplicationCategory {
  @hidden("text", { primary: true })
  applicationId: string;

  @hidden("text", { primary: true })
  categoryCode: SkillCategoryCode;
}

/** A category that an application was selected in: one of those it is for. */
@Entity("selected_category")
export class SelectedCategory {
  @hidden("text", { primary: true })
  applicationId: string;

  @hidden("text", { primary: true })
  categoryCode: SkillCategoryCode;
}

/** A stage that an application reached. Changed or removed by a correction alone. */
@record(
  "stage_transition",
  "A stage that an application reached. Changed or removed by a correction alone.",
)
export class StageTransition {
  @hidden("text", { primary: true })
  applicationId: string;

  @whole("Its number among the application's stages, from 1.", { primary: true })
  number: number;

  @code(ApplicationStage, "The stage reached.")
  stage: ApplicationStage;

  @day("The day on which it was reached.", { column: "effective_on" })
  on: string;

  @instant("When that was recorded, or put right.", { column: "recorded_at" })
  at: Date;

  @text("The reason given, if any.", { nullable: true })
  reason: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Who recorded it, or put it right, as they called themselves; null where it was loaded.",
  })
  by: string | null;
}
