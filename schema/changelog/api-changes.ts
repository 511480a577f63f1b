import { type Change, ChangeType, CriticalityLevel, diff } from "@graphql-inspector/core";
import { apiSchema } from "../api-schema";

/**
 * What a change means to callers: `breaking` if what ran can be refused or lack something, `dangerous` if it runs and
 * can be answered with something new, `safe` otherwise.
 */
export type Effect = "breaking" | "dangerous" | "safe";

/** A change of what callers see, or several of one kind. */
export interface ApiChange {
  readonly effect: Effect;
  /** In plain English, in Markdown: "`Agency` has new fields". */
  readonly text: string;
  /** What the text is about where it is about several, such as the fields; in order. */
  readonly names: readonly string[];
}

/**
 * What callers see differently after a change of the supergraph: breaking changes first, those of one kind together. What
 * is within something that was added or removed is not listed, and changed descriptions are only counted.
 *
 * @param reasons why a breaking change was made, by the message that `intended-changes.json` has
 * @throws GraphQLError where one of the two is no supergraph
 */
export async function apiChanges(
  before: string,
  after: string,
  reasons: ReadonlyMap<string, string>,
): Promise<readonly ApiChange[]> {
  const all = await diff(apiSchema(before), apiSchema(after));
  const elements = new Set(all.filter(isOfElement).map(({ path = "" }) => path));
  const descriptions = all.filter(
    (change) =>
      isOfDescription(change) && !elements.has(change.path ?? "") && !isWithin(change, elements),
  );
  const groups = new Map<string, { readonly change: ApiChange; readonly names: string[] }>();
  for (const change of all) {
    if (isOfDescription(change) || isWithin(change, elements) || isSaidTwice(change)) continue;
    const effect = effectOf(change);
    const { text, name } = wordsOf(change, reasons.get(change.message));
    const group = groups.get(`${effect} ${text}`) ?? {
      change: { effect, text, names: [] },
      names: [],
    };
    groups.set(`${effect} ${text}`, group);
    if (name !== undefined) group.names.push(name);
  }
  const changes = [...groups.values()].map(({ change, names }) => ({
    ...change,
    names: names.sort(byName),
  }));
  return inOrder([...changes, ...countOf(descriptions.length)]);
}

function effectOf(change: Change): Effect {
  // Where a scalar is specified changes none of its values.
  if (isOfDirective(change) && change.path?.includes(".@specifiedBy")) return "safe";
  switch (change.criticality.level) {
    case CriticalityLevel.Breaking:
      return "breaking";
    case CriticalityLevel.Dangerous:
      return "dangerous";
    case CriticalityLevel.NonBreaking:
      return "safe";
  }
}

/** The words for a change, and what they are about; with a reason they are about this change alone. */
function wordsOf(change: Change, reason: string | undefined): { text: string; name?: string } {
  const { message, path = "" } = change;
  const plain = message.replaceAll(/'([^']*)'/g, "`$1`");
  if (reason !== undefined) return { text: `${plain}. ${reason}` };
  const parts = path.split(".");
  const own = `\`${parts.at(-1) ?? ""}\``;
  const parent = `\`${parts.slice(0, -1).join(".")}\``;
  switch (kindOf(change)) {
    case ChangeType.TypeAdded:
      return { text: "New types", name: own };
    case ChangeType.TypeRemoved:
      return { text: "Types that are no longer there", name: own };
    case ChangeType.FieldAdded:
    case ChangeType.InputFieldAdded:
      return { text: `${parent} has new fields`, name: own };
    case ChangeType.FieldRemoved:
    case ChangeType.InputFieldRemoved:
      return { text: `${parent} no longer has the fields`, name: own };
    case ChangeType.EnumValueAdded:
      return { text: `${parent} has new values`, name: own };
    case ChangeType.EnumValueRemoved:
      return { text: `${parent} no longer has the values`, name: own };
    case ChangeType.FieldArgumentAdded:
      return { text: `New argument ${own} of`, name: parent };
    case ChangeType.FieldArgumentRemoved:
      return { text: `Argument ${own} is no longer one of`, name: parent };
    case ChangeType.DirectiveUsageScalarAdded:
      return own === "`@specifiedBy`"
        ? { text: "Scalars that now say where they are specified", name: parent }
        : { text: plain };
    default:
      return { text: plain };
  }
}

/** Without their backticks, after which `Date` would follow `DateTime`. */
function byName(one: string, other: string): number {
  return one.slice(1, -1) < other.slice(1, -1) ? -1 : 1;
}

function countOf(descriptions: number): ApiChange[] {
  if (descriptions === 0) return [];
  const text = descriptions === 1 ? "One description reads" : `${descriptions} descriptions read`;
  return [{ effect: "safe", text: `${text} differently`, names: [] }];
}

const effects: readonly Effect[] = ["breaking", "dangerous", "safe"];

function inOrder(changes: readonly ApiChange[]): readonly ApiChange[] {
  return effects.flatMap((effect) => changes.filter((change) => change.effect === effect));
}

/** The library's type of it, such as `FIELD_ADDED`. */
function kindOf(change: Change): string {
  return String(change.type);
}

function isOfDescription(change: Change): boolean {
  return kindOf(change).includes("_DESCRIPTION_");
}

function isOfDirective(change: Change): boolean {
  return kindOf(change).startsWith("DIRECTIVE_USAGE_");
}

/** Whether something of the schema came or went, with all that is within it. */
function isOfElement(change: Change): boolean {
  return /_(ADDED|REMOVED)$/.test(kindOf(change)) && !isOfDescription(change);
}

function isWithin({ path = "" }: Change, elements: ReadonlySet<string>): boolean {
  const parts = path.split(".");
  return parts.some((_part, index) => index > 0 && elements.has(parts.slice(0, index).join(".")));
}

/** A deprecation is a change of its own, and that of the directive which says so. */
function isSaidTwice(change: Change): boolean {
  return isOfDirective(change) && (change.path?.includes(".@deprecated") ?? false);
}
