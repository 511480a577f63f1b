import { ArgsType, Field, Int } from "type-graphql";
import { ApiError } from "../errors";

/** The nodes of a page. */
export interface PageRows<Node> {
  readonly nodes: readonly Node[];
  /** Makes the cursor of the node at this place of the page, from 0: most are not asked for. */
  cursorAt(place: number): string;
  readonly hasNextPage: boolean;
}

/** One page of a list; what is not asked for is not read. */
export interface Page<Node> {
  readonly hasPreviousPage: boolean;
  /** Reads the nodes, once. */
  read(): Promise<PageRows<Node>>;
  /** Counts the whole list; sends SQL only when called. */
  countAll(): Promise<number>;
}

/** The most nodes that a page holds. */
export const mostNodes = 500;

/** The arguments of every connection. */
@ArgsType()
export class PageArguments {
  @Field(() => Int, {
    nullable: true,
    defaultValue: 50,
    description: "How many at most, 0–500.",
  })
  first: number | null = 50;

  @Field(() => String, { nullable: true, description: "Start after the node with this cursor." })
  after?: string | null;
}

/**
 * The page size asked for.
 * @throws ApiError INVALID_PAGE_SIZE outside 0–500
 */
export function pageSize(first: number | null): number {
  const size = first ?? 50;
  if (size < 0 || size > mostNodes) {
    throw new ApiError(
      "INVALID_PAGE_SIZE",
      `Expected first between 0 and ${mostNodes}, received ${size}.`,
    );
  }
  return size;
}
