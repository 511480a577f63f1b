import { DeclaredList } from "../../kit/record/declared-list";
import { List } from "../../kit/connection/list";
import type { ListRequest } from "../../kit/connection/list-request";
import { setsConditionOn } from "../../kit/filter/read-filter";
import { rowsBy } from "../../kit/record/by-key";
import { municipalKinds, Municipality } from "./municipality";

/** Municipalities on a day. */
export const municipalities = new DeclaredList(Municipality, {
  plural: "municipalities",
  filters: {
    name: { description: "By Japanese name.", sql: "t.name_ja", type: "text", written: "free" },
  },
  orderings: {
    KANA: { description: "By how the name is read.", sql: 't.kana COLLATE "C"', type: "text" },
  },
  order: ["CODE"],
  ordered: "by code",
  asOf: (day) => `t.valid @> ${day}`,
});

/** Every municipality there is or was. */
export const municipalityHistory = new List({
  ...municipalities.definition,
  name: "MunicipalityHistory",
});

/** What to ask of a list: what is no municipality is left out, unless kinds are asked for somewhere in the filter. */
export function municipalOnly({ filter, ...request }: ListRequest): ListRequest {
  return setsConditionOn(filter, "kind")
    ? { ...request, filter }
    : { ...request, filter: { ...filter, kind: { in: [...municipalKinds] } } };
}

/** Every ward each designated city has or had, by the city's code, in order of the wards' codes. */
export const wardHistoryByCityCode = rowsBy("wardHistoryByCityCode", Municipality, "cityCode", {
  order: { code: "ASC" },
});
