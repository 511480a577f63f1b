import { ArgsType, type ClassType, Field, InputType, registerEnumType } from "type-graphql";
import type { ObjectLiteral } from "typeorm";
import { asOfDescription, knownAtDescription, updatedSinceDescription } from "../clock";
import type { FilterColumn, SqlType } from "../filter/compile-filter";
import { addCombinations, someFilter } from "../filter/combinations";
import type { FilterRelation } from "../filter/filtered-records";
import { DateFilter, enumFilterOf, IntFilter, StringFilter } from "../filter/filter-inputs";
import type { DeclaredField } from "./declared-fields";
import { type DeclaredRelation, relationsOf } from "./declared-relations";
import { DateScalar, DateTimeScalar, KnownAtScalar } from "../graphql/scalars";
import { keyColumn } from "./columns";
import { filterColumnOf, type MarkedField, markedFields, orderColumnOf } from "./marked-fields";
import { snakeCase, upperFirst } from "../name-form";
import type { RequestContext } from "../request/request-context";
import { inputType } from "../graphql/input-fields";
import { asOfRequest } from "../connection/as-of-request";
import { type ConnectionClass, connectionType } from "../connection/connection-type";
import { List } from "../connection/list";
import type { KnownList, ListDefinition, ParentDefinition } from "../connection/list-definition";
import type { ListRequest } from "../connection/list-request";
import { type OrderColumn, OrderDirection } from "../connection/ordering";
import { type Page, PageArguments } from "../connection/page";

/** A filter that is no plain column: what it compares, what it says of itself, and its input where its type does not say. */
export type DeclaredFilter = FilterColumn & {
  readonly description: string;
  readonly input?: ClassType;
};

/** An ordering that is no plain column. */
export interface DeclaredOrdering extends OrderColumn {
  readonly description: string;
}

/** What a list says besides what the fields of its nodes are marked with. */
export interface ListDeclaration<Node extends ObjectLiteral> {
  /** What its nodes are called, as "engagements". */
  readonly plural: string;
  /** Names the list where its class does not, in SQL tags and cursors. */
  readonly name?: string;
  /** The filters that are no plain column, and those of its nodes' fields that it has others for. */
  readonly filters?: Readonly<Record<string, DeclaredFilter>>;
  readonly orderings?: Readonly<Record<string, DeclaredOrdering>>;
  /** Marked fields that this list is neither filtered nor ordered by. */
  readonly without?: readonly (keyof Node)[];
  /** The default order, as `"FROM"` or `"FROM DESC"`: terms of its orderings. */
  readonly order: readonly [string, ...string[]];
  /** What the default order says of itself, as "by first day, earliest first"; absent: callers cannot choose another. */
  readonly ordered?: string;
  /** The condition that `t` holds on a day, of which `day` is the SQL; for lists on a day. */
  readonly asOf?: (day: string) => string;
  /** For lists of records with a history, which take `knownAt` and `updatedSince`. */
  readonly known?: KnownList;
  /** Another list of the same class, which has the types of its pages and orderings. */
  readonly like?: Pick<DeclaredList<Node>, "connection" | "order">;
}

/** What a field says that lists nodes. */
export interface ListField {
  readonly description: string;
  /** By default: a list that another subgraph leads to, which is null where this one is down. */
  readonly nullable?: boolean;
  /** Refuses callers who are not permitted to list those of the parent with this key. */
  readonly guard?: (context: RequestContext, key: string) => void;
}

/** What gives the page of a node's list. */
type PageOf<Node, Source> = (
  context: RequestContext,
  source: Source,
  request: ListRequest,
) => Page<Node>;

/** The list of a class as fields of the graph: whole, or each parent's part of it, on a day or of all times. */
export class DeclaredList<Node extends ObjectLiteral> {
  readonly connection: ConnectionClass<Node>;
  /** One term of an ordering; absent where there is none to choose. */
  readonly order: ClassType | undefined;
  /** Those arguments that have nothing to do with time. */
  readonly timelessArguments: ClassType<ListRequest>;
  /** The arguments of a list of all times. */
  readonly arguments: ClassType<ListRequest>;
  /** The arguments of a list on a day. */
  readonly datedArguments: ClassType<ListRequest>;
  readonly definition: ListDefinition<Node>;
  readonly list: List<Node>;
  /** The filter; absent where there is nothing to filter by. */
  readonly filter: ClassType | undefined;
  private readonly relations: Record<string, FilterRelation> = {};
  private several: ClassType | undefined;

