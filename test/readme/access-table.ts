import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type DefinitionNode, type DocumentNode, Kind, parse } from "graphql";
import { roles, roleScopes } from "../../gateway/access/roles";
import { areaNames } from "../../subgraphs/areas";
import { type AccessPolicy, accessPolicies } from "../../subgraphs/kit/access/access-policy";
import { table } from "./tables";

const supergraph = join(__dirname, "..", "..", "schema", "supergraph.graphql");

/** The roles whose scopes are their own: an app has those its token names. */
export const tabledRoles = roles.filter((role) => role !== "app");

const everybody = "everybody";
const everyArea = "all areas";

/** What a scope of an area opens, by its second word. */
const kinds: Readonly<Record<string, string>> = {
  records: "what the office records, without persons",
  statistics: "by agreement: statistics of any day, protected",
  persons: "what it records of persons",
  evaluations: "what evaluators say of applicants",
  pay: "how much of the pay goes on",
  changes: "every mutation of the area",
  profiles: "the external personnel list, to a municipality it was granted to",
};

/** A Markdown table of scopes: what each opens, and the roles that have it. */
export function scopeTable(): string {
  const scopes = [...new Set(tabledRoles.flatMap((role) => [...roleScopes[role]]))];
  return table(
    ["scope", "what it opens", "roles"],
    scopes.sort(byArea).map((scope) => [`\`${scope}\``, meaningOf(scope), holdersOf(scope)]),
  );
}

function meaningOf(scope: string): string {
  const [, kind] = scope.split(":");
  return kind === undefined ? "what was published" : (kinds[kind] ?? "");
}

function holdersOf(scope: string): string {
  const holders = tabledRoles.filter((role) => roleScopes[role].some((own) => own === scope));
  return holders.length === tabledRoles.length
    ? everybody
    : holders.map((role) => `\`${role}\``).join(", ");
}

/** Recruitment before dispatch, as everywhere; what is of no area comes first. */
function byArea(one: string, other: string): number {
  const rank = (scope: string) => areaNames.findIndex((area) => scope.startsWith(`${area}:`));
  return rank(one) - rank(other);
}

/** Markdown lists of who sees what: area by area, a line a policy, with the types, fields and inputs that carry it. */
export function accessLists(): string {
  const document = parse(readFileSync(supergraph, "utf8"));
  const lines = new Map(
    [everyArea, ...areaNames].map((area) => [area, new Map<string, Set<string>>()]),
  );
  for (const [coordinate, policy] of accessPolicies(document)) {
    // Lists, edges and payloads carry the policy of their node, mutations that of their area.
    if (/(Connection|Edge|Payload)$/.test(coordinate)) continue;
    const line = conditionOf(policy);
    const ofArea = lines.get(areaOf(coordinate, policy, document));
    const named = ofArea?.get(line) ?? new Set();
    ofArea?.set(line, named.add(shownCoordinate(coordinate, policy)));
  }
  return [...lines]
    .map(([area, byCondition]) =>
      [
        `### ${area.charAt(0).toUpperCase()}${area.slice(1)}`,
        "",
        ...[...byCondition]
          .sort(([one], [other]) => published(other) - published(one) || one.localeCompare(other))
          .map(
            ([condition, named]) =>
              `- ${condition}: ${[...named].sort((one, other) => one.localeCompare(other)).join(", ")}`,
          ),
      ].join("\n"),
    )
    .join("\n\n");
}

/** What is public comes first. */
function published(condition: string): number {
  return Number(condition.startsWith("`published`"));
}

function conditionOf({ scopes, personal, personalWith = [] }: AccessPolicy): string {
  const shown = (names: readonly string[]) => names.map((scope) => `\`${scope}\``).join(" or ");
  if (personal) return `${shown(scopes)}, about a person`;
  return personalWith.length > 0
    ? `${shown(scopes)}, about a person with ${shown(personalWith)}`
    : shown(scopes);
}

function shownCoordinate(coordinate: string, { scopes }: AccessPolicy): string {
  const area = scopes[0]?.split(":")[0] ?? "";
  return coordinate.startsWith("Mutation.") ? `every mutation of ${area}` : `\`${coordinate}\``;
}

/** The area of a policy, or of the one subgraph that answers what carries it. */
function areaOf(
  coordinate: string,
  { scopes, personalWith = [] }: AccessPolicy,
  { definitions }: DocumentNode,
): string {
  const [area = "", ...more] = new Set(
    (personalWith.length > 0 ? personalWith : scopes.slice(0, 1)).map(areaOfScope),
  );
  if (more.length > 0) return everyArea;
  if (area !== "") return area;
  const [name] = coordinate.split(".");
  const definition = definitions.find((one) => "name" in one && one.name?.value === name);
  const [graph, ...others] = definition ? graphsOf(definition) : [];
  return graph && others.length === 0 ? graph : everyArea;
}

/** Empty for what is of no area. */
function areaOfScope(scope: string): string {
  return scope.includes(":") ? (scope.split(":")[0] ?? "") : "";
}

function graphsOf(definition: DefinitionNode): string[] {
  return ("directives" in definition ? (definition.directives ?? []) : []).flatMap((directive) =>
    directive.name.value === "join__type"
      ? (directive.arguments ?? []).flatMap(({ name, value }) =>
          name.value === "graph" && value.kind === Kind.ENUM ? [value.value.toLowerCase()] : [],
        )
      : [],
  );
}

/** What the README says: schema coordinate → the roles that see it. */
export function readAccess(readme: string): ReadonlyMap<string, ReadonlySet<string>> {
  const holders = new Map(
    generated(readme, "scopes")
      .split("\n")
      .slice(2)
      .map((row) => row.split("|").map((cell) => cell.trim()))
      .map(([, scope = "", , roles = ""]) => [
        quoted(scope)[0],
        roles === everybody ? tabledRoles : quoted(roles),
      ]),
  );
  return new Map(
    generated(readme, "access")
      .split("\n")
      .filter((line) => line.startsWith("- "))
      .flatMap((line) => {
        const [condition = "", named = ""] = line.split(": ");
        const scopes = quoted(condition.split(",")[0] ?? "");
        const seenBy = new Set<string>(scopes.flatMap((scope) => holders.get(scope) ?? []));
        const mutations = [...named.matchAll(/every mutation( of \w+)/g)].map(
          ([, ofArea = ""]) => `Mutation${ofArea}`,
        );
        return [...quoted(named), ...mutations].map((coordinate) => [coordinate, seenBy] as const);
      }),
  );
}

function generated(readme: string, name: string): string {
  const [, rest = ""] = readme.split(`<!-- ${name}:begin -->`);
  return (rest.split(`<!-- ${name}:end -->`)[0] ?? "").trim();
}

function quoted(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name);
}
