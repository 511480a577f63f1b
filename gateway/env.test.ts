import { existsSync } from "node:fs";
import path from "node:path";
import { InvalidEnvironment, readEnvironment } from "../subgraphs/kit/environment";
import { usualBudgets } from "./limits/budgets";
import { gatewayShape, readGatewaySettings } from "./env";

const keys = { SIGNING_KEYS_FILE: "/keys.json" };
const read = (source: NodeJS.ProcessEnv) => readEnvironment(gatewayShape, { ...keys, ...source });

const startProblem = (source: NodeJS.ProcessEnv) => {
  try {
    readGatewaySettings({ ...keys, ...source });
  } catch (error) {
    if (error instanceof InvalidEnvironment) return error.problems;
  }
  return undefined;
};

function problemsOf(source: NodeJS.ProcessEnv): readonly string[] {
  try {
    read(source);
  } catch (error) {
    if (error instanceof InvalidEnvironment) return error.problems;
  }
  return [];
}

describe("the gateway's environment", () => {
  it("needs nothing to be set but its keys", () => {
    expect(problemsOf({ SIGNING_KEYS_FILE: "" })).toEqual([
      "SIGNING_KEYS_FILE is not set: expected the path of a JSON Web Key Set",
    ]);
    const { SUPERGRAPH_PATH, OPERATIONS_MANIFEST, ...others } = read({});
    expect(others).toEqual({
      ...keys,
      HOST: "127.0.0.1",
      PORT: 4000,
      LOG_LEVEL: "info",
      SUBGRAPH_TIMEOUT_MS: 10_000,
      KEPT_OPERATIONS: 1_000,
      KEPT_DOCUMENTS: 1_000,
      BODY_LIMIT_BYTES: 1_048_576,
      SHUTDOWN_GRACE_MS: 10_000,
      OPEN_SCHEMA: false,
      PAGES: true,
      SANDBOX: false,
      LOCAL_ISSUER: false,
      EXPLORER: false,
      BUDGETS: usualBudgets,
      QUEUE_TIMEOUT_MS: 5_000,
      TRUSTED_PROXIES: [],
      CORS_ORIGINS: [],
      EXPORT_PAGE_TIMEOUT_MS: 60_000,
      CITATION_BYTES: 262_144,
      CITATION_BYTES_OF_ADDRESS: 4_194_304,
      CITATION_BYTES_A_DAY: 67_108_864,
      CITATION_BYTES_IN_ALL: 4_294_967_296,
      OIDC_AUDIENCE: "personnel-graph",
      OIDC_ALGORITHMS: ["RS256", "PS256", "ES256", "EdDSA"],
    });
    expect(existsSync(path.join(SUPERGRAPH_PATH, "..", "..", "package.json"))).toBe(true);
    expect(existsSync(OPERATIONS_MANIFEST)).toBe(true);
  });

  it("reads where subgraphs are", () => {
    const { SUBGRAPH_URLS } = read({ SUBGRAPH_URLS: "a=http://a:1/graphql, b=https://b/x?y=z" });
    expect([...(SUBGRAPH_URLS ?? [])]).toEqual([
      ["a", "http://a:1/graphql"],
      ["b", "https://b/x?y=z"],
    ]);
  });

  it.each(["http://a:1", "a=", "a=ftp://a", "=http://a", "a=http://a,", "a=http://a,a=http://b"])(
    "does not take %s for addresses",
    (SUBGRAPH_URLS) => {
      expect(problemsOf({ SUBGRAPH_URLS })).toEqual([
        expect.stringMatching(
          /^SUBGRAPH_URLS is not valid: (expected name=http|received .*, "a" is given twice)/,
        ),
      ]);
    },
  );

  it("reads where people reach it, which is an origin", () => {
    expect(read({ PUBLIC_URL: "https://graph.example/" }).PUBLIC_URL).toBe("https://graph.example");
    for (const PUBLIC_URL of ["graph.example", "ftp://a", "https://a/b", "https://u:p@a", "x"]) {
      expect(problemsOf({ PUBLIC_URL })).toEqual([
        expect.stringMatching(/^PUBLIC_URL is not valid: .*, expected an origin as https:/),
      ]);
    }
  });

  it("reports everything that is wrong at once", () => {
    expect(problemsOf({ SANDBOX: "perhaps", PORT: "0", SUBGRAPH_TIMEOUT_MS: "soon" })).toHaveLength(
      3,
    );
    expect(read({ SANDBOX: "true" }).SANDBOX).toBe(true);
  });

  it.each(["none", "HS256", "RS256,none", "RS256,,ES256"])(
    "does not take %s for algorithms",
    (OIDC_ALGORITHMS) => {
      expect(problemsOf({ OIDC_ALGORITHMS })).toEqual([
        expect.stringMatching(/^OIDC_ALGORITHMS is not valid: .* expected some of RS256, /),
      ]);
    },
  );

  it.each([
    ["https://issuer.example/realm", undefined, undefined],
    ["http://127.0.0.1:4010", "true", undefined],
    ["http://localhost:4010", "true", undefined],
    ["http://127.0.0.1:4010", undefined, "expected https://, as LOCAL_ISSUER is not true"],
    ["http://localhost:4010", "false", "expected https://, as LOCAL_ISSUER is not true"],
    ["http://issuer.example", "true", "expected https://"],
    ["http://127.0.0.1.issuer.example", "true", "expected https://"],
    ["https://user:secret@issuer.example", "true", "expected an address without a password in it"],
    ["issuer.example", "true", "expected an address that begins with https://"],
    ["file:///etc/keys", "true", "expected an address that begins with https://"],
  ])(
    "takes keys from %s (LOCAL_ISSUER: %s) only over a way nobody can change: %s",
    (address, isLocal, problem) => {
      for (const name of ["OIDC_ISSUER", "OIDC_JWKS_URL"]) {
        const problems = startProblem({ [name]: address, LOCAL_ISSUER: isLocal });
        expect(
          problems?.map((text) => text.replace(/^.*received ("[^"@]*"|something else), /, "")),
        ).toEqual(problem === undefined ? undefined : [problem]);
      }
    },
  );

  it("describes every variable", () => {
    expect(Object.values(gatewayShape).filter(({ description }) => !description)).toEqual([]);
  });
});
