import type { Dispatcher } from "undici";
import { askReady } from "./ask-ready";
import { HangWatch } from "./hang-watch";

/** Watches the subgraph at `url`, which counts as hanging while `/ready` does not answer. */
export function watchOf(url: string, dispatcher: Dispatcher): HangWatch {
  return new HangWatch(async () => (await askReady(url, dispatcher)) === "no answer in time");
}
