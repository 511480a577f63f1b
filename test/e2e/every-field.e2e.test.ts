import { setTimeout as delay } from "node:timers/promises";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  astFromValue,
  getNamedType,
  type GraphQLField,
  type GraphQLObjectType,
  isEnumType,
  isInputObjectType,
  isObjectType,
  print,
  type ValueNode,
} from "graphql";
import { apiSchema } from "../../schema/api-schema";
import { areaNames } from "../../subgraphs/areas";
import { readAccess, tabledRoles } from "../readme/access-table";
import { type GraphAnswer, startTestGraph, type TestGraph } from "../support/graph";
import { callerHeaders } from "../support/identity";
import { Sweep } from "../support/sweep";
import { call, selectionOf, waysToTypes } from "./support/field-walk";
import { usesOf } from "./support/input-walk";

const project = join(__dirname, "..", "..");
const supergraph = readFileSync(join(project, "schema", "supergraph.graphql"), "utf8");
const schema = apiSchema(supergraph);
const seenBy = readAccess(readFileSync(join(project, "gateway", "access", "README.md"), "utf8"));
const types = Object.values(schema.getTypeMap()).filter(
  (type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith("__"),
);

const sweep = new Sweep(
  ...[
    "gateway/access",
    "subgraphs/kit/access",
    ":(glob)subgraphs/**/*.module.ts",
    ":(glob)subgraphs/**/policies.ts",
    "schema/*.graphql",
  ],
  ...["test/e2e/support/field-walk.ts", "test/e2e/support/input-walk.ts", __filename],
);

/** The types that only mutations answer. */
const ofMutationsAlone = types
  .map(({ name }) => name)
  .filter((name) => /(Payload|UserError)$/.test(name))
  .sort();

/** The fields of types that are walked: those of a type together, which one request asks for. */
const walkedFields = new Set(
  sweep.stretchOf(
    types
      .filter(({ name }) => name !== "Mutation" && !ofMutationsAlone.includes(name))
      .flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`)),
  ),
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

/** The input fields and enum values with a policy of their own. */
const guardedInputs = [...seenBy.keys()].filter((coordinate) => {
  const type = schema.getType(coordinate.split(".")[0] ?? "");
  return isInputObjectType(type) || isEnumType(type);
});

function codesOf({ errors }: Pick<GraphAnswer<unknown>, "errors">): unknown[] {
  return errors.map(({ extensions }) => extensions?.["code"]);
}

/** Of refusals the log has a hundred a second; each of these is looked up there. */
const paced = () => delay(10);

describe("every field of the graph, as the README says who sees it", () => {
  let graph: TestGraph;
  beforeAll(async () => {
    graph = await startTestGraph({ demo: true });
  });
  afterAll(() => graph.stop());

  it("is a field of a type in the README's lists, in which nothing else stands", () => {
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
    const skipped = new Set<string>();
    for (const type of types) {
      if (type.name === "Mutation") continue;
      const open: string[] = [];
      const anyWay = mine.get(type.name) ?? anybodys.get(type.name);
      // Payloads and what hangs on them alone are reached by mutations, which are walked below.
      if (!anyWay) {
        skipped.add(type.name);
        continue;
      }
      for (const field of Object.values(type.getFields())) {
        if (!walkedFields.has(`${type.name}.${field.name}`)) continue;
        if (isFieldOpenTo(role, type, field) && mine.has(type.name)) {
          open.push(selectionOf(field));
          continue;
        }
        walked += 1;
        await paced();
        const answer = await graph.execute(anyWay(selectionOf(field)), {}, headers);
        const isRefused = String(codesOf(answer)) === "FORBIDDEN" && answer.calls.length === 0;
        if (!isRefused)
          wrong.push(`${type.name}.${field.name} is not refused: ${codesOf(answer).join()}`);
      }
      const way = mine.get(type.name);
      if (open.length === 0 || !way) continue;
      walked += open.length;
      const answer = await graph.execute(way(open.join(" ")), {}, headers);
      const codes = codesOf(answer).filter((code) => code !== "LIST_NOT_GRANTED");
      if (codes.length > 0)
        wrong.push(`${type.name} is not answered: ${JSON.stringify(answer.errors)}`);
    }
    expect(wrong).toEqual([]);
    expect([...skipped].sort()).toEqual(ofMutationsAlone);
    expect(walked).toBe(walkedFields.size);
    expect(walked).toBeGreaterThan(sweep.share(750));
  });

  it.each(tabledRoles)(
    "is neither filtered, sorted nor set by %s unless its inputs are open",
    async (role) => {
      const headers = { ...(await callerHeaders(role)), "graph-dry-run": "1" };
      const mine = waysToTypes(schema, (coordinate) => isOpenTo(role, coordinate));
      const anybodys = waysToTypes(schema, () => true);
      const wrong: string[] = [];
      expect(guardedInputs).toContain("DispatchFilter.payRatio");
      expect(guardedInputs).toContain("ApplicantOrderField.APPLICANT_NUMBER");
      for (const coordinate of sweep.of(guardedInputs)) {
        const uses = usesOf(schema, coordinate);
        if (uses.length === 0) wrong.push(`${coordinate} is used nowhere`);
        for (const { type, field, argument, value } of uses) {
          const isMutation = type.name === "Mutation";
          const way = isMutation
            ? (selection: string) => `{ ${selection} }`
            : (mine.get(type.name) ?? anybodys.get(type.name));
          if (!way) throw new Error(`No way leads to ${type.name}.`);
          const isReached = isMutation
            ? isMutationOpenTo(role, field.name) && isOpenTo(role, getNamedType(field.type).name)
            : mine.has(type.name) && isFieldOpenTo(role, type, field);
          const isOpen = isReached && isOpenTo(role, coordinate);
          const keyword = isMutation ? "mutation" : "query";
          const inline = print(astFromValue(value, argument.type) as ValueNode);
          const asked = (given: string) =>
            way(`${call(field, { [argument.name]: given })} { __typename }`);
          const answers = {
            inline: await graph.execute(`${keyword} ${asked(inline)}`, {}, headers),
            variable: await graph.execute(
              `${keyword} ($value: ${String(argument.type)}) ${asked("$value")}`,
              { value },
              headers,
            ),
          };
          for (const [how, answer] of Object.entries(answers)) {
            const isAsTold = String(codesOf(answer)) === (isOpen ? "" : "FORBIDDEN");
            if (isAsTold && answer.calls.length === 0) continue;
            wrong.push(
              `${coordinate} of ${type.name}.${field.name} ${how}: ${JSON.stringify(answer.errors)}`,
            );
          }
        }
      }
      expect(wrong).toEqual([]);
    },
  );

  it.each(tabledRoles)("is opened to %s by mutations of its area alone", async (role) => {
    const headers = { ...(await callerHeaders(role)), "graph-dry-run": "1" };
    const wrong: string[] = [];
    for (const mutation of sweep.of(Object.values(schema.getMutationType()?.getFields() ?? {}))) {
      const payload = getNamedType(mutation.type) as GraphQLObjectType;
      for (const field of Object.values(payload.getFields())) {
        await paced();
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

function isMutationOpenTo(role: string, mutation: string): boolean {
  const area = areaNames.find((name) =>
    new RegExp(`^ {2}${mutation}\\(`, "m").test(
      readFileSync(join(project, "schema", `${name}.graphql`), "utf8").split("type Mutation")[1] ??
        "",
    ),
  );
  return seenBy.get(`Mutation of ${area ?? ""}`)?.has(role) ?? false;
}
