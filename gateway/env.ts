import { z } from "zod";
import {
  countVariable,
  InvalidEnvironment,
  logLevelVariable,
  portVariable,
  postgresUrlVariable,
  readEnvironment,
} from "../subgraphs/kit/environment";
import { issuerAddressProblem } from "./access/identity/issuer-address";
import { shown } from "../subgraphs/kit/errors";
import { parseCorsOrigins } from "./cors-origins";
import { citationsShape } from "./citations/env";
import { isAddressRange } from "./limits/address-range";
import { parseBudgets, usualBudgets } from "./limits/budgets";
import { operationsShape } from "./operations/env";
import { parseSubgraphUrls } from "./supergraph/parse-subgraph-urls";

/** Those with a public key for verifying (RFC 7518, 8037): whoever can verify a token must not be able to make one. */
const signatureAlgorithms: ReadonlySet<string> = new Set([
  ...["RS256", "RS384", "RS512", "PS256", "PS384", "PS512"],
  ...["ES256", "ES384", "ES512", "EdDSA", "Ed25519"],
]);

/** The variables of the gateway. */
export const gatewayShape = {
  HOST: z.string().default("127.0.0.1").describe("Address to listen on."),
  PORT: portVariable(4000).describe("Port to listen on."),
  LOG_LEVEL: logLevelVariable().describe(
    "How much is logged: fatal, error, warn, info, debug, trace or silent.",
  ),
  ...operationsShape,
  SUBGRAPH_URLS: z
    .string()
    .optional()
    .transform((given, context) => {
      const urls = given === undefined ? undefined : parseSubgraphUrls(given);
      if (typeof urls !== "string") return urls;
      context.addIssue({ code: "custom", message: urls });
      return z.NEVER;
    })
    .describe(
      "Where the subgraphs are: name=url pairs separated by commas, one for each. Default: the addresses in the supergraph.",
    ),
  SIGNING_KEYS_FILE: z
    .string({ error: "expected the path of a JSON Web Key Set" })
    .describe(
      "The gateway's private keys, a JSON Web Key Set: the first signs what subgraphs are asked. Read again when it changes.",
    ),
  SUBGRAPH_TIMEOUT_MS: countVariable(1, 10_000).describe("How long a subgraph may take to answer."),
  KEPT_OPERATIONS: countVariable(2, 1_000).describe(
    "How many operations are kept planned and prepared, those used last; one takes up to a few hundred kilobytes.",
  ),
  KEPT_DOCUMENTS: countVariable(2, 1_000).describe(
    "How many documents are kept parsed and checked, those used last; of long ones, fewer.",
  ),
  BODY_LIMIT_BYTES: countVariable(1_024, 1_048_576).describe("Largest request body accepted."),
  BUDGETS: z
    .string()
    .optional()
    .transform((given, context) => {
      const budgets = given === undefined ? usualBudgets : parseBudgets(given);
      if (typeof budgets !== "string") return budgets;
      context.addIssue({ code: "custom", message: budgets });
      return z.NEVER;
    })
    .describe(
      'Changes to what the roles may ask for, as `{"public":{"cost":5000}}`; see gateway/limits.',
    ),
  QUEUE_TIMEOUT_MS: countVariable(1, 5_000).describe(
    "How long a request may wait while the places of its role are taken; see gateway/limits.",
  ),
  EXPORT_PAGE_TIMEOUT_MS: countVariable(1, 60_000).describe(
    "How long whoever reads a whole list may take for a page of it, 500 rows; then the connection is closed.",
  ),
  TRUSTED_PROXIES: z
    .string()
    .optional()
    .transform((given, context) => {
      const proxies = (given ?? "").split(",").flatMap((each) => each.trim() || []);
      if (proxies.every(isAddressRange)) return proxies;
      context.addIssue({
        code: "custom",
        message:
          "expected addresses or ranges such as 10.0.0.1,192.168.0.0/16, separated by commas",
      });
      return z.NEVER;
    })
    .describe(
      "Addresses of the proxies in front, whose `x-forwarded-for` is believed; separated by commas. Default: none.",
    ),
  CORS_ORIGINS: z
    .string()
    .optional()
    .transform((given, context) => {
      const origins = parseCorsOrigins(given ?? "");
      if (typeof origins !== "string") return origins;
      context.addIssue({ code: "custom", message: origins });
      return z.NEVER;
    })
    .describe(
      "Origins of other sites whose pages may ask the graph from a browser, separated by commas; `:*` is any port. Default: none.",
    ),
  AUDIT_DATABASE_URL: postgresUrlVariable()
    .optional()
    .describe(
      "The audit database, as the role that can only append to the log and to cited answers. Without it changes, reads of personal data and citations are refused.",
    ),
  ...citationsShape,
  DATASET: z
    .enum(["synthetic"], { error: "expected synthetic, or nothing" })
    .optional()
    .describe(
      "`synthetic` where the records are made up for demonstration: every answer then says so in `extensions.dataset`.",
    ),
  LOCAL_ISSUER: z
    .stringbool({ error: "expected true or false" })
    .default(false)
    .describe(
      "True if an issuer on this machine may be without TLS, as that of the local stack, which /explorer asks for tokens; any other needs https://.",
    ),
  OIDC_ISSUER: z
    .string()
    .optional()
    .describe(
      "The OpenID Connect issuer of callers' tokens, as its `iss` says. Without one no token is accepted, and everybody is public.",
    ),
  OIDC_AUDIENCE: z
    .string()
    .default("personnel-graph")
    .describe("The audience (`aud`) that tokens must be for."),
  OIDC_JWKS_URL: z
    .string()
    .optional()
    .describe("Where the issuer's keys are. Default: what its discovery document says."),
  OIDC_ALGORITHMS: z
    .string()
    .default("RS256,PS256,ES256,EdDSA")
    .transform((given, context) => {
      const algorithms = given.split(",").map((name) => name.trim());
      if (algorithms.every((name) => signatureAlgorithms.has(name))) return algorithms;
      context.addIssue({
        code: "custom",
        message: `expected some of ${[...signatureAlgorithms].join(", ")}, separated by commas`,
      });
      return z.NEVER;
    })
    .describe("Signature algorithms accepted of tokens, separated by commas."),
  SHUTDOWN_GRACE_MS: countVariable(0, 10_000).describe(
    "How long running requests may take to finish on shutdown.",
  ),
  OPEN_SCHEMA: z
    .stringbool({ error: "expected true or false" })
    .default(false)
    .describe(
      "True if everybody is permitted to ask for the schema, as where it is developed, and reads it on /reference; otherwise only officers and analysts are permitted to ask.",
    ),
  PAGES: z
    .stringbool({ error: "expected true or false" })
    .default(true)
    .describe(
      "Whether there are pages for people: a browser that opens / or /graphql arrives on one that leads to the others.",
    ),
  SANDBOX: z
    .stringbool({ error: "expected true or false" })
    .default(false)
    .describe(
      "Whether /sandbox shows Apollo Sandbox, from Apollo's network; without other pages, a browser that opens / or /graphql is led there.",
    ),
  EXPLORER: z
    .stringbool({ error: "expected true or false" })
    .default(false)
    .describe(
      "Whether /explorer serves GraphiQL, which needs no other network; without PAGES, a browser that opens / or /graphql is led there.",
    ),
};

/** What the gateway runs with. */
export type GatewaySettings = z.infer<z.ZodObject<typeof gatewayShape>>;

/**
 * Reads the variables of the gateway.
 * @throws InvalidEnvironment naming every problem at once
 */
export function readGatewaySettings(source: NodeJS.ProcessEnv = process.env): GatewaySettings {
  const settings = readEnvironment(gatewayShape, source);
  const problems = (["OIDC_ISSUER", "OIDC_JWKS_URL"] as const).flatMap((name) => {
    const address = settings[name];
    const problem =
      address === undefined ? undefined : issuerAddressProblem(address, settings.LOCAL_ISSUER);
    return problem === undefined
      ? []
      : [
          `${name} is not valid: received ${address?.includes("@") ? "something else" : shown(address)}, ${problem}`,
        ];
  });
  if (problems.length > 0) throw new InvalidEnvironment(problems);
  return settings;
}

/**
 * Keeps `@apollo/gateway` from sending metrics about this machine to its vendor, which it does by default. Call it
 * before the gateway is made; the library has no other switch.
 */
export function disableVendorTelemetry(): void {
  process.env["APOLLO_TELEMETRY_DISABLED"] = "true";
}
