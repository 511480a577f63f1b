/** What is said of an area outside its own folder. */
export interface Area {
  /** The port of its subgraph in the local stack. */
  readonly port: number;
  /** What it is about, in the words of the table shown at start. */
  readonly about: string;
  /**
   * What of it is opened to its officers, as `records` for the scope `dispatch:records`. Analysts see its records, and
   * have its statistics counted on request ({@link statisticsScope}).
   */
  readonly scopes: readonly string[];
  /** Whether its figures count persons, so that only those who see the persons see them exactly. */
  readonly figuresCountPersons: boolean;
  /** How the ids of its published figures begin, up to the first hyphen; no other area's begin so. */
  readonly figureIds: readonly string[];
}

/** The areas of the graph, each a subgraph, in the order in which they are composed and shown. */
export const areas = {
  recruitment: {
    port: 4001,
    about: "municipal DX recruitment",
    scopes: ["records", "persons", "evaluations", "changes"],
    figuresCountPersons: true,
    figureIds: ["mic"],
  },
  dispatch: {
    port: 4002,
    about: "international dispatch",
    scopes: ["records", "persons", "pay", "changes"],
    figuresCountPersons: true,
    figureIds: ["dsp"],
  },
  fellowship: {
    port: 4003,
    about: "fellowship programmes",
    scopes: ["records", "persons", "changes"],
    figuresCountPersons: true,
    figureIds: ["mf"],
  },
  cooperation: {
    port: 4004,
    about: "cooperation networks",
    scopes: ["records", "persons", "changes"],
    figuresCountPersons: false,
    figureIds: ["accsm", "accsm3", "asia", "cjk", "coop", "invite", "jica", "visitors"],
  },
} as const satisfies Readonly<Record<string, Area>>;

/** The name of an area: of its folder, its program, its database and its subgraph. */
export type AreaName = keyof typeof areas;

/** The names of the areas, in their order. */
export const areaNames = Object.keys(areas) as AreaName[];

/** Whether a name is that of an area. */
export function isAreaName(name: string): name is AreaName {
  return Object.hasOwn(areas, name);
}

/**
 * The scope with which the statistics of an area are counted on request and protected, of any day: what analysts have
 * by agreement with its office. Its officers see the records, and so are shown every number as it is.
 */
export function statisticsScope(area: string): string {
  return `${area}:statistics`;
}

/** Says something of every area. */
export function ofEachArea<Value>(
  valueOf: (area: Area, name: AreaName) => Value,
): Record<AreaName, Value> {
  return Object.fromEntries(areaNames.map((name) => [name, valueOf(areas[name], name)])) as Record<
    AreaName,
    Value
  >;
}
