import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { patience } from "../support/patience";
import { testKeys } from "../support/assertions";
import { freePort } from "../support/free-port";
import { Sweep } from "../support/sweep";
import { dispatch, recruitment } from "./support/personnel-subgraphs";
import { TestGraph } from "./support/test-graph";

/** What the gateway cannot start with: each is a process. */
const sweep = new Sweep(
  ...["gateway/env.ts", "gateway/main.ts", "gateway/start-gateway.ts", "gateway/operations"],
  ...["gateway/supergraph", "subgraphs/kit/access", "subgraphs/kit/environment.ts", __filename],
);
const program = path.join(__dirname, "..", "..", "dist", "gateway", "main.js");

let graph: TestGraph;
let signingKeys: string;
beforeAll(async () => {
  signingKeys = (await testKeys()).files.signing;
  graph = await TestGraph.start([recruitment, dispatch], { SUBGRAPH_TIMEOUT_MS: 5_000 });
});
afterAll(() => graph.stop());

const children: ChildProcess[] = [];
afterEach(() => children.splice(0).forEach((child) => child.kill("SIGKILL")));

/** Runs the gateway's own program until it ends. */
function run(environment: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [program], {
    env: {
      PATH: process.env["PATH"],
      SUPERGRAPH_PATH: graph.supergraphPath,
      OPERATIONS_MANIFEST: graph.operationsManifest,
      SIGNING_KEYS_FILE: signingKeys,
      ...environment,
    },
  });
  children.push(child);
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const ended = once(child, "close").then(([code]) => ({ code: Number(code), output }));
  return { child, ended };
}

async function untilAnswers(url: string): Promise<Response> {
  for (const deadline = Date.now() + patience; Date.now() < deadline; await delay(50)) {
    const response = await fetch(url).catch(() => undefined);
    if (response) return response;
  }
  throw new Error(`${url} does not answer.`);
}

