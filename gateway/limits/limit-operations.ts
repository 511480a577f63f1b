import type { DocumentNode, SelectionNode } from "graphql";
import { getIntrospectionQuery, Kind, parse } from "graphql";
import { ApiError, type ErrorPlace } from "../../subgraphs/kit/errors";
import { actualCosts } from "./actual-cost";
import { type Budget, budgetOf, type Budgets } from "./budgets";
import { costSchema } from "./cost-schema";
import { documentDepth, selectionDepths } from "./document-depth";
import { type DocumentSize, isWithin, measureDocument, sizeLimits } from "./document-size";
import { estimateCost, type EstimatedCost, keptEstimates, selectionCosts } from "./estimate-cost";
import type { OperationStep } from "../steps/operation-steps";

/** What it costs that an answer is cited: it is kept for good, and which releases there are is asked besides. */
const citationCost = 100;

/** What is known of a document whoever sends it. */
interface Measured extends DocumentSize {
  readonly depth: number;
}

/**
 * Refuses an operation over its caller's budget before any subgraph is asked, and adds its cost to every answer, in
 * `extensions.cost`: `estimated` before it ran, `actual` by the same weights, and the `limit`. A dry run returns the
 * estimates without running, also over budget.
 *
 * A document that is sent by its hash comes without text, so its size is checked here again.
 *
 * @throws ApiError QUERY_TOO_DEEP, DOCUMENT_TOO_LONG or QUERY_TOO_COSTLY, to the caller
 */
export function limitOperations(supergraphSdl: string, budgets: Budgets): OperationStep {
  const schema = costSchema(supergraphSdl);
  const mostIntrospection = 2 * estimateCost(schema, wholeIntrospection()).introspection;
  const estimate = keptEstimates(schema);
  const actualCost = actualCosts(schema);
  const known = new WeakMap<DocumentNode, Measured>();
  const measuredOf = (document: DocumentNode, source: string, budget: Budget) => {
    // A document can come again from a caller with a smaller budget; for the same budget it is measured once.
    const before = known.get(document);
    if (before && isWithin(before, budget)) return before;
    const measured = {
      ...measureDocument(source, sizeLimits(budget)),
      depth: before?.depth ?? documentDepth(document),
    };
    known.set(document, measured);
    return measured;
  };
  return {
    begin: ({ contextValue: { caller, isDry, cites } }) => {
      const ofCitation = cites ? citationCost : 0;
      const budget = budgetOf(budgets, caller.roles);
      let estimated: EstimatedCost | undefined;
      let measured: Measured | undefined;
      let hasRun = false;
      return {
        didResolveOperation: ({ document, operation, source, request, response }) => {
          if (!operation) return;
          try {
            measured = measuredOf(document, source, budget);
            const variables = request.variables ?? {};
            const ofData = estimate({ document, operation, variables });
            estimated = cites ? { ...ofData, cost: ofData.cost + ofCitation } : ofData;
            if (!isDry) {
              const given = { document, operation, variables };
              refuse(measured.depth, estimated, budget, mostIntrospection, {
                depths: () => selectionDepths(document, operation),
                costs: () => selectionCosts(schema, given),
              });
            }
          } catch (error) {
            response.http.status = 400;
            throw error;
          }
        },
        responseForOperation: ({ response: { http } }) =>
          isDry && measured && estimated
            ? {
                http,
                body: {
                  kind: "single",
                  singleResult: {
                    data: null,
                    extensions: { cost: dryCost(measured, estimated, budget, mostIntrospection) },
                  },
                },
              }
            : null,
        executionDidStart: () => {
          hasRun = true;
        },
        willSendResponse: ({ document, operation, request, response: { body } }) => {
          if (!hasRun || body.kind !== "single" || !document || !operation || !estimated) {
            return;
          }
          const { singleResult: result } = body;
          const { variables = {} } = request;
          const actual = actualCost({ document, operation, variables }, result.data) + ofCitation;
          const cost = { estimated: estimated.cost, actual, limit: budget.cost };
          result.extensions = { ...result.extensions, cost };
        },
      };
    },
  };
}

/**
 * What each selection at the top of an operation adds to what is limited; computed only for an operation over budget.
 */
interface Shares {
  readonly depths: () => ReadonlyMap<SelectionNode, number>;
  readonly costs: () => ReadonlyMap<SelectionNode, number>;
}

function refuse(
  depth: number,
  { cost, fields, introspection }: EstimatedCost,
  budget: Budget,
  mostIntrospection: number,
  { depths, costs }: Shares,
): void {
  if (depth > budget.depth) {
    const message = `Expected fields at most ${budget.depth} deep, received ${depth}.`;
    throw new ApiError("QUERY_TOO_DEEP", message, undefined, greatest(depths()));
  }
  if (fields > budget.fields) {
    const message = `Expected a query of at most ${budget.fields} fields, fragments in their places, received one of ${fields}.`;
    throw new ApiError("QUERY_TOO_COSTLY", message, undefined, greatest(costs()));
  }
  if (cost > budget.cost) {
    const message = `Expected a query that costs at most ${budget.cost}, received one that could cost ${cost}. Ask for fewer nodes with first, fewer fiscalYears, or less of each.`;
    throw new ApiError("QUERY_TOO_COSTLY", message, undefined, greatest(costs()));
  }
  if (introspection > mostIntrospection) {
    const message = `Expected introspection of at most ${mostIntrospection} objects, received one that could give ${introspection}.`;
    throw new ApiError("QUERY_TOO_COSTLY", message, undefined, greatest(costs()));
  }
}

/** The place of the selection that has most. */
function greatest(shares: ReadonlyMap<SelectionNode, number>): ErrorPlace {
  const [most] = [...shares].sort(([, one], [, other]) => other - one);
  return { nodes: most ? [most[0]] : [] };
}

/** The result of a dry run: the measures of the operation and the limits. */
function dryCost(
  { depth, ...size }: Measured,
  { cost, fields, introspection }: EstimatedCost,
  budget: Budget,
  mostIntrospection: number,
) {
  const { requestsPerMinute, requestsAtOnce, places, cost: limit, ...limits } = budget;
  return {
    estimated: cost,
    limit,
    withinBudget:
      cost <= limit &&
      depth <= budget.depth &&
      fields <= budget.fields &&
      introspection <= mostIntrospection,
    fields,
    depth,
    ...size,
    limits,
  };
}

function wholeIntrospection() {
  const document = parse(getIntrospectionQuery());
  const [operation] = document.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error("No introspection query.");
  return { document, operation, variables: {} };
}
