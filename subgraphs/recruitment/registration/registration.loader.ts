import { In } from "typeorm";
import { recordAsKnown } from "../../kit/history/record-as-known";
import { rowsOfKeys } from "../../kit/loaders";
import type { DatabaseLoader } from "../../kit/request-context";
import { holdsOn } from "../record/dated-record";
import { recordById } from "../record/record.loader";
import { Registration } from "./registration";

/** Registrations by id; `null` for an id without one. */
export const registrationById = recordById("registrationById", Registration);

/** A registration by id as it was on record at a moment; `null` where it was not. */
export const registrationAsKnown = recordAsKnown("registrationAsKnown", Registration);

/**
 * The registrations of persons, earliest first and in order of category, by person: those in force on a day, or with
 * `asOf: null` all.
 */
export const registrationsByApplicantId: DatabaseLoader<
  string,
  Registration[],
  { readonly asOf: string | null }
> = {
  name: "registrationsByApplicantId",
  batch: async (ids, database, { asOf }) => {
    const all = await database.getRepository(Registration).find({
      where: { applicantId: In([...ids]) },
      order: { from: "ASC", categoryCode: "ASC", id: "ASC" },
      comment: "registrationsByApplicantId",
    });
    const wanted = asOf === null ? all : all.filter((one) => holdsOn(asOf, one));
    return rowsOfKeys(ids, wanted, ({ applicantId }) => applicantId);
  },
};

/** The registrations that came of applications, earliest first and in order of category, by application. */
export const registrationsByApplicationId: DatabaseLoader<string, Registration[]> = {
  name: "registrationsByApplicationId",
  batch: async (ids, database) => {
    const registrations = await database.getRepository(Registration).find({
      where: { applicationId: In([...ids]) },
      order: { from: "ASC", categoryCode: "ASC", id: "ASC" },
      comment: "registrationsByApplicationId",
    });
    return rowsOfKeys(ids, registrations, ({ applicationId }) => applicationId);
  },
};
