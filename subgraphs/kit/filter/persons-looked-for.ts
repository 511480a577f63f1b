import type { AllOf, Comparison, Condition, Related } from "./condition";
import type { FilteredRecords } from "./filtered-records";

/** Records whose persons an answer says something about, whatever of them is in it. */
export interface LookedFor {
  readonly records: FilteredRecords;
  /** What they meet. */
  readonly conditions: AllOf;
  /** True if the filter says who they are; false if it says only what is asked of them. */
  readonly isByIdentity: boolean;
}

/**
 * Whom a filter looks for.
 *
 * - Where it says who a record is about (`identifiesPerson`): all whom these conditions name, together as far as they
 *   stand together, found or not. In an `or` those of each element count by themselves, and a `not` is looked into as if it
 *   were none: that somebody is left out says as much. A number or key that is given whole counts by itself besides: that
 *   whoever has it does not meet the rest says something too.
 * - Where it asks something of related records about persons: those that meet it, and belong to records that the conditions
 *   beside it leave possible. With `every`, `none` and below a `not` those are all that belong to them: that none meets
 *   something says that each of them does not. Nobody, where both records are about the same person, who is noted with
 *   the record found.
 *
 * @param isAboutPersons - whether the records of a type are about persons, by the name of the type
 */
export function personsLookedFor(
  filter: AllOf,
  isAboutPersons: (typeName: string) => boolean,
): readonly LookedFor[] {
  const found: LookedFor[] = [];
  const isPersonal = ({ entity }: FilteredRecords) => isAboutPersons(entity.name);
  const look = ({ records, ...all }: AllOf, outer: Surroundings): void => {
    const { isDenied } = outer;
    const parts = flat(all.parts);
    const compared = parts.filter((part) => part.kind === "comparison");
    const own = compared.filter(identifies);
    const naming = [...outer.naming, ...own];
    const meeting = [...outer.meeting, ...compared];
    if (own.length > 0 && isPersonal(records)) {
      const alone = naming.length > 1 ? own.filter(isExact).map((each) => [each]) : [];
      for (const together of [naming, ...alone]) {
        found.push({ records, conditions: allOf(records, together), isByIdentity: true });
      }
    }
    for (const part of parts) {
      if (part.kind === "any") {
        for (const each of part.parts) look(each, { naming, meeting, isDenied });
      }
      if (part.kind === "not") look(part.part, { naming, meeting, isDenied: true });
      if (part.kind === "related") lookAtRelated(part, records, { meeting, isDenied });
    }
  };
  const lookAtRelated = (
    { relation, quantifier, part }: Related,
    records: FilteredRecords,
    { meeting, isDenied: isOutside }: Pick<Surroundings, "meeting" | "isDenied">,
  ): void => {
    const { to, ofSamePerson } = relation;
    const isDenied = isOutside || quantifier === "every" || quantifier === "none";
    const belongs = belonging(relation, records, meeting);
    if (isPersonal(to) && !(ofSamePerson && isPersonal(records))) {
      const asked = isDenied ? [] : part.parts;
      const conditions = allOf(to, [...asked, ...belongs]);
      found.push({ records: to, conditions, isByIdentity: false });
    }
    look(part, { naming: [], meeting: belongs, isDenied });
  };
  look(filter, { naming: [], meeting: [], isDenied: false });
  return found;
}

/** What holds of every record that a part of a filter says something about. */
interface Surroundings {
  /** What names persons. */
  readonly naming: readonly Comparison[];
  readonly meeting: readonly Condition[];
  /** Whether an answer can say that something does not hold. */
  readonly isDenied: boolean;
}

/** The condition on related records that they belong to records which meet conditions. */
function belonging(
  { key, toKey, only }: Related["relation"],
  records: FilteredRecords,
  meeting: readonly Condition[],
): readonly Condition[] {
  const back = { to: records, isMany: false, key: toKey, toKey: key, ofSamePerson: false };
  const part = allOf(records, meeting);
  return [
    { kind: "related", relation: back, quantifier: "is", part },
    ...(only ? [{ kind: "counts", only } as const] : []),
  ];
}

function allOf(records: FilteredRecords, parts: readonly Condition[]): AllOf {
  return { kind: "all", records, parts };
}

/** The parts of an `and` are as good as those beside it. */
function flat(parts: readonly Condition[]): readonly Condition[] {
  return parts.flatMap((part) => (part.kind === "all" ? flat(part.parts) : [part]));
}

function identifies({ column }: Comparison): boolean {
  return "identifiesPerson" in column && column.identifiesPerson;
}

/** Whether it says who it is alone, as a number or key does, also in part, and a name does not. */
function isExact({ column, operator }: Comparison): boolean {
  const isName = "written" in column && column.written === "free";
  return !isName && (operator === "eq" || operator === "in" || operator === "contains");
}
