import { In } from "typeorm";
import type { DatabaseLoader } from "../../kit/request-context";
import { Network } from "./network";

/** Networks by code; `null` for a code without one. */
export const networkByCode: DatabaseLoader<string, Network | null> = {
  name: "networkByCode",
  batch: async (codes, database) => {
    const networks = await database
      .getRepository(Network)
      .find({ where: { code: In([...codes]) }, comment: "networkByCode" });
    const byCode = new Map(networks.map((network) => [network.code, network]));
    return codes.map((code) => byCode.get(code) ?? null);
  },
};
