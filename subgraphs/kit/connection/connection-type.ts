import type { GraphQLResolveInfo } from "graphql";
import { type ClassType, Directive, Field, Info, Int, ObjectType } from "type-graphql";
import { atList } from "./at-list";
import type { Page } from "./page";

/** Where a page lies in its list. */
@Directive("@shareable")
@ObjectType({ description: "Where a page lies in its list (Relay cursor connections)." })
export class PageInfo {
  @Field(() => Boolean, { description: "More follow after `endCursor`." })
  hasNextPage: boolean;
  @Field(() => Boolean, {
    description: "The page was asked for with `after`, so at least that one precedes it.",
  })
  hasPreviousPage: boolean;
  @Field(() => String, { nullable: true, description: "Cursor of the first on the page." })
  startCursor: string | null;
  @Field(() => String, {
    nullable: true,
    description: "Cursor of the last on the page; give it as `after` for the next.",
  })
  endCursor: string | null;
}

/** A page of nodes as type-graphql serves it. */
export interface Connection<Node> {
  nodes(info: GraphQLResolveInfo): Promise<readonly Node[]>;
  pageInfo(info: GraphQLResolveInfo): Promise<PageInfo>;
  totalCount(info: GraphQLResolveInfo): Promise<number>;
}

/** A connection's class: what a field returns, made from a page. */
export interface ConnectionClass<Node extends object> extends ClassType<Connection<Node>> {
  new (page: Page<Node>): Connection<Node>;
}

/**
 * Makes `<Name>Connection` and `<Name>Edge` for a node class.
 *
 * @param nodeClass - the class of the nodes
 * @param name - the name of the node type
 * @param options - `shareable`: the node type is defined by every subgraph, and so must be its connection
 */
export function connectionType<Node extends object>(
  nodeClass: ClassType<Node>,
  name: string,
  options: { readonly shareable?: boolean } = {},
): ConnectionClass<Node> {
  @ObjectType(`${name}Edge`, { description: `One ${name} in a list, with its cursor.` })
  class Edge {
    @Field(() => nodeClass, { description: "The node." })
    node: Node;
    @Field(() => String, { description: "Its place in this list with this ordering; opaque." })
    cursor: string;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.` })
  class NodeConnection implements Connection<Node> {
    constructor(private readonly page: Page<Node>) {}

    @Field(() => [Edge], { description: "The page with cursors." })
    async edges(@Info() info: GraphQLResolveInfo): Promise<Edge[]> {
      const { rows } = await atList(info, () => this.page.read());
      return rows.map(({ node, cursor }) => Object.assign(new Edge(), { node, cursor }));
    }

    @Field(() => [nodeClass], { description: "The page without cursors." })
    async nodes(@Info() info: GraphQLResolveInfo): Promise<Node[]> {
      const { rows } = await atList(info, () => this.page.read());
      return rows.map(({ node }) => node);
    }

    @Field(() => PageInfo, { description: "Where the page lies." })
    async pageInfo(@Info() info: GraphQLResolveInfo): Promise<PageInfo> {
      const { rows, hasNextPage } = await atList(info, () => this.page.read());
      return {
        hasNextPage,
        hasPreviousPage: this.page.hasPreviousPage,
        startCursor: rows[0]?.cursor ?? null,
        endCursor: rows.at(-1)?.cursor ?? null,
      };
    }

    @Field(() => Int, {
      description: "How many there are in the whole list; counted only where asked for.",
    })
    totalCount(@Info() info: GraphQLResolveInfo): Promise<number> {
      return atList(info, () => this.page.countAll());
    }
  }
  if (options.shareable) {
    Directive("@shareable")(Edge);
    Directive("@shareable")(NodeConnection);
  }
  return NodeConnection;
}
