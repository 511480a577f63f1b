import { GraphQLError, type GraphQLFormattedError } from "graphql";
import type { GatewayContext } from "../context/gateway-context";
import type { SubgraphResponse } from "../transport/subgraph-request";
import type { MergedAnswer } from "./merged-answer";
import { setOwnProperty } from "./own-property";
import { type Question, questionOf } from "./question";
import type { ConditionValues } from "../planning/selected-operation";
import type { Step } from "./step";

/** What steps are run for. */
export interface StepsRequest {
  readonly variables: Readonly<Record<string, unknown>> | undefined;
  readonly conditions: ConditionValues;
  readonly context: GatewayContext;
}

/** Runs all steps, each as soon as those before it are done. What a subgraph does not answer is among the errors. */
export async function runSteps(
  steps: readonly Step[],
  request: StepsRequest,
): Promise<MergedAnswer> {
  const answer: MergedAnswer = { data: {}, errors: [], unknown: new Set(), nameless: [] };
  const done: Promise<void>[] = [];
  for (const step of steps) {
    const before = step.after.map((index) => done[index]);
    done.push(runStep(step, before, request, answer));
  }
  // None rejects.
  for (const each of done) await each;
  return answer;
}

/** Runs one step once those before it are done; never rejects. */
async function runStep(
  step: Step,
  before: readonly (Promise<void> | undefined)[],
  request: StepsRequest,
  answer: MergedAnswer,
): Promise<void> {
  for (const each of before) await each;
  const { conditions, context } = request;
  if (step.conditions.some(({ variable, value }) => conditions[variable] !== value)) return;
  try {
    const question = questionOf(step, answer);
    if (!question) return;
    answer.nameless.push(...question.placesWithoutName());
    const { representations } = question;
    if (representations?.length === 0) return;
    const response = await step.subgraph.answer({
      operation: step.operation,
      variables: usedVariables(step, request),
      ...(representations && { representations }),
      context,
      path: step.path,
    });
    receive(step, question, response, answer);
  } catch (error) {
    answer.errors.push(asGraphQLError(error));
  }
}

function usedVariables(
  { variables: names }: Step,
  { variables = {} }: StepsRequest,
): Readonly<Record<string, unknown>> {
  const used: Record<string, unknown> = {};
  for (const name of names) {
    if (Object.hasOwn(variables, name)) setOwnProperty(used, name, variables[name]);
  }
  return used;
}

function receive(
  step: Step,
  question: Question,
  { data, errors }: SubgraphResponse,
  answer: MergedAnswer,
): void {
  // Before the data, which could change where objects are.
  if (errors) {
    for (const error of errors) {
      for (const each of errorsAt(step, question, error)) answer.errors.push(each);
    }
  }
  if (data) question.merge(data);
}

/** An error of a subgraph at each of its places in the caller's answer; one of our own knows its place. */
function errorsAt(
  step: Step,
  question: Question,
  error: GraphQLFormattedError,
): readonly GraphQLError[] {
  if (error instanceof GraphQLError) return [error];
  const { message, path, extensions } = error;
  const places = path ? question.placesOf(path) : [];
  const options = extensions ? { extensions } : {};
  if (places.length === 0) return [new GraphQLError(message, options)];
  return places.map((place) => {
    const named = place.map((part) => step.renamed.get(part) ?? part);
    return new GraphQLError(message, { ...options, path: named });
  });
}

function asGraphQLError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  const cause = error instanceof Error ? error : new Error(String(error));
  return new GraphQLError(cause.message, { originalError: cause });
}
