import { In } from "typeorm";
import type { DatabaseLoader, RequestContext } from "../../kit/request-context";
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

/** The network a stored row belongs to. It is there: a foreign key says so. */
export async function networkOf(context: RequestContext, code: string): Promise<Network> {
  const network = await context.load(networkByCode, code);
  if (!network) throw new Error(`network ${code} is gone`);
  return network;
}
