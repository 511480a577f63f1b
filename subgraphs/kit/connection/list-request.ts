import type { ObjectLiteral } from "typeorm";
import type { FilterInput } from "../filter/compile-filter";
import type { AllOf } from "../filter/condition";
import type { ListDefinition } from "./list-definition";
import { type OrderTerm, resolveOrdering } from "./ordering";
import { type PageArguments, pageSize } from "./page";

/** What a caller asks of a list. */
export interface ListRequest extends PageArguments {
  readonly filter?: FilterInput | null | undefined;
  readonly orderBy?: readonly OrderTerm[] | null | undefined;
  /** Only what holds on this day. */
  readonly asOf?: string | null | undefined;
  /** Only what was on record at this moment. */
  readonly knownAt?: Date | null | undefined;
  /** Only what was recorded at this moment or later. */
  readonly updatedSince?: Date | null | undefined;
}

/** What is asked of a list, its cursor read. */
export interface PlacedRequest extends Omit<ListRequest, "after"> {
  /** The values of the ordering that the page starts behind. */
  readonly behind?: readonly string[] | undefined;
  /** A filter that was read, in place of `filter`. */
  readonly condition?: AllOf | undefined;
  /** The day of conditions in the filter that are about one: `asOf`, or the day in force. */
  readonly filterDay?: string | undefined;
}

/**
 * What a request comes to: its full ordering and page size.
 * @throws ApiError INVALID_PAGE_SIZE or INVALID_ORDERING
 */
export function checkRequest<Node extends ObjectLiteral>(
  list: ListDefinition<Node>,
  { first, orderBy }: PlacedRequest,
) {
  const ordering = resolveOrdering(orderBy, list.defaultOrder, list.orderings, list.unique);
  return { ordering, size: pageSize(first) };
}