  constructor(
    entity: ClassType<Node> & (new () => Node),
    private readonly declaration: ListDeclaration<Node>,
  ) {
    const { plural, name = entity.name, order, ordered, asOf, known, ...own } = declaration;
    const fields = markedFields(entity).filter((field) => !own.without?.includes(field.name));
    const filters = { ...filtersOf(fields), ...own.filters };
    const orderings = { ...orderingsOf(fields), ...own.orderings };
    const ownOrder =
      ordered === undefined || own.like ? undefined : orderInput(name, plural, orderings);
    this.connection = own.like?.connection ?? connectionType(entity, name);
    this.order = own.like?.order ?? ownOrder;
    this.filter = Object.keys(filters).length > 0 ? filterInput(name, plural, filters) : undefined;
    this.timelessArguments = argumentsType(PageArguments, {
      ...(this.filter && { filter: { type: this.filter, description: "Default: all." } }),
      ...(this.order && {
        orderBy: { type: [this.order], description: `Default: ${ordered ?? ""}.` },
      }),
    });
    this.arguments = argumentsType(this.timelessArguments, {
      ...(known && {
        knownAt: { type: KnownAtScalar, description: knownAtDescription },
        updatedSince: { type: DateTimeScalar, description: updatedSinceDescription },
      }),
    });
    this.datedArguments = argumentsType(this.arguments, {
      asOf: { type: DateScalar, description: asOfDescription },
    });
    const { propertyName, options } = keyColumn(entity);
    this.definition = {
      name,
      entity,
      filters,
      relations: this.relations,
      orderings,
      defaultOrder: order.map((term) => orderTerm(name, term, orderings)),
      unique: {
        sql: `t.${options.name ?? propertyName}`,
        type: options.type === "integer" || options.type === "bigint" ? options.type : "text",
      },
      ...(asOf && { asOf }),
      ...(known && { known }),
    };
    this.list = new List(this.definition);
  }

  /**
   * Lets the list be filtered by what its nodes refer to: filter fields with the names of the fields that show it, or, where
   * a filter by its code has that name, with `Is` behind. To be called before the schema is built.
   *
   * @throws Error where a name is taken, the list has no filter, or one of the others has none
   */
  relatesTo(declared: Readonly<Record<string, DeclaredRelation>>): void {
    const { filter, relations } = this;
    const { name, filters } = this.definition;
    if (!filter) throw new Error(`the list ${name} has no filter`);
    const taken = Object.keys(declared).find((each) => each in filters || each in relations);
    if (taken !== undefined) throw new Error(`the list ${name} has the filter ${taken} already`);
    Object.assign(relations, relationsOf(filter, declared));
  }

  /**
   * The filter input of several of its nodes.
   * @throws Error where there is nothing to filter by
   */
  someFilter(): ClassType {
    const { name } = this.definition;
    if (!this.filter) throw new Error(`the list ${name} has no filter`);
    return (this.several ??= someFilter(name, this.declaration.plural, this.filter));
  }

  /** A field that lists the nodes of a day. */
  onDay(field: ListField): DeclaredField<undefined, ListRequest> {
    const pageOf: PageOf<Node, undefined> = (context, _none, request) =>
      this.list.page(context, asOfRequest(request, context));
    return this.field(this.datedArguments, pageOf, field);
  }

  /** A field that lists the nodes of all times. */
  all(field: ListField): DeclaredField<undefined, ListRequest> {
    const pageOf: PageOf<Node, undefined> = (context, _none, request) =>
      this.list.page(context, request);
    return this.field(this.arguments, pageOf, field);
  }

