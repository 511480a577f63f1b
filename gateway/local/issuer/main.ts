import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import { runProgram, stopOnRequest } from "../../../subgraphs/kit/http/process-lifecycle";
import { createLogger } from "../../../subgraphs/kit/logger";
import { readIssuer } from "./issuer-file";
import { answerTokenRequest, type IssuerAnswer, tokenPath } from "./token-desk";

// The development issuer: says where its keys are and which they are, and gives tokens to pages of the gateway.
runProgram(async () => {
  const [file = "", gateway = ""] = process.argv.slice(2);
  const kept = await readIssuer(file);
  if (!kept) throw new Error(`Expected the issuer's file, received ${file}.`);
  const { issuer, key } = kept;
  const { d: _private, ...publicKey } = key;
  const answers = new Map<string | undefined, object>([
    ["/ready", { ready: true }],
    ["/.well-known/openid-configuration", { issuer, jwks_uri: `${issuer}/jwks` }],
    ["/jwks", { keys: [publicKey] }],
  ]);
  const logger = createLogger("issuer", "warn");
  const answerOf = async (request: IncomingMessage): Promise<IssuerAnswer> => {
    if (request.url === tokenPath) return answerTokenRequest(request, kept, gateway);
    const answer = answers.get(request.url);
    return { status: answer ? 200 : 404, headers: {}, body: answer ?? { title: "Not Found" } };
  };
  const server = createServer((request, response) => {
    answerOf(request).then(
      ({ status, headers, body }) => {
        response.writeHead(status, { "content-type": "application/json", ...headers });
        response.end(status === 204 ? undefined : JSON.stringify(body));
      },
      (error: unknown) => {
        logger.error({ error }, "failed");
        response.writeHead(500).end();
      },
    );
  });
  const { hostname, port } = new URL(issuer);
  server.listen(Number(port), hostname);
  await once(server, "listening");
  const stop = async () => {
    server.close().closeAllConnections();
    await once(server, "close");
  };
  stopOnRequest(stop, 1_000, logger);
});
