import { In } from "typeorm";
import { rowsOfKeys } from "../../kit/loaders";
import type { DatabaseLoader } from "../../kit/request-context";
import { holdsOn } from "../record/dated-record";
import { recordById } from "../record/record.loader";
import { Engagement } from "./engagement";

/** Engagements by id; `null` for an id without one. */
export const engagementById = recordById("engagementById", Engagement);

/** The engagements of persons, earliest first, by person: those in force on a day, or with `asOf: null` all. */
export const engagementsByApplicantId: DatabaseLoader<
  string,
  Engagement[],
  { readonly asOf: string | null }
> = {
  name: "engagementsByApplicantId",
  batch: async (ids, database, { asOf }) => {
    const all = await database.getRepository(Engagement).find({
      where: { applicantId: In([...ids]) },
      order: { from: "ASC", id: "ASC" },
      comment: "engagementsByApplicantId",
    });
    const wanted =
      asOf === null ? all : all.filter((one) => one.cancelledOn === null && holdsOn(asOf, one));
    return rowsOfKeys(ids, wanted, ({ applicantId }) => applicantId);
  },
};

/** The engagements that came of registrations, earliest first, by registration. */
export const engagementsByRegistrationId: DatabaseLoader<string, Engagement[]> = {
  name: "engagementsByRegistrationId",
  batch: async (ids, database) => {
    const engagements = await database.getRepository(Engagement).find({
      where: { registrationId: In([...ids]) },
      order: { from: "ASC", id: "ASC" },
      comment: "engagementsByRegistrationId",
    });
    return rowsOfKeys(ids, engagements, ({ registrationId }) => registrationId);
  },
};
