import { isAscii } from "node:buffer";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { ApiError, shown } from "../errors";

type Done = (error: Error | null, body?: unknown) => void;

/** Understands the bytes of a body. */
export type ParseJsonBody = (request: FastifyRequest, body: Buffer, done: Done) => void;

const charset = /;\s*charset\s*=\s*("?)([^";\s]*)\1/gi;
const utf8 = new TextDecoder("utf-8", { fatal: true });
const utf8Names: ReadonlySet<string> = new Set(["utf-8", "utf8"]);

/**
 * Makes the parser of JSON bodies. They must be UTF-8 (RFC 8259, 8.1; a byte order mark is skipped), so that no
 * character is replaced. Keys that would change a prototype are refused.
 *
 * It fails with ApiError BAD_REQUEST: 415 for a compressed body or one in another encoding, 400 for bytes that are not
 * UTF-8; and with Fastify's own errors where the text is not JSON.
 */
export function jsonBodyParser(app: FastifyInstance): ParseJsonBody {
  const parse = app.getDefaultJsonParser("error", "error");
  return (request, body, done) => {
    let text: string;
    try {
      text = utf8Text(request, body);
    } catch (error) {
      done(error as ApiError);
      return;
    }
    void parse(request, text, done);
  };
}

/** Lets a server read every JSON body with {@link jsonBodyParser}. */
export function readJsonBodies(app: FastifyInstance): void {
  app.removeContentTypeParser("application/json");
  app.addContentTypeParser<Buffer>("application/json", { parseAs: "buffer" }, jsonBodyParser(app));
}

function utf8Text({ headers }: FastifyRequest, body: Buffer): string {
  const coding = headers["content-encoding"] ?? "identity";
  if (coding.toLowerCase() !== "identity") {
    throw new ApiError(
      "BAD_REQUEST",
      `Expected a body without content-encoding, received ${shown(coding)}.`,
      415,
    );
  }
  const type = headers["content-type"] ?? "";
  const names = type.includes(";")
    ? Array.from(type.matchAll(charset), ([, , name = ""]) => name)
    : [];
  const other = names.find((name) => !utf8Names.has(name.toLowerCase()));
  if (other !== undefined) {
    throw new ApiError("BAD_REQUEST", `Expected charset=utf-8, received ${shown(other)}.`, 415);
  }
  try {
    return isAscii(body) ? body.toString("latin1") : utf8.decode(body);
  } catch {
    throw new ApiError(
      "BAD_REQUEST",
      "Expected a body in UTF-8, received bytes that are not.",
      400,
    );
  }
}
