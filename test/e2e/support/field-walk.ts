import {
  getNamedType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
} from "graphql";

/** Which types and fields a walk may go through: `Dispatch`, `Dispatch.payRatio`. */
export type IsOpen = (coordinate: string) => boolean;

/** A way from the root of queries to a type: the selections around `selection`, which is of that type. */
export type Way = (selection: string) => string;

/** Values of arguments that lead to something, by field and argument, or of required ones by argument. */
const samples: Readonly<Record<string, string>> = {
  "agency.code": '"JP-NPA"',
  "country.code": '"JP"',
  // Stocks at the end of a fiscal year, which everybody is shown.
  "dispatchStatistics.measure": "ON_DISPATCH",
  "dispatchStatistics.fiscalYears": "[2023]",
  "fellowshipStatistics.measure": "PLACEMENTS",
  "fellowshipStatistics.fiscalYears": "[2023]",
  "recruitmentStatistics.measure": "REGISTERED_PERSONS",
  "recruitmentStatistics.fiscalYears": "[2023]",
  // Tables of the same years, of which nothing is shown.
  "cooperationReleaseCheck.tables": tableOf("TRAINING_PARTICIPANTS"),
  "dispatchReleaseCheck.tables": tableOf("ON_DISPATCH"),
  "fellowshipReleaseCheck.tables": tableOf("PLACEMENTS"),
  "recruitmentReleaseCheck.tables": tableOf("REGISTERED_PERSONS"),
  "fellowshipProgram.code": '"MIKE_MANSFIELD"',
  "municipality.code": '"131016"',
  "network.code": '"ACCSM"',
  "publishedFigure.id": '"dsp-2013-stock"',
  "skillCategory.code": "PRODUCER",
  year: "2023",
  fiscalYear: "2023",
  from: "2022",
  to: "2023",
  number: "28",
  program: '"MIKE_MANSFIELD"',
};

function tableOf(measure: string): string {
  return `[{ measure: ${measure}, fiscalYear: 2023, rows: [{}] }]`;
}

/** The shortest way to each type that a walk may reach, lists of rows before single rows, whose ids nobody knows. */
export function waysToTypes(schema: GraphQLSchema, isOpen: IsOpen): ReadonlyMap<string, Way> {
  const root = schema.getQueryType();
  if (!root) throw new Error("The schema has no queries.");
  const ways = new Map<string, Way>([[root.name, (selection) => `{ ${selection} }`]]);
  const queue: GraphQLObjectType[] = [root];
  for (let type = queue.shift(); type; type = queue.shift()) {
    const way = ways.get(type.name);
    const fields = Object.values(type.getFields()).sort((a, b) => needs(a) - needs(b));
    for (const field of fields) {
      if (!way || !isOpen(`${type.name}.${field.name}`)) continue;
      const given = getNamedType(field.type);
      for (const returned of objectTypes(schema, given)) {
        if (ways.has(returned.name) || !isOpen(returned.name)) continue;
        const of = given === returned ? "" : `... on ${returned.name} `;
        const within = (selection: string) => (of === "" ? selection : `${of}{ ${selection} }`);
        ways.set(returned.name, (selection) => way(`${call(field)} { ${within(selection)} }`));
        queue.push(returned);
      }
    }
  }
  return ways;
}

/** The types that a value of the type can have; none for a leaf. */
function objectTypes(schema: GraphQLSchema, type: GraphQLNamedType): readonly GraphQLObjectType[] {
  if (isAbstractType(type)) return schema.getPossibleTypes(type);
  return isObjectType(type) ? [type] : [];
}

/** A field with its required arguments and those given, and of lists two rows, as `dispatches(first: 2)`. */
export function call(
  { name, args }: GraphQLField<unknown, unknown>,
  values: Readonly<Record<string, string>> = {},
): string {
  const sampleOf = (argument: GraphQLArgument) => samples[argument.name] ?? valueOf(argument.type);
  const given = args.flatMap((argument) => {
    const value = values[argument.name] ?? samples[`${name}.${argument.name}`];
    if (value !== undefined) return [`${argument.name}: ${value}`];
    if (argument.name === "first") return ["first: 2"];
    return isRequiredArgument(argument) ? [`${argument.name}: ${sampleOf(argument)}`] : [];
  });
  return given.length > 0 ? `${name}(${given.join(", ")})` : name;
}

/** What may be selected of any type, so that a field can be selected whatever it returns. */
export function selectionOf(field: GraphQLField<unknown, unknown>): string {
  return isCompositeType(getNamedType(field.type)) ? `${call(field)} { __typename }` : call(field);
}

function needs({ args }: GraphQLField<unknown, unknown>): number {
  return args.filter(isRequiredArgument).length;
}

function valueOf(type: GraphQLInputType): string {
  if (isNonNullType(type)) return valueOf(type.ofType);
  if (isListType(type)) return `[${valueOf(type.ofType)}]`;
  if (isEnumType(type)) return type.getValues()[0]?.name ?? "";
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter(isRequiredInputField);
    return `{ ${fields.map(({ name, type: of }) => `${name}: ${valueOf(of)}`).join(", ")} }`;
  }
  return scalars[getNamedType(type).name] ?? '"x"';
}

const scalars: Readonly<Record<string, string>> = {
  Int: "1",
  Boolean: "true",
  Date: '"2024-01-01"',
  DateTime: '"2024-01-01T00:00:00+09:00"',
  KnownAt: '"2024-01-01"',
  PartialDate: '"2024"',
  CountryCode: '"JP"',
};
