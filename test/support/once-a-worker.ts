const key = Symbol.for("personnel-graph once a worker");
const holder = globalThis as { [key]?: Map<string, unknown> };

/** Makes something for the first test file of this worker that wants it; the later ones are given the same. */
export function onceAWorker<Made>(name: string, make: () => Made): Made {
  const made = (holder[key] ??= new Map());
  if (!made.has(name)) made.set(name, make());
  return made.get(name) as Made;
}
