import {
  defaultFieldResolver,
  getDirectiveValues,
  type GraphQLField,
  type GraphQLSchema,
  isObjectType,
} from "graphql";
import { ApiError } from "../errors";

/**
 * Holds plain lists to what the schema says of them: one longer than its `assumedSize` is the ApiError LIST_TOO_LONG,
 * never a shorter list. So no answer can cost more than was estimated before it was asked for.
 *
 * @returns the same schema
 */
export function boundLists(schema: GraphQLSchema): GraphQLSchema {
  const directive = schema.getDirective("listSize");
  for (const type of Object.values(schema.getTypeMap())) {
    if (!directive || !isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const said = field.astNode && getDirectiveValues(directive, field.astNode);
      const most = said?.["assumedSize"];
      // A list with `sizedFields` is a page, as long as `first` says.
      if (typeof most === "number" && !said?.["sizedFields"]) {
        bound(field, `${type.name}.${field.name}`, most);
      }
    }
  }
  return schema;
}

function bound(field: GraphQLField<unknown, unknown>, coordinate: string, most: number): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  const checked = (list: unknown): unknown => {
    if (!Array.isArray(list) || list.length <= most) return list;
    const message = `Expected at most ${most} elements of ${coordinate}, found ${list.length}. The limit of the schema has to be raised.`;
    throw new ApiError("LIST_TOO_LONG", message);
  };
  field.resolve = (...given) => {
    const list: unknown = resolve(...given);
    return list instanceof Promise ? list.then(checked) : checked(list);
  };
}
