import type { GraphQLResolveInfo } from "graphql";
import { type ClassType, Ctx, Directive, Field, Info, Int, ObjectType } from "type-graphql";
import type { LoadingContext } from "../loaders";
import { prepareReferences } from "../references";
import { atList } from "./at-list";
import type { Page, PageRows } from "./page";

/** Where a page lies in its list. */
@Directive("@shareable")
@ObjectType({ description: "Where a page lies in its list (Relay cursor connections)." })
export class PageInfo {
  @Field(() => Boolean, { description: "More follow after `endCursor`." })
  readonly hasNextPage: boolean;
  @Field(() => Boolean, {
    description: "The page was asked for with `after`, so at least that one precedes it.",
  })
  readonly hasPreviousPage: boolean;

  constructor(
    private readonly page: PageRows<unknown>,
    hasPreviousPage: boolean,
  ) {
    this.hasNextPage = page.hasNextPage;
    this.hasPreviousPage = hasPreviousPage;
  }

  @Field(() => String, { nullable: true, description: "Cursor of the first on the page." })
  get startCursor(): string | null {
    return this.cursorAt(0);
  }

  @Field(() => String, {
    nullable: true,
    description: "Cursor of the last on the page; give it as `after` for the next.",
  })
  get endCursor(): string | null {
    return this.cursorAt(this.page.nodes.length - 1);
  }

  private cursorAt(place: number): string | null {
    return this.page.nodes.length === 0 ? null : this.page.cursorAt(place);
  }
}

/** A page of nodes as type-graphql serves it. */
export interface Connection<Node> {
  nodes(info: GraphQLResolveInfo, context: LoadingContext): Promise<readonly Node[]>;
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
    readonly node: Node;

    constructor(
      private readonly page: PageRows<Node>,
      private readonly place: number,
    ) {
      // A page has a node at each of its places.
      this.node = page.nodes[place] as Node;
    }

    @Field(() => String, { description: "Its place in this list with this ordering; opaque." })
    get cursor(): string {
      return this.page.cursorAt(this.place);
    }
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.` })
  class NodeConnection implements Connection<Node> {
    constructor(private readonly page: Page<Node>) {}

    @Field(() => [Edge], { description: "The page with cursors." })
    async edges(@Info() info: GraphQLResolveInfo, @Ctx() context: LoadingContext): Promise<Edge[]> {
      const page = await atList(info, () => this.page.read());
      await prepareReferences(page.nodes, info, context, ["node"]);
      return page.nodes.map((_node, place) => new Edge(page, place));
    }

    @Field(() => [nodeClass], { description: "The page without cursors." })
    async nodes(
      @Info() info: GraphQLResolveInfo,
      @Ctx() context: LoadingContext,
    ): Promise<readonly Node[]> {
      const { nodes } = await atList(info, () => this.page.read());
      await prepareReferences(nodes, info, context);
      return nodes;
    }

    @Field(() => PageInfo, { description: "Where the page lies." })
    async pageInfo(@Info() info: GraphQLResolveInfo): Promise<PageInfo> {
      const page = await atList(info, () => this.page.read());
      return new PageInfo(page, this.page.hasPreviousPage);
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