describe("the gateway's program", () => {
  it("answers from the addresses it is given and lets a running request finish on SIGTERM", async () => {
    const port = await freePort();
    const urls = [...graph.subgraphs.values()].map(({ name, url }) => `${name}=${url}`);
    const { child, ended } = run({ PORT: String(port), SUBGRAPH_URLS: urls.join(",") });
    const ready = await untilAnswers(`http://127.0.0.1:${port}/ready`);
    expect(ready.status).toBe(200);
    const arrived = new Promise<void>((resolve) => {
      graph.subgraph("recruitment").interceptor = () => {
        resolve();
        return delay(500);
      };
    });
    const answer = fetch(`http://127.0.0.1:${port}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", "accept-language": "ja" },
      body: `{"query":"{ language }"}`,
    });
    await arrived;
    child.kill("SIGTERM");
    expect(await (await answer).json()).toMatchObject({ data: { language: "ja" } });
    const { code, output } = await ended;
    expect(code).toBe(0);
    expect(output).toContain(`"subgraphCalls":[{"subgraph":"recruitment","kind":"root"`);
  });

  it("serves pages that load nothing from elsewhere, and those that are switched on alone", async () => {
    const port = await freePort();
    const urls = [...graph.subgraphs.values()].map(({ name, url }) => `${name}=${url}`);
    run({ PORT: String(port), SUBGRAPH_URLS: urls.join(","), EXPLORER: "true" });
    const accept = { accept: "text/html" };
    await untilAnswers(`http://127.0.0.1:${port}/health`);
    for (const address of ["/", "/explorer", "/figures", "/files"]) {
      const page = await fetch(`http://127.0.0.1:${port}${address}`, { headers: accept });
      const html = await page.text();
      expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
      expect(page.headers.get("vary")).toBe("Accept, Accept-Language");
      const policy = page.headers.get("content-security-policy");
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("connect-src 'self';");
      expect(policy).not.toMatch(/https?:/);
      expect(html).not.toMatch(/<script(?! type="(module|application\/json)")/);
      expect(html).not.toMatch(/(?:src|href)="https?:/);
      const loaded = [...html.matchAll(/"(\/assets\/[^"]*)"/g)].map(([, asset = ""]) => asset);
      expect(loaded.length).toBeGreaterThan(1);
      for (const asset of loaded) {
        for (const encoding of ["identity", "gzip", "br"]) {
          await assetOf(`http://127.0.0.1:${port}${asset}`, encoding);
        }
      }
    }
    for (const address of [
      "/assets/manifest.json",
      "/assets/..%2Fpages.js",
      "/assets/nothing.js",
    ]) {
      expect((await fetch(`http://127.0.0.1:${port}${address}`)).status).toBe(404);
    }
    const other = await freePort();
    run({ PORT: String(other), SUBGRAPH_URLS: urls.join(","), PAGES: "false" });
    await untilAnswers(`http://127.0.0.1:${other}/health`);
    for (const address of ["/", "/explorer", "/figures", "/files"]) {
      const { status } = await fetch(`http://127.0.0.1:${other}${address}`, { headers: accept });
      expect(status).toBe(404);
    }
  });

  it.each(
    sweep.of<[environment: Readonly<Record<string, string>>, message: string]>([
      [
        { SUPERGRAPH_PATH: "/nowhere/supergraph.graphql" },
        "The supergraph /nowhere/supergraph.graphql cannot be read. Write it with npm run schema:emit, or set SUPERGRAPH_PATH.",
      ],
      [
        { OPERATIONS_MANIFEST: "/nowhere/manifest.json" },
        "The manifest /nowhere/manifest.json cannot be read. Write it with npm run operations:register, or set OPERATIONS_MANIFEST.",
      ],
      [{ OPERATIONS_MANIFEST: program }, "is not usable:\n  not JSON: "],
      [{ SUPERGRAPH_PATH: program }, "is not a supergraph: "],
      [
        {
          SUBGRAPH_URLS:
            "recruitment=http://127.0.0.1:1/graphql,archive=http://127.0.0.1:1/graphql",
        },
        "SUBGRAPH_URLS must name each subgraph of the supergraph (dispatch, recruitment) and no other. Missing: dispatch. Unknown: archive.",
      ],
      [{ PORT: "http", SANDBOX: "2" }, "PORT is not valid"],
      [{ SIGNING_KEYS_FILE: "" }, "SIGNING_KEYS_FILE is not set"],
      [
        { SIGNING_KEYS_FILE: program },
        "The file of SIGNING_KEYS_FILE cannot be used: it is not JSON.",
      ],
      [
        { SIGNING_KEYS_FILE: "/nowhere/keys.json" },
        "The file of SIGNING_KEYS_FILE cannot be used: it cannot be read (ENOENT).",
      ],
      [{ OIDC_ISSUER: "http://127.0.0.1:4010", LOCAL_ISSUER: "false" }, "OIDC_ISSUER is not valid"],
    ]),
  )("ends with one message and code 1 given %j", async (environment, message) => {
    const { code, output } = await run(environment).ended;
    expect(code).toBe(1);
    expect(output).toContain(message);
    expect(output).not.toMatch(/^\s+at /m);
  });

  it("ends with one line where its port is taken", async () => {
    const { port } = new URL(graph.url);
    const { code, output } = await run({ PORT: port }).ended;
    expect(code).toBe(1);
    expect(output).toContain(`Port ${port} on 127.0.0.1 is taken. Set PORT to a free one.`);
  });
});

/** Loads a file of a page in an encoding, and checks what a browser goes by. */
async function assetOf(address: string, encoding: string): Promise<void> {
  const { status, headers } = await fetch(address, { headers: { "accept-encoding": encoding } });
  expect([status, headers.get("content-encoding") ?? "identity"]).toEqual([200, encoding]);
  expect(headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  expect(headers.get("vary")).toBe("Accept-Encoding");
  expect(headers.get("content-type")).toMatch(/^(text\/(javascript|css); charset=utf-8|font\/)/);
}
