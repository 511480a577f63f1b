import {
  type FieldNode,
  getNamedType,
  type GraphQLField,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from "graphql";
import type { SelectedFields } from "./selected-fields";

/** Of which state of the graph an operation asks. */
export interface AskedState {
  /** The values of its arguments `asOf`, each once. */
  readonly days: readonly string[];
  /** The day that all of it is about, where it is only one. */
  readonly ofDay?: string;
  /** The values of its arguments `knownAt`, each once. */
  readonly moments: readonly string[];
  /** The moment of all its fields that take a `knownAt`, where they all name the same. */
  readonly ofMoment?: string;
  /** The areas of whose statistics, or of whose counts beside published figures, it selects something. */
  readonly areas: ReadonlySet<string>;
}

const statistics = "Statistics";
const discrepancies = "Discrepancies";
/** What is counted beside a published figure, as statistics are. */
const comparedCounts: ReadonlySet<string> = new Set(["computed", "agreement", "difference"]);

/** Where a field is. */
interface Place {
  readonly type: string;
  /** Whether a field above takes a day, which holds for those below it. */
  readonly isBelowDay: boolean;
  readonly area: string | undefined;
}

/**
 * Finds of which state of the graph an operation asks.
 *
 * @param day - the day in force where a field names none
 */
export function askedState(
  schema: GraphQLSchema,
  selected: SelectedFields,
  day: string,
): AskedState {
  const found = new Collected(schema, selected, day);
  found.collect(selected.operation.selectionSet, {
    type: schema.getQueryType()?.name ?? "Query",
    isBelowDay: false,
    area: undefined,
  });
  const [ofDay, anotherDay] = found.days;
  const [ofMoment, anotherMoment] = found.moments;
  return {
    days: [...found.named],
    ...(ofDay !== undefined && anotherDay === undefined && { ofDay }),
    moments: [...found.moments].filter((moment) => moment !== undefined),
    ...(ofMoment !== undefined &&
      found.moments.size === 1 &&
      anotherMoment === undefined && { ofMoment }),
    areas: found.areas,
  };
}

class Collected {
  readonly named = new Set<string>();
  readonly days = new Set<string>();
  readonly moments = new Set<string | undefined>();
  readonly areas = new Set<string>();
  private readonly allAreas: readonly string[];
  private readonly seen = new Set<string>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly selected: SelectedFields,
    private readonly day: string,
  ) {
    this.allAreas = Object.keys(schema.getTypeMap()).flatMap(
      (name) => areaOfStatistics(name) ?? [],
    );
  }

  collect({ selections }: SelectionSetNode, place: Place): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        this.field(selection, place);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const type = selection.typeCondition?.name.value ?? place.type;
        this.collect(selection.selectionSet, this.at(type, place));
      } else {
        this.fragment(selection.name.value, place);
      }
    }
  }

  /** Once for each kind of place at which it is spread: fragments within fragments would be very many fields. */
  private fragment(name: string, place: Place): void {
    const key = `${name} ${place.isBelowDay} ${place.area}`;
    if (this.seen.has(key)) return;
    this.seen.add(key);
    for (const each of this.selected.document.definitions) {
      if (each.kind !== Kind.FRAGMENT_DEFINITION || each.name.value !== name) continue;
      this.collect(each.selectionSet, this.at(each.typeCondition.name.value, place));
    }
  }

  private field(node: FieldNode, place: Place): void {
    const field = this.fieldOf(place.type, node.name.value);
    if (!field) return;
    const takes = (name: string) => field.args.some((each) => each.name === name);
    const given = (name: string) => {
      const value = this.selected.argument(node, name);
      return typeof value === "string" ? value : undefined;
    };
    if (takes("asOf")) {
      const day = given("asOf");
      if (day !== undefined) this.named.add(day);
      if (day !== undefined || !place.isBelowDay) this.days.add(day ?? this.day);
    }
    if (takes("knownAt")) this.moments.add(given("knownAt"));
    const type = getNamedType(field.type).name;
    const area = this.allAreas.find((each) => field.name.startsWith(each)) ?? place.area;
    this.count(field.name, type, { ...place, area });
    if (!node.selectionSet) return;
    const isBelowDay = place.isBelowDay || takes("asOf");
    this.collect(node.selectionSet, this.at(type, { ...place, isBelowDay, area }));
  }

  /** Notes the area of a field that is answered from a release. */
  private count(name: string, type: string, place: Place): void {
    const area = areaOfStatistics(type);
    if (area !== undefined) this.areas.add(area);
    const isCompared = place.type === "PublishedFigure" && comparedCounts.has(name);
    if (!isCompared && !name.endsWith(discrepancies)) return;
    for (const each of place.area === undefined ? this.allAreas : [place.area])
      this.areas.add(each);
  }

  private at(type: string, place: Place): Place {
    const own = this.allAreas.find((each) => type.toLowerCase().startsWith(each));
    return { ...place, type, area: own ?? place.area };
  }

  private fieldOf(type: string, name: string): GraphQLField<unknown, unknown> | undefined {
    const found = this.schema.getType(type);
    return isObjectType(found) || isInterfaceType(found) ? found.getFields()[name] : undefined;
  }
}

/** The area whose statistics a type is, as `dispatch` of `DispatchStatistics`. */
function areaOfStatistics(type: string): string | undefined {
  return type.endsWith(statistics) && type.length > statistics.length
    ? type.slice(0, -statistics.length).toLowerCase()
    : undefined;
}
