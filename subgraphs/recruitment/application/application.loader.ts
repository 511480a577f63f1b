import { In } from "typeorm";
import { rowsOfKeys } from "../../kit/loaders";
import type { DatabaseLoader } from "../../kit/request-context";
import { recordById } from "../record/record.loader";
import type { SkillCategoryCode } from "../skill-standard/skill-category-code";
import { Application } from "./application";
import { ApplicationCategory, SelectedCategory } from "./application-category";

/** Applications by id; `null` for an id without one. */
export const applicationById = recordById("applicationById", Application);

/** The applications of persons, latest first, by the person's id. */
export const applicationsByApplicantId: DatabaseLoader<string, Application[]> = {
  name: "applicationsByApplicantId",
  batch: async (ids, database) => {
    const applications = await database.getRepository(Application).find({
      where: { applicantId: In([...ids]) },
      order: { receivedOn: "DESC", id: "ASC" },
      comment: "applicationsByApplicantId",
    });
    return rowsOfKeys(ids, applications, ({ applicantId }) => applicantId);
  },
};

/** Codes of the categories that applications are for, by application. */
export const categoryCodesByApplicationId = codesOf(
  "categoryCodesByApplicationId",
  ApplicationCategory,
);

/** Codes of the categories that applications were selected in, by application. */
export const selectedCodesByApplicationId = codesOf(
  "selectedCodesByApplicationId",
  SelectedCategory,
);

function codesOf(
  name: string,
  entity: typeof ApplicationCategory | typeof SelectedCategory,
): DatabaseLoader<string, SkillCategoryCode[]> {
  return {
    name,
    batch: async (ids, database) => {
      const rows = await database
        .getRepository<ApplicationCategory>(entity)
        .find({ where: { applicationId: In([...ids]) }, comment: name });
      return rowsOfKeys(ids, rows, ({ applicationId }) => applicationId).map((own) =>
        own.map(({ categoryCode }) => categoryCode),
      );
    },
  };
}
