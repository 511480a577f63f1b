import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "graphql";
import { roles, roleScopes } from "../../gateway/access/roles";
import { type AccessPolicy, accessPolicies } from "../../subgraphs/kit/access/access-policy";
import { table } from "./tables";

const supergraph = join(__dirname, "..", "..", "schema", "supergraph.graphql");

/** The roles whose scopes are their own: an app has those its token names. */
export const tabledRoles = roles.filter((role) => role !== "app");

const allowed = "yes";

/** A Markdown table of who sees what: a row a policy, with the types, fields and inputs that carry it. */
export function accessTable(): string {
  const rows = new Map<string, { policy: AccessPolicy; coordinates: string[] }>();
  for (const [coordinate, policy] of accessPolicies(parse(readFileSync(supergraph, "utf8")))) {
    // Lists, edges and payloads carry the policy of their node, mutations that of their area.
    if (/(Connection|Edge|Payload)$/.test(coordinate)) continue;
    const key = JSON.stringify(policy);
    const row = rows.get(key) ?? { policy, coordinates: [] };
    rows.set(key, row);
    row.coordinates.push(coordinate.replace(/^Mutation\..*/, "Mutation"));
  }
  const sorted = [...rows.values()].sort((a, b) => rank(a.policy).localeCompare(rank(b.policy)));
  return table(
    ["scope", "what it opens", "about a person", ...tabledRoles],
    sorted.map(({ policy, coordinates }) => [
      policy.scopes.map((scope) => `\`${scope}\``).join(" or "),
      shownCoordinates(coordinates, policy),
      aboutPersons(policy),
      ...tabledRoles.map((role) =>
        policy.scopes.some((scope) => roleScopes[role].some((own) => own === scope)) ? allowed : "",
      ),
    ]),
  );
}

function aboutPersons({ personal, personalWith = [] }: AccessPolicy): string {
  if (personal) return "yes";
  return personalWith.length > 0
    ? `exact, to ${personalWith.map((scope) => `\`${scope}\``).join(", ")}`
    : "";
}

/** What is public first, then area by area. */
function rank({ scopes, personalWith = [] }: AccessPolicy): string {
  return scopes[0] === "published"
    ? personalWith.join(" ") && ` ${personalWith.join(" ")}`
    : scopes.join(" ");
}

function shownCoordinates(coordinates: readonly string[], { scopes }: AccessPolicy): string {
  const area = scopes[0]?.split(":")[0] ?? "";
  return [...new Set(coordinates)]
    .sort()
    .map((coordinate) =>
      coordinate === "Mutation" ? `every mutation of ${area}` : `\`${coordinate}\``,
    )
    .join(", ");
}

/** What the README says: schema coordinate → the roles that see it. */
export function readAccessTable(readme: string): ReadonlyMap<string, ReadonlySet<string>> {
  const [, section = ""] = readme.split("<!-- access:begin -->");
  const [head = "", , ...rows] = (section.split("<!-- access:end -->")[0] ?? "").trim().split("\n");
  const header = cellsOf(head);
  return new Map(
    rows.flatMap((row) => {
      const cells = cellsOf(row);
      const seenBy = new Set(
        header.filter((_role, column) => column > 2 && cells[column] === allowed),
      );
      const coordinates = [...(cells[1] ?? "").matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name);
      const mutations = /every mutation of (\w+)/.exec(cells[1] ?? "");
      return [...coordinates, ...(mutations ? [`Mutation of ${mutations[1] ?? ""}`] : [])].map(
        (coordinate) => [coordinate, seenBy] as const,
      );
    }),
  );
}

function cellsOf(row: string): string[] {
  return row
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());
}
