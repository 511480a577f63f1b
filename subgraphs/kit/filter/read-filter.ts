import { ApiError } from "../errors";
import { checkOperand, type FilterInput, operationsOf } from "./compile-filter";
import type { AllOf, AnyOf, Condition, Quantifier } from "./condition";
import { FilterSize } from "./filter-limits";
import type { FilteredRecords, FilterRelation } from "./filtered-records";

/**
 * Reads the filter of a list. What sets no condition is left out: a field without an operator, a null in the place of an
 * input, an `and` of nothing, a reference to something without conditions on it.
 *
 * @param records - what it is a filter of
 * @throws ApiError INVALID_FILTER for more than 5 levels, 50 conditions or 10 parts of texts; for an `or` without elements, and an element of
 * an `or` or a `not` without a condition, of which nobody can say whether all or none is meant; for a null in the place
 * of an element; and for what {@link checkOperand} refuses
 */
export function readFilter(
  filter: FilterInput | null | undefined,
  records: FilteredRecords,
): AllOf {
  return new FilterReader().all(filter, records, "", 1);
}

/** Whether a filter sets a condition on a field of its own records, at whatever depth. */
export function setsConditionOn(filter: FilterInput | null | undefined, field: string): boolean {
  return operationsOf(filter).some(([name, value]) => {
    if (name === field) return operationsOf(value as FilterInput | null).length > 0;
    if (name !== "and" && name !== "or" && name !== "not") return false;
    const inner = (Array.isArray(value) ? value : [value]) as (FilterInput | null)[];
    return inner.some((each) => setsConditionOn(each, field));
  });
}

class FilterReader {
  private readonly size = new FilterSize();

  all(
    filter: FilterInput | null | undefined,
    records: FilteredRecords,
    place: string,
    level: number,
  ): AllOf {
    this.size.enter(level, place);
    const parts = operationsOf(filter).flatMap(([field, value]) =>
      this.field(field, value, records, place === "" ? field : `${place}.${field}`, level),
    );
    return { kind: "all", records, parts };
  }

  private field(
    field: string,
    value: unknown,
    records: FilteredRecords,
    place: string,
    level: number,
  ): readonly Condition[] {
    if (value === null) return [];
    const column = records.filters[field];
    if (column) {
      const operations = operationsOf(value);
      if (operations.length > 0) this.size.addCondition(place);
      return operations.map(([operator, operand]) => {
        const at = `${place}.${operator}`;
        checkOperand(at, operator, operand);
        if (operator === "contains") this.size.addPart(at);
        return { kind: "comparison", place: at, column, operator, operand };
      });
    }
    const relation = records.relations?.[field];
    if (relation) return this.related(value as FilterInput, relation, place, level + 1);
    switch (field) {
      case "and":
        return this.elements(value, records, place, level + 1).filter(isCondition);
      case "or":
        return [this.any(value, records, place, level + 1)];
      case "not":
        return [{ kind: "not", part: this.some(value, records, place, level + 1) }];
      default:
        throw new Error(`no column for filter field ${place}`);
    }
  }

  private any(value: unknown, records: FilteredRecords, place: string, level: number): AnyOf {
    const parts = this.elements(value, records, place, level);
    if (parts.length === 0) throw withoutCondition("at least one element", place, "[]");
    const empty = parts.findIndex((part) => !isCondition(part));
    if (empty >= 0) throw withoutCondition("a condition", `${place}[${empty}]`, "none");
    return { kind: "any", parts };
  }

  /** What must have a condition. */
  private some(value: unknown, records: FilteredRecords, place: string, level: number): AllOf {
    const part = this.all(value as FilterInput, records, place, level);
    if (!isCondition(part)) throw withoutCondition("a condition", place, "none");
    return part;
  }

  private elements(
    value: unknown,
    records: FilteredRecords,
    place: string,
    level: number,
  ): AllOf[] {
    return (value as (FilterInput | null)[]).map((each, index) =>
      this.all(each, records, `${place}[${index}]`, level),
    );
  }

  private related(
    value: FilterInput,
    relation: FilterRelation,
    place: string,
    level: number,
  ): readonly Condition[] {
    const asked: readonly (readonly [Quantifier, unknown, string])[] = relation.isMany
      ? operationsOf(value).map(([name, inner]) => [name as Quantifier, inner, `${place}.${name}`])
      : [["is", value, place]];
    return asked.flatMap(([quantifier, inner, at]) => {
      if (inner === null) return [];
      const part = this.all(inner, relation.to, at, level);
      // That there is something, or nothing, is a condition; that whatever there is meets none is not.
      const isAsked = quantifier === "some" || quantifier === "none" || isCondition(part);
      if (!isAsked) return [];
      this.size.addCondition(at);
      return [{ kind: "related", relation, quantifier, part }];
    });
  }
}

function isCondition({ parts }: AllOf): boolean {
  return parts.length > 0;
}

function withoutCondition(expected: string, place: string, received: string): ApiError {
  return new ApiError(
    "INVALID_FILTER",
    `Expected ${expected} in filter.${place}, received ${received}.`,
  );
}
