import type { Time } from "../rules/area.rules";
import { endOf, type NetworkMembership } from "./network-membership";
import { NetworkRole } from "./network-role";

/** Whether a membership is enough to chair the network; an observer's is not. */
export function mayChair({ role }: Pick<NetworkMembership, "role">): boolean {
  return role !== NetworkRole.OBSERVER;
}

/** The first day of a time on which none of a country's memberships holds; `null` where one holds on every day. */
export function firstDayWithout(
  memberships: readonly NetworkMembership[],
  { from, to }: Time,
): string | null {
  let day = from;
  for (const membership of [...memberships].sort(byFirstDay)) {
    if (membership.firstDay > day) break;
    const end = endOf(membership);
    if (end === null) return null;
    if (end > day) day = end;
  }
  return to !== null && day >= to ? null : day;
}

function byFirstDay(one: NetworkMembership, other: NetworkMembership): number {
  return one.firstDay < other.firstDay ? -1 : 1;
}
