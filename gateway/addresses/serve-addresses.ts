import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { GuardedSchema } from "../../subgraphs/kit/access/operation-access";
import { ApiError } from "../../subgraphs/kit/errors";
import { problem } from "../../subgraphs/kit/http/problem";
import { retryAfter } from "../errors/retry-after";
import { tabularRequest } from "../formats/choose-format";
import { statusOf } from "../formats/file-headers";
import { addVary } from "../../subgraphs/kit/http/add-vary";
import type { RunOperation } from "../formats/whole/read-pages";
import { writeAnswer } from "../formats/write-answer";
import type { OperationsOfNow } from "../operations/registered-operations";
import { hasParts } from "../operations/unmarked-parts";
import type { AddressedOperation } from "./addressed-operation";
import { entityTag, isKnown } from "./entity-tag";
import { listAddresses } from "./list-addresses";

/** How addresses are answered. */
export interface AddressOptions {
  readonly operations: OperationsOfNow;
  readonly guarded: GuardedSchema;
  /** Runs an operation for the request. */
  readonly run: (request: FastifyRequest) => RunOperation;
}

/** How long caches answer without asking again, seconds. A corrected number is seen everywhere after that. */
const freshFor = 300;

const cacheControl = `public, max-age=${freshFor}, must-revalidate`;

/**
 * Serves `/q`, which lists the operations that everybody can ask at an address, and those addresses: `/q/<name>.csv`. They
 * are added to the scope of `/graphql` and pass all its steps; `askAsPublic` and `readAddress` have to be among them.
 */
export function serveAddresses({
  operations,
  guarded,
  run,
}: AddressOptions): (scope: FastifyInstance) => void {
  const list = async ({ headers }: FastifyRequest, reply: FastifyReply) => {
    const listed = listAddresses(await operations.current(), guarded);
    return send(
      reply.type(jsonType),
      `${JSON.stringify(listed, null, 2)}\n`,
      headers["if-none-match"],
    );
  };
  const handler = (request: FastifyRequest, reply: FastifyReply) => {
    const { addressed } = request;
    return addressed ? answer(request, reply, addressed, run(request)) : list(request, reply);
  };
  return (scope) => {
    const config = { isAddress: true };
    for (const url of ["/q", "/q/*"]) {
      scope.route({ url, method: ["GET", "HEAD"], exposeHeadRoute: false, config, handler });
      scope.route({ url, method: [...otherMethods], config, handler: refuseMethod });
    }
  };
}

const otherMethods = ["DELETE", "OPTIONS", "PATCH", "POST", "PUT"] as const;

const jsonType = "application/json; charset=utf-8";

async function answer(
  { headers }: FastifyRequest,
  reply: FastifyReply,
  { address, query, variables, format, saysLanguage }: AddressedOperation,
  run: RunOperation,
): Promise<FastifyReply> {
  const answered = await run({ query, variables });
  const { errors = [] } = answered;
  if (errors.length > 0) {
    void reply.code(statusOf(errors)).headers(retryAfter(errors));
    return reply.type(jsonType).send(await writeAnswer(answered));
  }
  if (hasParts(answered.data)) throw tooLong();
  const body = await writeAnswer(answered);
  if (!saysLanguage) addVary(reply, "Accept-Language");
  // A format of tables says itself what its files are.
  if (!format) {
    void reply.type(jsonType);
    void reply.header("content-disposition", `inline; filename="${address}.json"`);
  }
  return send(reply, body, headers["if-none-match"]);
}

/** Sends what caches may keep, or that whoever asks has it already. */
function send(reply: FastifyReply, body: string, ifNoneMatch: string | undefined): FastifyReply {
  const tag = entityTag(body);
  void reply.headers({ etag: tag, "cache-control": cacheControl });
  if (!isKnown(ifNoneMatch, tag)) return reply.send(body);
  const tabular = tabularRequest();
  if (tabular) delete tabular.outcome;
  for (const name of ["content-type", "content-disposition"]) void reply.removeHeader(name);
  return reply.code(304).send();
}

async function refuseMethod(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  void reply.header("allow", "GET, HEAD, OPTIONS");
  if (request.method === "OPTIONS") return reply.code(204).send();
  const message = `Expected one of the methods GET, HEAD, OPTIONS, received ${request.method}.`;
  return reply.code(405).send(problem("BAD_REQUEST", message));
}

function tooLong(): ApiError {
  return new ApiError(
    "LIST_TOO_LONG",
    "Expected as many rows as one file holds, found more. Ask for less, as fewer years.",
    400,
  );
}
