// The gateways that are compared. Each runs alone on the measured core.
import { fileURLToPath } from "node:url";
import { startChild, untilAnswers } from "../support/child.mjs";
import { measuredCore } from "../support/cores.mjs";
import { freePort } from "../support/ports.mjs";
import { commandLine, environmentOf } from "../support/processes.mjs";

const programOf = (name) => fileURLToPath(new URL(name, import.meta.url));

/** The gateway that the others are compared with. */
export const baseName = "@apollo/gateway";

/** How to start each gateway of others, with the flags and variables that it is given. */
const others = {
  [baseName]: { args: [programOf("apollo.mjs")] },
  "@apollo/gateway with undici and 64 MB": {
    args: ["--max-semi-space-size=64", programOf("apollo.mjs")],
    env: { CLIENT: "undici" },
  },
  "Hive Gateway with the Rust planner": { args: [programOf("hive.mjs")] },
};

const roleOfOurs = {
  "ours (public)": "public",
  "ours (analyst)": "analyst",
  "ours (officer)": "dispatch-officer",
};

/** The names of all that can be compared. */
export const gatewayNames = [...Object.keys(others), ...Object.keys(roleOfOurs)];

/** Starts the gateways of these names; ours is one process, whoever asks it. */
export async function startGateways(names, { stack, proxy }) {
  const ours = names.some((name) => roleOfOurs[name]) && (await startOurs(stack, proxy));
  const gateways = [];
  for (const name of names) {
    const role = roleOfOurs[name] ?? "public";
    const running = roleOfOurs[name] ? ours : await startOther(name, proxy);
    gateways.push({ name, role, headers: stack.headersOf(role), ...running });
  }
  return gateways;
}

/** Starts the gateway of others of this name. */
export async function startOther(name, { supergraphFile }) {
  const { args, env } = others[name];
  const variables = { ...process.env, NODE_ENV: "production", SUPERGRAPH: supergraphFile, ...env };
  return start(name.replaceAll(/\W+/g, "-"), args, variables);
}

/**
 * Starts our gateway as the local stack has started the one that runs: the same program, flags and variables, read from
 * that process. Only its port differs, and where the subgraphs are.
 */
export async function startOurs(stack, { urls }) {
  const pid = stack.pidOf("gateway");
  const { NODE_CHANNEL_FD, NODE_CHANNEL_SERIALIZATION_MODE, ...env } = environmentOf(pid);
  const [, ...args] = commandLine(pid);
  const pairs = Object.entries(urls).map(([name, url]) => `${name}=${url}`);
  return start("ours", args, { ...env, SUBGRAPH_URLS: pairs.join(",") }, stack.tree);
}

async function start(name, args, env, cwd) {
  const port = await freePort();
  const variables = { ...env, PORT: String(port) };
  const options = { args, env: variables, cwd, core: measuredCore, ipc: true };
  const program = startChild(name, options);
  const url = `http://127.0.0.1:${port}/graphql`;
  await untilAnswers(program, url);
  return { url, pid: program.pid, stop: program.stop };
}
