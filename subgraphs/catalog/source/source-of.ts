import type { Source } from "./source";
import { sources } from "./sources";

/** The source a stored fact names. It is there: every load checks it. */
export function sourceOf(id: string): Source {
  const source = sources.get(id);
  if (!source) throw new Error(`source ${id} is not in the catalog`);
  return source;
}