  /** The nodes that belong to a parent: those with its key in a column, or by another condition. */
  by(column: string, parent: Partial<ParentDefinition> = {}) {
    const pageOf = this.list.ofParent({
      name: `by${column.split("_").map(upperFirst).join("")}`,
      keyType: "text",
      condition: (key) => `t.${column} = ${key}`,
      ...parent,
    });
    const listed =
      (type: ClassType<ListRequest>, isOnDay: boolean) =>
      <Source>(keyOf: (source: Source) => string | number, { guard, ...field }: ListField) => {
        const guarded: PageOf<Node, Source> = (context, source, request) => {
          const key = keyOf(source);
          guard?.(context, String(key));
          return pageOf(context, key, isOnDay ? asOfRequest(request, context) : request);
        };
        return this.field(type, guarded, field);
      };
    return {
      /** The page of a parent's part. */
      pageOf,
      /** A field that lists a parent's nodes of a day. */
      onDay: listed(this.datedArguments, true),
      /** A field that lists a parent's nodes of all times. */
      all: listed(this.arguments, false),
    };
  }

  private field<Source>(
    type: ClassType<ListRequest>,
    pageOf: PageOf<Node, Source>,
    { description, nullable = true }: ListField,
  ): DeclaredField<Source, ListRequest> {
    return {
      type: () => this.connection,
      nullable,
      description,
      arguments: type,
      find: (source, request, context) => new this.connection(pageOf(context, source, request)),
    };
  }
}

function filtersOf(fields: readonly MarkedField[]): Record<string, DeclaredFilter> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const { name, filter, codeList } = field;
      if (filter === undefined) return [];
      const input = codeList && { input: enumFilterOf(codeList) };
      return [[name, { ...filterColumnOf(field), description: filter, ...input }]];
    }),
  );
}

function orderingsOf(fields: readonly MarkedField[]): Record<string, DeclaredOrdering> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const { name, order } = field;
      if (order === undefined) return [];
      return [[snakeCase(name).toUpperCase(), { ...orderColumnOf(field), description: order }]];
    }),
  );
}

const inputs: Readonly<Partial<Record<SqlType, ClassType>>> = {
  text: StringFilter,
  integer: IntFilter,
  date: DateFilter,
};

/** Makes `<Name>Filter`. */
function filterInput(
  name: string,
  plural: string,
  filters: Readonly<Record<string, DeclaredFilter>>,
): ClassType {
  const fields = Object.entries(filters).map(
    ([field, { type, description, input = inputs[type] }]) => {
      if (!input) throw new Error(`the list ${name} has no input for the filter ${field}`);
      return [field, { type: () => input, nullable: true, description }] as const;
    },
  );
  const description = `Which ${plural} to list. All conditions that are given must hold.`;
  const input = inputType(`${name}Filter`, description, Object.fromEntries(fields));
  addCombinations(input);
  return input;
}

function orderInput(
  name: string,
  plural: string,
  orderings: Readonly<Record<string, DeclaredOrdering>>,
): ClassType {
  const keys = Object.fromEntries(Object.keys(orderings).map((key) => [key, key]));
  registerEnumType(keys, {
    name: `${name}OrderField`,
    description: `What ${plural} can be ordered by.`,
    valuesConfig: orderings,
  });
  @InputType(`${name}Order`, { description: `One term of an ordering of ${plural}.` })
  class Order {
    @Field(() => keys, { description: "What to order by." })
    by: string;
    @Field(() => OrderDirection, { defaultValue: OrderDirection.ASC, description: "Which way." })
    direction: OrderDirection = OrderDirection.ASC;
  }
  return Order;
}

function argumentsType(
  base: ClassType<PageArguments>,
  fields: Readonly<Record<string, { readonly type: unknown; readonly description: string }>>,
): ClassType<ListRequest> {
  class Arguments extends base {}
  for (const [name, { type, description }] of Object.entries(fields)) {
    Field(() => type as never, { nullable: true, description })(Arguments.prototype, name);
  }
  ArgsType()(Arguments);
  return Arguments;
}

/**
 * A term of a list's own order.
 * @throws Error where there is no such ordering
 */
function orderTerm(
  list: string,
  term: string,
  orderings: Readonly<Record<string, DeclaredOrdering>>,
) {
  const [, by = "", descending] = /^(\w+)( DESC)?$/.exec(term) ?? [];
  if (!Object.hasOwn(orderings, by)) {
    const known = `${Object.keys(orderings).join(", ")}, each also with DESC`;
    throw new Error(`the list ${list} has no order "${term}"; it has ${known}`);
  }
  return { by, direction: descending ? OrderDirection.DESC : OrderDirection.ASC };
}
