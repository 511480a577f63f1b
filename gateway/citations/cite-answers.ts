import { OperationTypeNode } from "graphql";
import type { Logger } from "pino";
import { anonymous } from "../../subgraphs/kit/caller";
import { today } from "../../subgraphs/kit/clock";
import { ApiError } from "../../subgraphs/kit/errors";
import type { CiteRequest } from "../context/cite-request";
import type { GatewayContext } from "../context/gateway-context";
import { hashOfText } from "../../subgraphs/kit/hash-of-text";
import type { Citation, GivenCitation } from "../pages/shared/citation/citation";
import type {
  AnsweredOperation,
  OperationListener,
  OperationStep,
  ResolvedOperation,
} from "../steps/operation-steps";
import { type AskedQuestion, askedQuestion } from "./asked-question";
import type { CitationKeeper } from "./citation-keeper";
import { citationUnavailable } from "./citation-unavailable";
import { secondsToTomorrow } from "./kept-today";
import { dataVersion, type FindReleases, type Releases } from "./release-versions";

/** The header of an answer that is kept, with its id, in any format. */
export const citationHeader = "graph-citation";

/** The longest question that is kept, with its variables, bytes. */
const longestQuestion = 16_384;

/** What answers are cited with. */
export interface CiteOptions {
  readonly keeper: CitationKeeper;
  readonly findReleases: FindReleases;
  /** SHA-256 of the composed schema. */
  readonly schemaVersion: string;
  readonly dataset: string | undefined;
  /** The address of an answer that is kept. */
  readonly addressOf: (id: string) => string;
  readonly logger: Logger;
}

const nothing: OperationListener = {};

/**
 * Adds to an answer, where its request asks for it, what it is cited by, in `extensions.citation`. The answer to somebody
 * without a token, who sees only what is published, is kept, byte for byte. No other is. What was to be kept and cannot
 * be is refused. An answer with errors is not cited, nor is a dry run.
 *
 * @throws ApiError BAD_REQUEST for a change; CITATION_TOO_LARGE, CITATION_UNAVAILABLE or RATE_LIMITED before anything is asked
 */
export function citeAnswers(options: CiteOptions): OperationStep {
  return {
    begin: ({ contextValue: { cites } }) =>
      cites ? new CitedOperation(options, cites).listener : nothing,
  };
}

/** Without a token there is no name, no purpose and nothing personal: what such a caller sees, everybody may see again. */
function isOpen({ caller, personalFields, persons, counted }: GatewayContext): boolean {
  return caller.subject === anonymous && personalFields.length + persons.size + counted.size === 0;
}

class CitedOperation {
  private asked: AskedQuestion | undefined;
  private before: Releases = {};
  private hasRun = false;

  constructor(
    private readonly options: CiteOptions,
    private readonly cites: CiteRequest,
  ) {}

  readonly listener: OperationListener = {
    didResolveOperation: (resolved) => {
      const { operation, document, schema, contextValue, request } = resolved;
      if (operation?.operation === OperationTypeNode.MUTATION) {
        throw new ApiError("BAD_REQUEST", "Expected a query to cite, received a mutation.", 400);
      }
      if (contextValue.isDry || !operation) return;
      const { asOf, caller } = contextValue;
      const { variables } = request;
      this.asked = askedQuestion({ schema, document, operation, variables, asOf });
      if (caller.subject === anonymous) this.admit(resolved, this.asked);
    },
    responseForOperation: async ({ contextValue }) => {
      this.before = await this.releases(contextValue);
      return null;
    },
    executionDidStart: () => {
      this.hasRun = true;
    },
    willSendResponse: (answered) =>
      this.hasRun && this.asked ? this.cite(answered, this.asked) : undefined,
  };

  /** Refuses what is not going to be kept. */
  private admit({ response }: ResolvedOperation, asked: AskedQuestion): void {
    const length = Buffer.byteLength(asked.operation + JSON.stringify(asked.variables));
    if (length > longestQuestion) throw tooLarge(length);
    try {
      this.options.keeper.admit(this.cites.ip);
    } catch (error) {
      hintAtTomorrow(response, error);
      throw error;
    }
  }

