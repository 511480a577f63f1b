import type { Dispatcher } from "undici";
import type { Readiness } from "../subgraphs/kit/http/http-server";
import type { HangWatch } from "./transport/hang-watch";
import { askReady, type ReadyAnswer } from "./transport/ask-ready";

const memoryMilliseconds = 1_000;

const shownAs: Readonly<Record<ReadyAnswer, string>> = {
  ready: "ready",
  "not ready": "not ready",
  "no connection": "does not answer",
  "no answer in time": "does not answer",
};

/**
 * Makes the gateway's readiness: it can answer while any subgraph can. Each subgraph is asked at most once a second,
 * however often the gateway is. The details name subgraphs and never an address.
 */
export function readinessOf(
  addresses: ReadonlyMap<string, string>,
  dispatcher: Dispatcher,
  watches: ReadonlyMap<string, HangWatch>,
): () => Promise<Readiness> {
  let last: { readonly at: number; readonly readiness: Promise<Readiness> } | undefined;
  return () => {
    const now = performance.now();
    if (!last || now - last.at >= memoryMilliseconds) {
      last = { at: now, readiness: askAll(addresses, dispatcher, watches) };
    }
    return last.readiness;
  };
}

async function askAll(
  addresses: ReadonlyMap<string, string>,
  dispatcher: Dispatcher,
  watches: ReadonlyMap<string, HangWatch>,
): Promise<Readiness> {
  const answers = await Promise.all(
    [...addresses].map(async ([name, url]) => {
      const answer = await askReady(url, dispatcher);
      // A subgraph that is reported as answering is asked again from now on.
      if (answer !== "no answer in time") watches.get(name)?.answered();
      return [name, answer] as const;
    }),
  );
  return {
    ready: answers.some(([, answer]) => answer === "ready"),
    details: Object.fromEntries(answers.map(([name, answer]) => [name, shownAs[answer]])),
  };
}
