import { OperationTypeNode } from "graphql";
import type { Logger } from "pino";
import { anonymous } from "../../subgraphs/kit/caller";
import { today } from "../../subgraphs/kit/clock";
import { ApiError } from "../../subgraphs/kit/errors";
import { currentRequest } from "../../subgraphs/kit/request-scope";
import type { CiteRequest } from "../context/cite-request";
import type { GatewayContext } from "../context/gateway-context";
import type { Citation, GivenCitation } from "../pages/shared/citation/citation";
import type { AnsweredOperation, OperationListener, OperationStep } from "../steps/operation-steps";
import { askedQuestion } from "./asked-question";
import { citationRecord, hashOfText } from "./citation-record";
import { type CitationStore, type KeptCitation, packed } from "./citation-store";
import { citationUnavailable } from "./citation-unavailable";
import type { KeptToday } from "./kept-today";
import { dataVersion, type FindReleases, type Releases } from "./release-versions";

/** The header of an answer that is kept, with its id, in any format. */
export const citationHeader = "graph-citation";

/** What answers are cited with. */
export interface CiteOptions {
  /** Where answers are kept; without it none can be. */
  readonly store: CitationStore | undefined;
  readonly keptToday: KeptToday;
  /** The longest text that is kept, bytes. */
  readonly longest: number;
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
 * @throws ApiError BAD_REQUEST for a change; CITATION_UNAVAILABLE or RATE_LIMITED before anything is asked
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
  private before: Releases = {};
  /** How many calls to subgraphs there were before those of the operation. */
  private firstCall = 0;
  private hasRun = false;

  constructor(
    private readonly options: CiteOptions,
    private readonly cites: CiteRequest,
  ) {}

  readonly listener: OperationListener = {
    didResolveOperation: ({ operation, contextValue }) => {
      if (operation?.operation === OperationTypeNode.MUTATION) {
        throw new ApiError("BAD_REQUEST", "Expected a query to cite, received a mutation.", 400);
      }
      if (contextValue.caller.subject !== anonymous || contextValue.isDry) return;
      if (!this.options.store) throw citationUnavailable("kept");
      this.options.keptToday.admit(this.cites.ip);
    },
    responseForOperation: async ({ contextValue }) => {
      this.before = await this.options.findReleases(contextValue);
      return null;
    },
    executionDidStart: () => {
      this.hasRun = true;
      this.firstCall = callsSoFar().length;
    },
    willSendResponse: (answered) => (this.hasRun ? this.cite(answered) : undefined),
  };

  private async cite(answered: AnsweredOperation): Promise<void> {
    const { response, contextValue } = answered;
    if (response.body.kind !== "single") return;
    const { singleResult: result } = response.body;
    if (!result.data || result.errors?.length) return;
    const data = JSON.stringify(result.data);
    const areas = new Set(
      callsSoFar()
        .slice(this.firstCall)
        .map(({ subgraph }) => subgraph),
    );
    const answeredAt = new Date();
    const after = await this.options.findReleases(contextValue);
    const citation = this.citationOf(answered, {
      answeredAt,
      answer: hashOfText(data),
      releases: dataVersion(areas, this.before, after),
    });
    if (!isOpen(contextValue)) {
      result.extensions = { ...result.extensions, citation: { kept: false, ...citation } };
      return;
    }
    try {
      const kept = await this.keep(citation, data);
      const { id } = kept;
      const given: GivenCitation = {
        kept: true,
        id,
        address: this.options.addressOf(id),
        ...kept.citation,
      };
      result.extensions = { ...result.extensions, citation: given };
      response.http.headers.set(citationHeader, id);
    } catch (error) {
      if (!(error instanceof ApiError)) {
        this.options.logger.error({ err: error }, "an answer cannot be kept for its citation");
      }
      refuse(answered, error instanceof ApiError ? error : citationUnavailable("kept"));
    }
  }

  private async keep(citation: Citation, data: string): Promise<KeptCitation> {
    const { store, keptToday, longest } = this.options;
    if (!store) throw citationUnavailable("kept");
    const record = citationRecord(citation, data);
    const length = Buffer.byteLength(record.text);
    if (length > longest) throw tooLarge(length, longest);
    const small = await packed(record);
    const giveBack = await keptToday.take(this.cites.ip, small.bytes.length);
    try {
      const { kept, isNew } = await store.keep(small);
      if (!isNew) giveBack();
      return kept;
    } catch (error) {
      giveBack();
      throw error;
    }
  }

  private citationOf(
    { document, operation, request, contextValue }: AnsweredOperation,
    { answeredAt, answer, releases }: AnswerToCite,
  ): Citation {
    if (!document || !operation) throw new Error("An answer without an operation.");
    const { schemaVersion, dataset } = this.options;
    const asked = askedQuestion(document, operation, request.variables);
    const [moment, anotherMoment] = asked.moments;
    return {
      name: asked.name,
      operation: asked.operation,
      variables: asked.variables,
      language: this.cites.language,
      asOf: contextValue.asOf,
      namedDays: asked.days,
      knownAt:
        moment !== undefined && anotherMoment === undefined ? moment : answeredAt.toISOString(),
      day: today(answeredAt),
      schemaVersion,
      // The releases of another moment than now.
      dataVersion:
        moment === undefined
          ? releases
          : Object.fromEntries(Object.keys(releases).map((area) => [area, null])),
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
  readonly releases: Citation["dataVersion"];
}

function callsSoFar() {
  return currentRequest()?.subgraphCalls ?? [];
}

/** Puts an error in the place of the answer: whoever wants it cited must not take it for cited. */
function refuse({ response, contextValue }: AnsweredOperation, error: ApiError): void {
  const { code, http } = error.extensions;
  const errors = [{ message: error.message, extensions: { code } }];
  const extensions = { asOf: contextValue.asOf };
  Object.assign(response, { body: { kind: "single", singleResult: { errors, extensions } } });
  response.http.status = http?.status ?? 503;
}

function tooLarge(length: number, longest: number): ApiError {
  const message = `Expected an answer to cite of at most ${longest} bytes with its question, received one of ${length}. Ask for less, or without a citation.`;
  return new ApiError("CITATION_TOO_LARGE", message, 400);
}
