import { type Dispatcher, request } from "undici";
import type { Readiness } from "../subgraphs/kit/http/http-server";

const probeTimeoutMilliseconds = 1_000;
const memoryMilliseconds = 1_000;

/**
 * Makes the gateway's readiness: it can answer while any subgraph can. Each subgraph is asked at most once a second,
 * however often the gateway is. The details name subgraphs and never an address.
 */
export function readinessOf(
  addresses: ReadonlyMap<string, string>,
  dispatcher: Dispatcher,
): () => Promise<Readiness> {
  let last: { readonly at: number; readonly readiness: Promise<Readiness> } | undefined;
  return () => {
    const now = performance.now();
    if (!last || now - last.at >= memoryMilliseconds) {
      last = { at: now, readiness: askAll(addresses, dispatcher) };
    }
    return last.readiness;
  };
}

async function askAll(
  addresses: ReadonlyMap<string, string>,
  dispatcher: Dispatcher,
): Promise<Readiness> {
  const states = await Promise.all(
    [...addresses].map(async ([name, url]) => [name, await stateOf(url, dispatcher)] as const),
  );
  return {
    ready: states.some(([, state]) => state === "ready"),
    details: Object.fromEntries(states),
  };
}

async function stateOf(url: string, dispatcher: Dispatcher): Promise<string> {
  try {
    const { statusCode, body } = await request(new URL("/ready", url), {
      dispatcher,
      signal: AbortSignal.timeout(probeTimeoutMilliseconds),
    });
    await body.dump();
    return statusCode === 200 ? "ready" : "not ready";
  } catch {
    return "does not answer";
  }
}
