import { once } from "node:events";
import { createServer } from "node:http";
import { runProgram, stopOnRequest } from "../../../subgraphs/kit/http/process-lifecycle";
import { createLogger } from "../../../subgraphs/kit/logger";
import { readIssuer } from "./issuer-file";

// The development issuer: says where its keys are and which they are, and nothing else.
runProgram(async () => {
  const [file = ""] = process.argv.slice(2);
  const kept = await readIssuer(file);
  if (!kept) throw new Error(`Expected the issuer's file, received ${file}.`);
  const { issuer, key } = kept;
  const { d: _private, ...publicKey } = key;
  const answers = new Map<string | undefined, object>([
    ["/ready", { ready: true }],
    ["/.well-known/openid-configuration", { issuer, jwks_uri: `${issuer}/jwks` }],
    ["/jwks", { keys: [publicKey] }],
  ]);
  const server = createServer(({ url }, response) => {
    const answer = answers.get(url);
    response.writeHead(answer ? 200 : 404, { "content-type": "application/json" });
    response.end(JSON.stringify(answer ?? { title: "Not Found" }));
  });
  const { hostname, port } = new URL(issuer);
  server.listen(Number(port), hostname);
  await once(server, "listening");
  const stop = async () => {
    server.close().closeAllConnections();
    await once(server, "close");
  };
  stopOnRequest(stop, 1_000, createLogger("issuer", "warn"));
});