  private async cite(answered: AnsweredOperation, asked: AskedQuestion): Promise<void> {
    const { response, contextValue } = answered;
    if (response.body.kind !== "single") return;
    const { singleResult: result } = response.body;
    if (!result.data || result.errors?.length) return;
    // What is waited for from here on is small, and must not keep others waiting.
    this.cites.giveBackPlace();
    try {
      const data = JSON.stringify(result.data);
      const answeredAt = new Date();
      const citation = this.citationOf(asked, contextValue, {
        answeredAt,
        answer: hashOfText(data),
        after: await this.releases(contextValue),
      });
      const given = isOpen(contextValue)
        ? await this.kept(citation, data)
        : { kept: false, ...citation };
      result.extensions = { ...result.extensions, citation: given };
      if (given.id !== undefined) response.http.headers.set(citationHeader, given.id);
    } catch (error) {
      if (!(error instanceof ApiError)) {
        this.options.logger.error({ err: error }, "an answer cannot be cited");
      }
      hintAtTomorrow(response, error);
      refuse(answered, error instanceof ApiError ? error : citationUnavailable("kept"));
    }
  }

  private async kept(citation: Citation, data: string): Promise<GivenCitation> {
    const kept = await this.options.keeper.keep(this.cites.ip, citation, data);
    return { kept: true, id: kept.id, address: this.options.addressOf(kept.id), ...kept.citation };
  }

  /** The last releases of the areas that are answered from them. Whoever has a token can be answered from records. */
  private async releases(context: GatewayContext): Promise<Releases> {
    const { areas, moments } = this.asked ?? { areas: new Set<string>(), moments: [] };
    const isReleased = context.caller.subject === anonymous && moments.length === 0;
    return isReleased && areas.size > 0 ? this.options.findReleases(context, areas) : {};
  }

  private citationOf(
    asked: AskedQuestion,
    { asOf }: GatewayContext,
    { answeredAt, answer, after }: AnswerToCite,
  ): Citation {
    const { schemaVersion, dataset } = this.options;
    return {
      name: asked.name,
      operation: asked.operation,
      variables: asked.variables,
      language: this.cites.language,
      asOf,
      namedDays: asked.days,
      ...(asked.ofDay !== undefined && { ofDay: asked.ofDay }),
      knownAt: asked.ofMoment ?? answeredAt.toISOString(),
      day: today(answeredAt),
      schemaVersion,
      dataVersion: dataVersion(asked.areas, this.before, after),
      ...(dataset !== undefined && { dataset }),
      answer,
    };
  }
}

/** What is known of an answer beside its question. */
interface AnswerToCite {
  readonly answeredAt: Date;
  /** The hash of its data. */
  readonly answer: string;
  /** The last releases after it. */
  readonly after: Releases;
}

/** Says when to send again what is more than one may have kept in a day. */
function hintAtTomorrow({ http }: Pick<AnsweredOperation["response"], "http">, error: unknown) {
  if (!(error instanceof ApiError) || error.extensions.code !== "RATE_LIMITED") return;
  http.headers.set("retry-after", String(secondsToTomorrow()));
}

/** Puts an error in the place of the answer: whoever wants it cited must not take it for cited. */
function refuse({ response, contextValue }: AnsweredOperation, error: ApiError): void {
  const { code, http } = error.extensions;
  const errors = [{ message: error.message, extensions: { code } }];
  const extensions = { asOf: contextValue.asOf };
  Object.assign(response, { body: { kind: "single", singleResult: { errors, extensions } } });
  response.http.status = http?.status ?? 503;
}

function tooLarge(length: number): ApiError {
  const message = `Expected a question to cite of at most ${longestQuestion} bytes with its variables, received one of ${length}. Ask for less, or without a citation.`;
  return new ApiError("CITATION_TOO_LARGE", message, 400);
}
