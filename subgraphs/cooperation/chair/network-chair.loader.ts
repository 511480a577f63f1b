import { rowsOfKeys } from "../../kit/loaders";
import type { DatabaseLoader } from "../../kit/request-context";
import type { AsOf } from "../membership/network-membership.loader";
import { recordById } from "../loader/record-by-id";
import { NetworkChair } from "./network-chair";

/** Turns to chair by id; `null` for an id without one. */
export const networkChairById = recordById(NetworkChair, "networkChairById");

/** Chairs of networks on a day, by network. */
export const chairsByNetworkCode: DatabaseLoader<string, NetworkChair[], AsOf> = {
  name: "chairsByNetworkCode",
  batch: async (codes, database, { asOf }) => {
    const chairs = await database
      .createQueryBuilder(NetworkChair, "chair")
      .comment("chairsByNetworkCode")
      .where("chair.networkCode = ANY(:codes) AND chair.valid @> :asOf::date", { codes, asOf })
      .orderBy("chair.edition")
      .addOrderBy("chair.id")
      .getMany();
    return rowsOfKeys(codes, chairs, ({ networkCode }) => networkCode);
  },
};

/** All chairs known, by network. */
export const chairHistoryByNetworkCode: DatabaseLoader<string, NetworkChair[]> = {
  name: "chairHistoryByNetworkCode",
  batch: async (codes, database) => {
    const chairs = await database
      .createQueryBuilder(NetworkChair, "chair")
      .comment("chairHistoryByNetworkCode")
      .where("chair.networkCode = ANY(:codes)", { codes })
      .orderBy("chair.edition")
      .addOrderBy("chair.id")
      .getMany();
    return rowsOfKeys(codes, chairs, ({ networkCode }) => networkCode);
  },
};
