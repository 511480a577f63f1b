import type { FastifyInstance, FastifyRequest } from "fastify";
import { currentRequest, type RequestScope } from "../../subgraphs/kit/request-scope";
import type { AnswerFormat, FinishedAnswer } from "./answer-format";
import { json } from "./json";
import type { OperationStep } from "../steps/operation-steps";
import { addRequestHook } from "../../subgraphs/kit/http/request-hook";

/** The format of each request that is being answered in another than JSON. */
const chosen = new WeakMap<RequestScope, AnswerFormat>();

/** The format a request asks for. JSON is the only one; another is chosen here, by `?format=` or `Accept`. */
export function formatOf(_request: FastifyRequest): AnswerFormat {
  return json;
}

/** Notes the format of each request before its body is read. */
export function chooseFormat(
  choose: (request: FastifyRequest) => AnswerFormat = formatOf,
): (scope: FastifyInstance) => void {
  return (scope) => {
    addRequestHook(scope, "onRequest", (request) => {
      const current = currentRequest();
      const format = choose(request);
      if (current && format !== json) chosen.set(current, format);
    });
  };
}

/** Gives answers the content type of their format. */
export function nameFormat(): OperationStep {
  return {
    begin: () => ({
      willSendResponse: ({ response }) => {
        const { mediaType } = formatOfAnswer();
        if (mediaType !== undefined) response.http.headers.set("content-type", mediaType);
      },
    }),
  };
}

/** Writes an answer in the format of its request. */
export function writeAnswer(answer: FinishedAnswer): string | Promise<string> {
  // Apollo Server asks for a text, and Fastify sends bytes as well.
  return formatOfAnswer().write(answer) as string | Promise<string>;
}

function formatOfAnswer(): AnswerFormat {
  const current = currentRequest();
  return (current && chosen.get(current)) ?? json;
}
