import { createHttpServer } from "../../../subgraphs/kit/http/http-server";
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
  const logger = createLogger("issuer", "warn");
  const readiness = () => Promise.resolve({ ready: true, details: {} });
  const app = createHttpServer({ logger, bodyLimit: 1_024, readiness });
  app.get("/.well-known/openid-configuration", () => ({ issuer, jwks_uri: `${issuer}/jwks` }));
  app.get("/jwks", () => ({ keys: [publicKey] }));
  const { hostname, port } = new URL(issuer);
  await app.listen({ host: hostname, port: Number(port) });
  stopOnRequest(() => app.close(), 1_000, logger);
});
