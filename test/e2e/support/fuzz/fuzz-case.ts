import { type GraphQLSchema, parse, validate } from "graphql";
import type { Draw } from "../../../support/statistics/draw";
import { differenceFrom, differenceWithFailures, differenceWithin } from "./compare";
import type { FuzzCase } from "./case";
import type { FuzzedGraph } from "./fuzzed-graph";
import type { Operation, ReferenceAnswer } from "./reference";
import { faultKinds, type ResponseFault } from "./response-fault";
import { smaller } from "./shrink";
import { touchedBy } from "./touched-fields";
import type { FieldFault } from "./world";

/** What is wrong with the answer to a case; nothing if it is as it must be. */
export async function problemOf(
  graph: FuzzedGraph,
  fuzzCase: FuzzCase,
): Promise<string | undefined> {
  const { faults } = fuzzCase;
  const [answer, most] = await Promise.all([
    graph.ask(fuzzCase, faults),
    graph.reference.answer(fuzzCase, faults.fields),
  ]);
  const { run } = answer;
  if (!faults.responses) {
    const difference = faults.fields
      ? differenceWithFailures(most, answer)
      : differenceFrom(most, answer);
    // A change may be made or not after one that gave null where none may be.
    const all = faults.fields ? await graph.reference.answer(fuzzCase) : most;
    return difference ?? run.problems[0] ?? problemOfChanges(run.changes, all, !faults.fields);
  }
  const touched = touchedBy(graph.facts, new Set(faults.responses.map(({ subgraph }) => subgraph)));
  const least = await graph.reference.answer(fuzzCase, [], touched);
  const bounds = {
    ...{ most, least },
    isToldNull: faults.responses.some(({ kind }) => kind === "no entity"),
    isFree: (coordinate: string) =>
      graph.facts.requiredBy(coordinate).some((required) => touched(required)),
  };
  // What a subgraph is asked after a wrong answer can be wrong too: only how often is looked at.
  const problems = run.problems.filter((problem) => problem.includes("in one request"));
  return (
    differenceWithin(bounds, answer) ?? problems[0] ?? problemOfChanges(run.changes, most, false)
  );
}

/** Each change is made once, in the document's order, and after the one before has been made. */
function problemOfChanges(
  made: readonly string[],
  { changes }: ReferenceAnswer,
  isComplete: boolean,
): string | undefined {
  let next = 0;
  for (let index = 0; index < made.length; index += 2) {
    const [begins = "", ends = ""] = made.slice(index, index + 2);
    const change = begins.replace(/ begins$/, "");
    if (ends !== `${change} ends`) return `${ends} before ${change} ended`;
    while (next < changes.length && changes[next] !== change) next += 1;
    if (next === changes.length) return `${change} was made once more, or too late`;
    next += 1;
  }
  return isComplete && made.length < 2 * changes.length
    ? `made ${made.length / 2} changes of ${changes.length}`
    : undefined;
}

/** Draws fields of some objects that fail: such as no key is made of and no subgraph needs of another. */
export function drawFieldFaults(draw: Draw, { facts }: FuzzedGraph): FieldFault[] {
  const fields = Object.values(facts.schema.getTypeMap()).flatMap((type) =>
    "getFields" in type && !type.name.startsWith("__") && !("getTypes" in type)
      ? Object.keys(type.getFields()).map((field) => [type.name, field] as const)
      : [],
  );
  const fitting = fields.filter(([type, field]) => {
    if (facts.ownersOf(type, field).length === 0) return false;
    const coordinate = `${facts.identityOf(type)}.${field}`;
    const isNeeded = facts.ofKeys.has(coordinate) || facts.required.has(coordinate);
    return !isNeeded && facts.of(type, field).isAgreed;
  });
  return Array.from({ length: draw.int(10, 40) }, () => {
    const [type, field] = draw.one(fitting);
    const isRoot = type === "Query" || type === "Mutation";
    const seed = isRoot ? 0 : draw.int(0, 5);
    const kind = draw.chance(0.5) ? "throws" : "is null";
    return { type: facts.identityOf(type), seed, field, kind } as const;
  });
}

/** Draws what goes wrong with one to three answers of subgraphs. */
export function drawResponseFaults(draw: Draw, { facts }: FuzzedGraph): ResponseFault[] {
  return Array.from({ length: draw.int(1, 3) }, () => ({
    subgraph: draw.one(facts.members).name,
    call: draw.one([0, 0, 0, 1, 1, 2]),
    kind: draw.one(faultKinds),
    place: draw.int(0, 1_000),
  }));
}

function isValid({ query }: Operation, schema: GraphQLSchema): boolean {
  try {
    return validate(schema, parse(query)).length === 0;
  } catch {
    return false;
  }
}

/** The smallest case like this one that is answered wrongly, with all that is needed to ask it again. */
export async function reproduction(graph: FuzzedGraph, fuzzCase: FuzzCase): Promise<string> {
  let smallest = fuzzCase;
  const { schema } = graph.facts;
  for (let left = 150, isSmaller = true; isSmaller && left > 0;) {
    isSmaller = false;
    for (const candidate of smaller(smallest)) {
      if ((left -= 1) < 0) break;
      if (!isValid(candidate, schema)) continue;
      if ((await problemOf(graph, candidate)) === undefined) continue;
      smallest = candidate;
      isSmaller = true;
      break;
    }
  }
  const { query, variables, faults } = smallest;
  const [problem, answer, wanted] = [
    await problemOf(graph, smallest),
    await graph.ask(smallest, faults),
    await graph.reference.answer(smallest, faults.fields),
  ];
  const calls = answer.run.calls.map(
    (call) => `  ${call.subgraph}: ${call.query} ${JSON.stringify(call.representations ?? [])}`,
  );
  return [
    problem ?? "(answered rightly when asked again)",
    query,
    `variables: ${JSON.stringify(variables)}`,
    `faults: ${JSON.stringify(faults)}`,
    `expected: ${JSON.stringify(wanted.data)}`,
    `received: ${JSON.stringify({ data: answer.data, errors: answer.errors })}`,
    ...calls,
  ].join("\n");
}
