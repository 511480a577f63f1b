/**
 * What each role is permitted: the scopes that the policies of the schema name. `published` is what agencies have made
 * public, `records` what an office keeps of no person, `persons` what it keeps of people, `evaluations` and `pay` what
 * is more private still, `profiles` what a municipality sees of the list it was granted, `changes` every mutation of an
 * area.
 *
 * An app has the scopes its token names, with the records they bring ({@link withRecords}), and may run only the
 * operations registered for it.
 */
export const roleScopes = {
  public: ["published"],
  municipality: ["published", "recruitment:profiles"],
  analyst: [
    "published",
    "recruitment:records",
    "dispatch:records",
    "fellowship:records",
    "cooperation:records",
  ],
  "recruitment-officer": [
    "published",
    "recruitment:records",
    "recruitment:persons",
    "recruitment:evaluations",
    "recruitment:changes",
  ],
  "dispatch-officer": [
    "published",
    "dispatch:records",
    "dispatch:persons",
    "dispatch:pay",
    "dispatch:changes",
  ],
  "fellowship-officer": [
    "published",
    "fellowship:records",
    "fellowship:persons",
    "fellowship:changes",
  ],
  "cooperation-officer": [
    "published",
    "cooperation:records",
    "cooperation:persons",
    "cooperation:changes",
  ],
  app: ["published"],
} as const satisfies Record<string, readonly string[]>;

/** A role of the graph. */
export type Role = keyof typeof roleScopes;

/** The roles of the graph, in the order in which they are shown. */
export const roles = Object.keys(roleScopes) as Role[];

/** Whether a text is one of {@link roles}. */
export function isRole(text: string): text is Role {
  return Object.hasOwn(roleScopes, text);
}

/**
 * A scope and what it brings with it: whoever is given people, evaluations, pay or changes of an area is given its
 * records too, because none of them can be had without. `profiles` is the exception: it opens less than the records.
 */
export function withRecords(scope: string): readonly string[] {
  const [area, what] = scope.split(":");
  return what === undefined || what === "profiles" ? [scope] : [scope, `${area ?? ""}:records`];
}

/** Every scope there is. */
export const knownScopes: ReadonlySet<string> = new Set(Object.values(roleScopes).flat());
