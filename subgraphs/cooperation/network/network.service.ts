import type { EntityManager } from "typeorm";
import { shown } from "../../kit/errors";
import type { EntityClass } from "../../kit/mutation/entity-class";
import type { Rule } from "../../kit/rules/rule";
import type { CooperationChange } from "../record/cooperation-changes";
import { Network } from "./network";

/** The network is one of those the office works in. */
export function networkRule(code: string, isKnown: boolean): Rule<"UNKNOWN_NETWORK"> {
  return {
    holds: isKnown,
    code: "UNKNOWN_NETWORK",
    message: `Expected the code of a network such as "ACCSM", received ${shown(code)}.`,
    at: "network",
  };
}

/**
 * Locks a network until the change ends, so that who belongs to it, who chairs it and what it plans are judged and
 * changed by one at a time. Order of locks: network, then work plan or event, then what belongs to them.
 *
 * The restricted role has no right to write the table of networks, and so cannot lock its rows: an advisory lock it is.
 *
 * @throws Refused UNKNOWN_NETWORK
 */
export async function lockNetwork(change: CooperationChange, code: string): Promise<void> {
  await change.manager.query(
    "/* network.lock */ SELECT pg_advisory_xact_lock(hashtextextended('network ' || $1, 0))",
    [code],
  );
  change.require(networkRule(code, await change.isThere(Network, { code })));
  change.settle();
}

interface Lock {
  readonly id: string;
  readonly expectedVersion?: number | null;
}

/**
 * Locks the network of a record, then the record, which `field` of the input names.
 * @throws Refused NOT_FOUND or VERSION_CONFLICT
 */
export async function lockWithNetwork<Entity extends { readonly networkCode: string }>(
  change: CooperationChange,
  entity: EntityClass<Entity>,
  lock: Lock,
  field = "id",
): Promise<Entity> {
  const { networkCode } = await change.read(entity, lock.id, field);
  await lockNetwork(change, networkCode);
  return change.lock(entity, lock, "input", field);
}

/**
 * Locks all networks until the transaction ends, as mutations lock the one they change: a spreadsheet may be about any
 * of them, and whoever locks several does so in order of their codes. Gives the codes.
 */
export async function lockNetworks(manager: EntityManager): Promise<ReadonlySet<string>> {
  const networks: { code: string }[] = await manager.query(
    `/* import.networks */ SELECT code, pg_advisory_xact_lock(hashtextextended('network ' || code, 0))
     FROM (SELECT code FROM network ORDER BY code) ordered`,
  );
  return new Set(networks.map(({ code }) => code));
}
