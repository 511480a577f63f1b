// Runs the tools of developers against a running graph, without a token: node check.mjs [http://127.0.0.1:4000/graphql]
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";

const url = process.argv[2] ?? "http://127.0.0.1:4000/graphql";
const folder = import.meta.dirname;
const generated = `${folder}/generated`;

const bin = (name) => `${folder}/node_modules/.bin/${name}`;
const steps = [
  ["get-graphql-schema", bin("get-graphql-schema"), [url], /^type FiscalYear/m],
  [
    "gql.tada",
    bin("gql.tada"),
    ["generate-schema", url, "--output", `${generated}/schema.graphql`],
  ],
  ["gql.tada types", bin("gql.tada"), ["generate-output"]],
  ["codegen", bin("graphql-codegen"), ["--config", "codegen.yml"]],
  ["codegen of schema/api.graphql", bin("graphql-codegen"), ["--config", "codegen-file.yml"]],
  ["relay-compiler", bin("relay-compiler"), []],
  ["types of what they wrote", bin("tsc"), []],
  ["Apollo Client", process.execPath, [`${generated}/out/src/apollo.js`, url], /2024-03-31/],
  ["urql", process.execPath, [`${generated}/out/src/urql.js`, url], /2024-03-31/],
];

rmSync(generated, { recursive: true, force: true });
mkdirSync(`${generated}/relay`, { recursive: true });
for (const [name, file, args, expected = /^/] of steps) {
  try {
    const output = execFileSync(file, args, {
      cwd: folder,
      encoding: "utf8",
      stdio: "pipe",
      timeout: 120_000,
      maxBuffer: 64 * 1_048_576,
      env: { ...process.env, GRAPH_URL: url },
    });
    if (name === "get-graphql-schema") writeFileSync(`${generated}/relay-schema.graphql`, output);
    if (!expected.test(output)) throw new Error(`Expected ${expected}, received ${output}`);
    console.log(`pass  ${name}`);
  } catch (error) {
    process.exitCode = 1;
    console.log(`FAIL  ${name}\n${error.message}\n${error.stdout ?? ""}${error.stderr ?? ""}`);
  }
}
