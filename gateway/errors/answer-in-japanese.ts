import type { FastifyInstance } from "fastify";
import type { GraphQLFormattedError } from "graphql";
import { isErrorCode } from "../../subgraphs/kit/errors";
import { errorSentences } from "../../subgraphs/kit/japanese/error-sentences";
import { messageInJapanese } from "../../subgraphs/kit/japanese/message-in-japanese";
import { Language, negotiateLanguage } from "../../subgraphs/kit/language";

/** How every answer with errors begins: those of operations, of libraries, and of requests that were refused before. */
const withErrors = '{"errors":[';

/**
 * Says the messages of errors in Japanese to callers who ask for it by `Accept-Language`, last of all: whatever comes before, as
 * the log, the audit trail and the steps of an operation, has the English ones. Codes, places and data stay as they are, and
 * so does every answer to others.
 */
export function answerInJapanese(app: FastifyInstance): void {
  app.addHook("onSend", (request, reply, payload, done) => {
    const isOne = typeof payload === "string" && payload.startsWith(withErrors);
    const language = isOne ? request.headers["accept-language"] : undefined;
    if (language === undefined || negotiateLanguage(language) !== Language.JA) {
      done(null, payload);
      return;
    }
    const answer = inJapanese(payload as string);
    // Its length has changed.
    reply.removeHeader("content-length");
    done(null, answer);
  });
}

function inJapanese(text: string): string {
  const { errors, ...rest } = JSON.parse(text) as { errors: readonly GraphQLFormattedError[] };
  const said = errors.map((error) => {
    const code = error.extensions?.["code"];
    const sentence = isErrorCode(code) ? errorSentences[code] : undefined;
    return { ...error, message: messageInJapanese(sentence, error.message) };
  });
  const line = text.endsWith("\n") ? "\n" : "";
  return `${JSON.stringify({ errors: said, ...rest })}${line}`;
}
