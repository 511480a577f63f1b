import { type DocumentNode, visit } from "graphql";
import { freshName, namesIn } from "./fresh-name";

/** A document whose names are safe to plan by, and what they were before. */
export interface PlannableNames {
  readonly document: DocumentNode;
  /** Response names that were replaced → what the caller knows them by. */
  readonly originals: ReadonlyMap<string, string>;
  /** Variables that were replaced → what they are planned by. */
  readonly variables: ReadonlyMap<string, string>;
}

/** What the planner names its own aliases. */
const planned = /__alias_\d+$/;

/** What the gateway takes for the top of an answer about entities, also in paths of errors. */
const ownFields: ReadonlySet<string> = new Set(["_entities", "_service"]);

/** The variable with which the gateway names entities to a subgraph. */
const ownVariables: ReadonlySet<string> = new Set(["representations"]);

/**
 * Renames whatever has a name that the planner uses itself. The planner adds keys to a query under their own names, and
 * takes the keys of entities from answers by name: an alias named like a key would return the key, or be sent in its
 * place. So no alias is permitted to be the name of any other field, of any type.
 *
 * One response name of one field becomes the same new name everywhere in the document, so that merged fields stay
 * merged.
 *
 * @param fieldNames - of all types that are planned over
 */
export function plannableNames(
  document: DocumentNode,
  fieldNames: ReadonlySet<string>,
): PlannableNames {
  const fields = new Map<string, string>();
  const originals = new Map<string, string>();
  const variables = new Map<string, string>();
  const taken = new Set([...fieldNames, ...namesIn(document)]);
  const renamed = visit(document, {
    Field: (node) => {
      const { alias, name: field } = node;
      if (!alias || alias.value === field.value || !isUnsafe(alias.value, fieldNames)) return;
      const key = `${alias.value}:${field.value}`;
      const value = fields.get(key) ?? freshName(alias.value, taken);
      fields.set(key, value);
      originals.set(value, alias.value);
      return { ...node, alias: { ...alias, value } };
    },
    Variable: (node) => {
      const { value: name } = node.name;
      if (!ownVariables.has(name)) return;
      const value = variables.get(name) ?? freshName(name, taken);
      variables.set(name, value);
      return { ...node, name: { ...node.name, value } };
    },
  });
  return { document: renamed, originals, variables };
}

function isUnsafe(alias: string, fieldNames: ReadonlySet<string>): boolean {
  return (
    fieldNames.has(alias) || alias.startsWith("__") || planned.test(alias) || ownFields.has(alias)
  );
}
