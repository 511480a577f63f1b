import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  getNamedType,
  type GraphQLField,
  type GraphQLObjectType,
  isEnumType,
  isObjectType,
} from "graphql";
import { apiSchema } from "../../schema/api-schema";
import { readAccessTable, tabledRoles } from "../readme/access-table";
import { type GraphAnswer, startTestGraph, type TestGraph } from "../support/graph";
import { callerHeaders } from "../support/identity";
import { call, selectionOf, waysToTypes } from "./support/field-walk";

const project = join(__dirname, "..", "..");
const supergraph = readFileSync(join(project, "schema", "supergraph.graphql"), "utf8");
const schema = apiSchema(supergraph);
const seenBy = readAccessTable(readFileSync(join(project, "README.md"), "utf8"));
const types = Object.values(schema.getTypeMap()).filter(
  (type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith("__"),
);

/** Lists, edges and payloads are seen by whoever sees their nodes: the README names those alone. */
function nodeOf(name: string): string {
  return name.replace(/(Connection|Edge)$/, "");
}

function payloadNodeOf(type: GraphQLObjectType): string {
  const node = Object.values(type.getFields()).find((field) => field.name !== "userErrors");
  return node ? getNamedType(node.type).name : type.name;
}

function isOpenTo(role: string, coordinate: string): boolean {
  const [name = "", field] = coordinate.split(".");
  if (field !== undefined) return seenBy.get(coordinate)?.has(role) ?? true;
  const type = schema.getType(name);
  const known = name.endsWith("Payload") && isObjectType(type) ? payloadNodeOf(type) : nodeOf(name);
  return seenBy.get(known)?.has(role) ?? false;
}

function isFieldOpenTo(
  role: string,
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
) {
  const returned = getNamedType(field.type);
  return (
    isOpenTo(role, type.name) &&
    isOpenTo(role, `${type.name}.${field.name}`) &&
    (!isObjectType(returned) || isOpenTo(role, returned.name))
  );
}

function codesOf({ errors }: Pick<GraphAnswer<unknown>, "errors">): unknown[] {
  return errors.map(({ extensions }) => extensions?.["code"]);
}

describe("every field of the graph, as the README says who sees it", () => {
  let graph: TestGraph;
  beforeAll(async () => {
    graph = await startTestGraph({ demo: true });
  });
  afterAll(() => graph.stop());

  it("is a field of a type in the README's table, in which nothing else stands", () => {
    const missing = types.filter(
      ({ name }) =>
        !/(Connection|Edge|Payload)$/.test(name) && name !== "Mutation" && !seenBy.has(name),
    );
    expect(missing).toEqual([]);
    const unknown = [...seenBy.keys()].filter((coordinate) => {
      const [name = "", field] = coordinate.split(".");
      if (name.startsWith("Mutation of")) return false;
      const type = schema.getType(name);
      if (!type || field === undefined) return !type;
      return isEnumType(type)
        ? !type.getValue(field)
        : !("getFields" in type && field in type.getFields());
    });
    expect(unknown).toEqual([]);
  });

  it.each(tabledRoles)("is answered to %s or refused", async (role) => {
    const headers = await callerHeaders(role);
    const mine = waysToTypes(schema, (coordinate) => isOpenTo(role, coordinate));
    const anybodys = waysToTypes(schema, () => true);
    const wrong: string[] = [];
    let walked = 0;
    for (const type of types) {
      if (type.name === "Mutation") continue;
      const open: string[] = [];
      for (const field of Object.values(type.getFields())) {
        walked += 1;
        if (isFieldOpenTo(role, type, field)) {
          open.push(selectionOf(field));
          continue;
        }
        const way = mine.get(type.name) ?? anybodys.get(type.name);
        // Payloads and what hangs on them alone are reached by mutations, which are walked below.
        if (!way) continue;
        const answer = await graph.execute(way(selectionOf(field)), {}, headers);
        const isRefused = String(codesOf(answer)) === "FORBIDDEN" && answer.calls.length === 0;
        if (!isRefused)
          wrong.push(`${type.name}.${field.name} is not refused: ${codesOf(answer).join()}`);
      }
      const way = mine.get(type.name);
      if (open.length === 0 || !way) continue;
      const answer = await graph.execute(way(open.join(" ")), {}, headers);
      const codes = codesOf(answer).filter((code) => code !== "LIST_NOT_GRANTED");
      if (codes.length > 0)
        wrong.push(`${type.name} is not answered: ${JSON.stringify(answer.errors)}`);
    }
    expect(wrong).toEqual([]);
    expect(walked).toBeGreaterThan(800);
  });

  it.each(tabledRoles)("is opened to %s by mutations of its area alone", async (role) => {
    const headers = { ...(await callerHeaders(role)), "graph-dry-run": "1" };
    const wrong: string[] = [];
    for (const mutation of Object.values(schema.getMutationType()?.getFields() ?? {})) {
      const payload = getNamedType(mutation.type) as GraphQLObjectType;
      for (const field of Object.values(payload.getFields())) {
        const answer = await graph.execute(
          `mutation { ${call(mutation)} { ${selectionOf(field)} } }`,
          {},
          headers,
        );
        const isOpen = isMutationOpenTo(role, mutation.name) && isFieldOpenTo(role, payload, field);
        const isRefused = String(codesOf(answer)) === "FORBIDDEN";
        if (isOpen === isRefused || answer.calls.length > 0) {
          wrong.push(`${mutation.name}.${field.name}: ${codesOf(answer).join()}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});

const areas = ["recruitment", "dispatch", "fellowship", "cooperation"] as const;

function isMutationOpenTo(role: string, mutation: string): boolean {
  const area = areas.find((name) =>
    new RegExp(`^ {2}${mutation}\\(`, "m").test(
      readFileSync(join(project, "schema", `${name}.graphql`), "utf8").split("type Mutation")[1] ??
        "",
    ),
  );
  return seenBy.get(`Mutation of ${area ?? ""}`)?.has(role) ?? false;
}
