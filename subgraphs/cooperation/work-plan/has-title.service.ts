import { type FindOptionsWhere, Raw } from "typeorm";
import type { EntityClass } from "../../kit/mutation/entity-class";
import { normalForm } from "../../kit/normal-form";
import type { CooperationChange } from "../record/cooperation-changes";

/** Whether one of the records with these values has the title, in whatever form it is typed. */
export function hasTitle<Entity extends { readonly title: string }>(
  change: CooperationChange,
  entity: EntityClass<Entity>,
  values: Partial<Omit<Entity, "title">>,
  title: string,
): Promise<boolean> {
  const sameTitle = Raw((column) => `normal_form(${column}) = :title`, {
    title: normalForm(title),
  });
  const where = { ...values, title: sameTitle } as unknown as FindOptionsWhere<Entity>;
  return change.isThere(entity, where);
}
