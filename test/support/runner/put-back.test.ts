import { AsyncLocalStorage } from "node:async_hooks";
import { createRequire } from "node:module";

interface PuttingBack {
  rememberListeners(): () => void;
  rememberMatchers(matchers: typeof expect): () => void;
  rememberStorages(): () => void;
}
const { rememberListeners, rememberMatchers, rememberStorages } = createRequire(__filename)(
  "./put-back.cjs",
) as PuttingBack;

const listener = jest.fn();

it("ends those who listen to the process since, and nobody else", () => {
  const earlier = jest.fn();
  process.once("SIGUSR2", earlier);
  const putBack = rememberListeners();
  process.on("SIGUSR2", listener);
  process.once("unhandledRejection", listener);
  process.on("SIGHUP", listener);
  putBack();
  expect(process.listeners("SIGUSR2")).toEqual([earlier]);
  expect(process.listeners("unhandledRejection")).not.toContain(listener);
  expect(process.listeners("SIGHUP")).toEqual([]);
  process.removeListener("SIGUSR2", earlier);
});

it("leaves what cleans up when the process ends", () => {
  const putBack = rememberListeners();
  process.on("exit", listener);
  putBack();
  expect(process.listeners("exit")).toContain(listener);
  process.removeListener("exit", listener);
});

it("removes matchers and equalities that were added, and brings back those that were replaced", () => {
  const putBack = rememberMatchers(expect);
  const pass = () => ({ pass: true, message: () => "" });
  expect.extend({ toBeAnything: pass, toBe: pass });
  const { addEqualityTesters } = expect as unknown as Record<string, (all: unknown[]) => void>;
  addEqualityTesters?.([() => true]);
  expect(1).toBe(2);
  expect(1).toEqual(2);
  putBack();
  expect(() => expect(1).toBe(2)).toThrow("Object.is equality");
  expect(() => expect(1).toEqual(2)).toThrow("deep equality");
  expect(expect(1)).not.toHaveProperty("toBeAnything");
  expect(expect).not.toHaveProperty("toBeAnything");
  expect(expect.not).not.toHaveProperty("toBeAnything");
});

it("disables the storages that were used since, of which each is enabled when it is used again", async () => {
  const { run } = AsyncLocalStorage.prototype;
  const storage = new AsyncLocalStorage<string>();
  const putBack = rememberStorages();
  await storage.run("first", async () => {
    await Promise.resolve();
    expect(storage.getStore()).toBe("first");
    putBack();
    expect(storage.getStore()).toBeUndefined();
  });
  expect(AsyncLocalStorage.prototype.run).toBe(run);
  expect(storage.run("second", () => storage.getStore())).toBe("second");
});
