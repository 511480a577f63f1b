import type { Change } from "../../kit/mutation/change";
import type { CooperationErrorCode } from "../error/cooperation-error-code";
import { Network } from "./network";
import { checkNetwork } from "./network.rules";

/** A change of what cooperation records. */
export type CooperationChange = Change<CooperationErrorCode>;

/**
 * Locks a network until the change ends, so that who belongs to it, who chairs it and what it plans are judged and
 * changed by one at a time. Order of locks: network, then work plan or event, then what belongs to them.
 *
 * The restricted role may not write the table of networks, and so cannot lock its rows: an advisory lock it is.
 *
 * @throws Refused UNKNOWN_NETWORK
 */
export async function lockNetwork(change: CooperationChange, code: string): Promise<void> {
  await change.manager.query(
    "/* network.lock */ SELECT pg_advisory_xact_lock(hashtextextended('network ' || $1, 0))",
    [code],
  );
  const network = await change.manager.findOne(Network, {
    where: { code },
    comment: "network.find",
  });
  change.refuse(checkNetwork(code, network !== null));
  change.settle();
}

interface OfNetwork {
  readonly id: string;
  readonly networkCode: string;
}

/**
 * Locks the network of a record, then the record.
 * @throws Refused NOT_FOUND or VERSION_CONFLICT
 */
export async function lockWithNetwork<Entity extends OfNetwork>(
  change: CooperationChange,
  entity: new () => Entity,
  lock: { readonly id: string; readonly expectedVersion?: number | null },
  ...path: string[]
): Promise<Entity> {
  const seen = await change.manager
    .createQueryBuilder(entity, "record")
    .comment("network.peek")
    .where("record.id = :id", { id: lock.id })
    .getOne();
  if (seen) await lockNetwork(change, seen.networkCode);
  return change.lock(entity, lock, ...path);
}
