import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import Negotiator from "negotiator";
import type { Logger } from "pino";
import { ApiError, shown } from "../../subgraphs/kit/errors";
import { addRequestHook } from "../../subgraphs/kit/http/request-hook";
import { addVary } from "../../subgraphs/kit/http/add-vary";
import type { CountRequest } from "../limits/limit-requests";
import { bibtex, bibtexType } from "../pages/shared/citation/bibtex";
import { citedAnswer } from "../pages/shared/citation/cited-answer";
import { cslJson, cslJsonType } from "../pages/shared/citation/csl-json";
import { isCitationId } from "./citation-record";
import type { CitationStore } from "./citation-store";
import { citationUnavailable } from "./citation-unavailable";
import type { KeptCitation } from "../pages/shared/citation/kept-citation";

/** Where cited answers are shown, before their ids. */
export const citationsAddress = "/cite";

/** What a browser is shown, where the gateway has pages. */
export interface CitationPages {
  readonly show: (request: FastifyRequest, reply: FastifyReply, kept: KeptCitation) => void;
  readonly notFound: (request: FastifyRequest, reply: FastifyReply) => void;
}

/** How cited answers are shown. */
export interface ServeCitationsOptions {
  readonly store: CitationStore | undefined;
  readonly addressOf: (id: string) => string;
  readonly countRequest: CountRequest;
  readonly pages: CitationPages | undefined;
  readonly logger: Logger;
}

/** The forms of a citation, by how its address ends, and their media types. */
const forms = {
  ".json": "application/json; charset=utf-8",
  ".bib": bibtexType,
  ".csl.json": cslJsonType,
} as const;
type Form = keyof typeof forms | "page";

/** A kept answer never changes, and its id is that of its text. */
const forGood = "public, max-age=31536000, immutable";
/** What is made of it can be worded better one day. */
const forAnHour = "public, max-age=3600";

/**
 * Shows cited answers at `/cite/<id>`: to browsers as a page, to programs as the JSON that was kept, byte for byte. With
 * `.json`, `.bib` or `.csl.json` behind the id it is that form for everybody. Requests count as those to the graph do.
 *
 * @throws ApiError CITATION_NOT_FOUND (404), CITATION_UNAVAILABLE (503) or RATE_LIMITED, as JSON
 */
export function serveCitations(app: FastifyInstance, options: ServeCitationsOptions): void {
  const { countRequest, pages } = options;
  void app.register((scope, _options, done) => {
    addRequestHook(scope, "onRequest", countRequest);
    scope.get<{ Params: { name: string } }>(`${citationsAddress}/:name`, async (request, reply) => {
      // What strangers asked is shown to whoever has its address, and to no search engine.
      void reply.header("x-robots-tag", "noindex");
      const { id, form = chosenForm(request, reply, pages) } = partsOf(request.params.name);
      const kept = id === undefined ? undefined : await found(options, id);
      if (form === "page") {
        if (kept) pages?.show(request, reply, kept);
        else pages?.notFound(request, reply);
      } else if (kept) {
        sendForm(options, request, reply, { kept, form });
      } else {
        throw notFound(request.params.name);
      }
      return reply;
    });
    done();
  });
}

/** The id and the form that the last part of an address names; no id where it has none. */
function partsOf(name: string): { id: string | undefined; form?: keyof typeof forms } {
  const dot = name.indexOf(".");
  const [id, ending] = dot < 0 ? [name, ""] : [name.slice(0, dot), name.slice(dot)];
  const form = (Object.keys(forms) as (keyof typeof forms)[]).find((each) => each === ending);
  if (!isCitationId(id) || (ending !== "" && !form)) return { id: undefined };
  return { id, ...(form && { form }) };
}

function chosenForm(
  request: FastifyRequest,
  reply: FastifyReply,
  pages: CitationPages | undefined,
): Form {
  addVary(reply, "Accept");
  const types: Readonly<Record<string, Form>> = {
    [mediaType(forms[".json"])]: ".json",
    "application/graphql-response+json": ".json",
    ...(pages && { "text/html": "page" }),
    [mediaType(forms[".bib"])]: ".bib",
    [mediaType(forms[".csl.json"])]: ".csl.json",
  };
  const accepted = new Negotiator(request).mediaType(Object.keys(types));
  return (accepted === undefined ? undefined : types[accepted]) ?? ".json";
}

function mediaType(type: string): string {
  return type.replace(/;.*/, "");
}

async function found({ store, logger }: ServeCitationsOptions, id: string) {
  if (!store) throw citationUnavailable("shown");
  try {
    return await store.find(id);
  } catch (error) {
    logger.error({ err: error }, "a cited answer cannot be shown");
    throw citationUnavailable("shown");
  }
}

interface Chosen {
  readonly kept: KeptCitation;
  readonly form: keyof typeof forms;
}

function sendForm(
  { addressOf }: ServeCitationsOptions,
  request: FastifyRequest,
  reply: FastifyReply,
  { kept: { id, text, citation }, form }: Chosen,
): void {
  void reply.type(forms[form]);
  if (form === ".json") {
    const tag = `"${id}"`;
    void reply.header("cache-control", forGood).header("etag", tag);
    const known = request.headers["if-none-match"]?.split(",").map((each) => each.trim());
    if (known?.some((each) => each === "*" || each === tag || each === `W/${tag}`))
      void reply.code(304).send();
    else void reply.send(text);
    return;
  }
  const item = citedAnswer(citation, { id, address: addressOf(id) });
  void reply
    .header("cache-control", forAnHour)
    .header(
      "content-disposition",
      `attachment; filename="personnel-graph-${id.slice(0, 12)}${form}"`,
    )
    .send(form === ".bib" ? bibtex(item) : cslJson([item]));
}

function notFound(name: string): ApiError {
  const message = `Expected the id of a cited answer, 32 letters and digits, received ${shown(name)}, under which none is kept.`;
  return new ApiError("CITATION_NOT_FOUND", message, 404);
}
