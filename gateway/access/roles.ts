import { type AreaName, areaNames, areas, statisticsScope } from "../../subgraphs/areas";

/** A role of the graph. */
export type Role = "public" | "municipality" | "analyst" | `${AreaName}-officer` | "app";

/** The roles of officers, one an area. */
export const officerRoles = areaNames.map((area) => `${area}-officer` as const);

/** Says something of the officers of every area. */
export function ofEachOfficer<Value>(
  valueOf: (area: AreaName) => Value,
): Record<`${AreaName}-officer`, Value> {
  return Object.fromEntries(
    areaNames.map((area) => [`${area}-officer`, valueOf(area)] as const),
  ) as Record<`${AreaName}-officer`, Value>;
}

/**
 * What each role is permitted: the scopes that the policies of the schema name. `published` is what agencies have made
 * public, `records` what an office keeps of no person, `statistics` protected counts of any day, `persons` what it keeps
 * of people, `evaluations` and `pay` what is more private still, `profiles` what a municipality sees of the list it was
 * granted, `changes` every mutation of an area.
 *
 * An app has the scopes its token names, with the records they bring ({@link withRecords}), and may run only the
 * operations registered for it.
 */
export const roleScopes: Readonly<Record<Role, readonly string[]>> = {
  public: ["published"],
  municipality: ["published", "recruitment:profiles"],
  analyst: [
    "published",
    ...areaNames.flatMap((area) => [`${area}:records`, statisticsScope(area)]),
  ],
  ...ofEachOfficer((area) => [
    "published",
    ...areas[area].scopes.map((scope) => `${area}:${scope}`),
  ]),
  app: ["published"],
};

/** The roles of the graph, in the order in which they are shown. */
export const roles = Object.keys(roleScopes) as Role[];

/** Whether a text is one of {@link roles}. */
export function isRole(text: string): text is Role {
  return Object.hasOwn(roleScopes, text);
}

/**
 * A scope and what it brings with it: whoever is given people, evaluations, pay or changes of an area is given its
 * records too, because none of them is possible without. `profiles` and `statistics` are the exceptions: they open no
 * record that needs another.
 */
export function withRecords(scope: string): readonly string[] {
  const [area, what] = scope.split(":");
  const isAlone = what === undefined || what === "profiles" || what === "statistics";
  return isAlone ? [scope] : [scope, `${area ?? ""}:records`];
}

/** Every scope there is. */
export const knownScopes: ReadonlySet<string> = new Set(Object.values(roleScopes).flat());
