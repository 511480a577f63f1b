import type { RequestContext } from "../../kit/request-context";
import type { Network } from "./network";
import { networkByCode } from "./network.loader";

/** The network a stored row belongs to. It is there: a foreign key says so. */
export async function networkOf(context: RequestContext, code: string): Promise<Network> {
  const network = await context.load(networkByCode, code);
  if (!network) throw new Error(`network ${code} is gone`);
  return network;
}
