import { In } from "typeorm";
import { DeclaredList } from "../../kit/record/declared-list";
import type { DatabaseLoader } from "../../kit/loaders";
import { ListRequest, ListRequestState } from "./list-request";

/** All requests for the list, earliest first. */
export const listRequests = new DeclaredList(ListRequest, {
  plural: "requests",
  order: ["REQUESTED_ON"],
  ordered: "by the day of the request, earliest first",
  known: { table: "list_request" },
});

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
