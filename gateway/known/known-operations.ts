import {
  type GraphQLRequest,
  type GraphQLRequestContextDidResolveOperation,
  type GraphQLResponse,
  HeaderMap,
} from "@apollo/server";
import {
  type DocumentNode,
  type FormattedExecutionResult,
  getOperationAST,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import type { Logger } from "pino";
import { Latest } from "../../subgraphs/kit/latest";
import type { GatewayContext } from "../context/gateway-context";
import type { OperationAnswer, OperationExecutor } from "../planning/operation-executor";
import { addHead, asGraphQLError, type FormatError, formatErrors } from "./format-errors";
import { BegunSteps, type OperationStep, type PermittedOperation } from "../steps/operation-steps";

/** The most characters of all kept documents together. */
const mostCharacters = 1_000_000;

/** How operations are run whose document is known. */
export interface KnownOperationsOptions {
  readonly steps: readonly OperationStep[];
  readonly executor: OperationExecutor;
  readonly formatError: FormatError;
  readonly logger: Logger;
  /** How many documents are kept. */
  readonly keptDocuments: number;
}

/** A document that Apollo Server has parsed and found to be valid. */
interface KnownDocument {
  readonly document: DocumentNode;
  readonly schema: GraphQLSchema;
  readonly queryHash: string;
}

/** Apollo Server gives steps `undefined` where there are no errors, too. */
type Result = FormattedExecutionResult;

/** A known operation of one request. */
interface RunningOperation extends Omit<PermittedOperation, "response"> {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly response: GraphQLResponse;
}

/**
 * Runs operations whose document was sent before, with the same steps in the same order as Apollo Server and the same
 * answers. That parses and validates documents, and it refuses whatever is refused before it is run; everything that it
 * does around the steps would be a tenth of a small request.
 */
export class KnownOperations {
  private readonly documents: Latest<KnownDocument>;

  /** Knows no document yet. */
  constructor(private readonly options: KnownOperationsOptions) {
    this.documents = new Latest(options.keptDocuments, mostCharacters);
  }

  /** Keeps a document, by its text. */
  note({
    source,
    document,
    schema,
    queryHash,
  }: Pick<
    GraphQLRequestContextDidResolveOperation<GatewayContext>,
    "source" | "document" | "schema" | "queryHash"
  >): void {
    this.documents.set(source, { document, schema, queryHash }, source.length);
  }

  /**
   * Runs an operation. Nothing has been done for one that is not run here, and Apollo Server runs or refuses it.
   * @returns `undefined` where the document is not known, or something of the request is refused
   * @throws Error saying nothing of what failed, as Apollo Server does
   */
  run(request: GraphQLRequest, contextValue: GatewayContext): Promise<GraphQLResponse> | undefined {
    const { query: source = "", operationName, extensions } = request;
    const known = extensions ? undefined : this.documents.get(source);
    const operation = known && getOperationAST(known.document, operationName);
    if (!operation) return undefined;
    const running: RunningOperation = {
      request,
      response: {
        http: { headers: new HeaderMap() },
        body: { kind: "single", singleResult: {} },
      },
      contextValue,
      schema: known.schema,
      source,
      document: known.document,
      operation,
      operationName: operation.name?.value ?? null,
    };
    let steps: BegunSteps;
    try {
      steps = new BegunSteps(this.options.steps, running);
      steps.didResolveOperation(running);
    } catch {
      // Apollo Server meets the same error, and answers it.
      return undefined;
    }
    return this.answer(running, steps, known.queryHash);
  }

  private async answer(
    running: RunningOperation,
    steps: BegunSteps,
    queryHash: string,
  ): Promise<GraphQLResponse> {
    const { response } = running;
    try {
      const found = steps.responseForOperation(running);
      const instead = found instanceof Promise ? await found : found;
      if (instead) {
        response.body = instead.body;
        addHead(response.http, instead.http);
      } else {
        steps.executionDidStart();
        await this.execute(running, queryHash);
      }
      const sending = steps.willSendResponse(running);
      if (sending) await sending;
      return response;
    } catch (error) {
      this.options.logger.error(`Unexpected error processing request: ${String(error)}`);
      throw new Error("Internal server error");
    }
  }

  private async execute(running: RunningOperation, queryHash: string): Promise<void> {
    const { request, response, document, operation, contextValue: context } = running;
    let answer: OperationAnswer;
    try {
      answer = await this.options.executor.execute({
        document,
        operation,
        queryHash,
        request,
        context,
      });
    } catch (error) {
      response.body = {
        kind: "single",
        singleResult: { errors: this.formatted([asGraphQLError(error)], running) },
      };
      response.http.status ??= 500;
      return;
    }
    const { errors } = answer;
    response.body = {
      kind: "single",
      singleResult: { ...answer, errors: errors && this.formatted(errors, running) } as Result,
    };
    // As where a value of a variable does not fit.
    if (errors?.length && answer.data === undefined) response.http.status ??= 400;
  }

  private formatted(errors: readonly unknown[], { response: { http } }: RunningOperation) {
    return formatErrors(errors, this.options.formatError, http);
  }
}
