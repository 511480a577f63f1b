import { type EntityManager, type FindOptionsWhere, Raw } from "typeorm";
import { normalForm } from "../../kit/normal-form";
import type { EntityClass } from "../../kit/mutation/change-definition";

/** Whether one of the records with these values has the title, in whatever form it is typed. */
export function hasTitle<Entity extends { readonly title: string }>(
  manager: EntityManager,
  entity: EntityClass<Entity>,
  values: Partial<Omit<Entity, "title">>,
  title: string,
): Promise<boolean> {
  const sameTitle = Raw((column) => `normal_form(${column}) = :title`, {
    title: normalForm(title),
  });
  return manager.exists(entity, {
    where: { ...values, title: sameTitle } as unknown as FindOptionsWhere<Entity>,
    comment: `title of ${entity.name}`,
  });
}
