import { In } from "typeorm";
import type { DatabaseLoader } from "../../kit/request-context";
import { recordById } from "../record/record.loader";
import { ListRequest } from "./list-request";
import { ListRequestState } from "./list-request-state";

/** Requests for the list by id; `null` for an id without one. */
export const listRequestById = recordById("listRequestById", ListRequest);

/** The day on which each municipality's request was granted, by its code; `null` where none was. */
export const grantDayByMunicipalityCode: DatabaseLoader<string, string | null> = {
  name: "grantDayByMunicipalityCode",
  batch: async (codes, database) => {
    const granted = await database.getRepository(ListRequest).find({
      where: { municipalityCode: In([...codes]), state: ListRequestState.GRANTED },
      comment: "grantDayByMunicipalityCode",
    });
    const byCode = new Map(granted.map((one) => [one.municipalityCode, one.decidedOn]));
    return codes.map((code) => byCode.get(code) ?? null);
  },
};
