import type { FindOptionsWhere, ObjectLiteral } from "typeorm";
import { shown } from "../../kit/errors";
import type { Change } from "../../kit/mutation/change";
import type { EntityClass } from "../../kit/mutation/change-definition";
import { Refused } from "../../kit/mutation/refusal";
import type { StoredRecord } from "../../kit/mutation/stored-record";
import type { RecruitmentErrorCode } from "./recruitment-error-code";

/** A change in recruitment. */
export type RecruitmentChange = Change<RecruitmentErrorCode>;

/**
 * Reads a record without locking it: for what never changes, or is locked after its parent.
 * @throws Refused NOT_FOUND
 */
export async function read<Entity extends StoredRecord>(
  change: RecruitmentChange,
  entity: EntityClass<Entity>,
  id: string,
  at: string,
): Promise<Entity> {
  const [record] = await change.see(entity, {
    where: { id } as FindOptionsWhere<Entity>,
    comment: `read${entity.name}`,
  });
  if (record) return record;
  change.check(
    false,
    "NOT_FOUND",
    `Expected the id of an existing ${entity.name}, received ${shown(id)}.`,
    "input",
    at,
  );
  change.settle();
  throw new Refused([]);
}

/** Whether there is a record with these values; locks nothing. */
export async function isThere<Entity extends ObjectLiteral>(
  change: RecruitmentChange,
  entity: EntityClass<Entity>,
  where: FindOptionsWhere<Entity>,
): Promise<boolean> {
  const found = await change.see(entity, { where, take: 1, comment: `find${entity.name}` });
  return found.length > 0;
}
