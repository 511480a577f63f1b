import { type LoaderDefinition, Loaders } from "./loaders";

describe("the loaders of a request", () => {
  it("batch keys asked for together, apart for different arguments, and remember them", async () => {
    const batches: unknown[] = [];
    const doubles: LoaderDefinition<string, number, number, { plus: number }> = {
      name: "doubles",
      batch: (keys, source, args) => {
        batches.push([source, [...keys], args.plus]);
        return Promise.resolve(keys.map((key) => key * 2 + args.plus));
      },
    };
    const loaders = new Loaders("source");
    const answers = await Promise.all([
      loaders.load(doubles, 1, { plus: 0 }),
      loaders.load(doubles, 2, { plus: 0 }),
      loaders.load(doubles, 1, { plus: 0 }),
      loaders.load(doubles, 1, { plus: 10 }),
    ]);
    expect(answers).toEqual([2, 4, 2, 12]);
    expect(batches).toEqual([
      ["source", [1, 2], 0],
      ["source", [1], 10],
    ]);
    await loaders.load(doubles, 2, { plus: 0 });
    expect(batches).toHaveLength(2);
  });

  it("have what was prepared at once, in the batch of whoever asks for the same, and nothing before", async () => {
    const batches: unknown[] = [];
    const loaders = new Loaders("source");
    const halves: LoaderDefinition<string, number, number> = {
      name: "halves",
      batch: (keys) => {
        batches.push([...keys]);
        return Promise.resolve(keys.map((key) => key / 2));
      },
    };
    const prepared = loaders.prepare(halves, [2, 4, 2]);
    expect(loaders.outcomeOf(halves, 2)).toBeUndefined();
    const alone = loaders.load(halves, 6);
    await prepared;
    expect(loaders.outcomeOf(halves, 4)).toEqual({ value: 2 });
    expect([await alone, await loaders.load(halves, 2)]).toEqual([3, 1]);
    await loaders.prepare(halves, [2, 8]);
    expect(batches).toEqual([[2, 4, 6], [8]]);
  });

  it("fail each key of a batch that failed, once and for the request, and no preparation", async () => {
    let batches = 0;
    const loaders = new Loaders("source");
    const failing: LoaderDefinition<string, number, number> = {
      name: "failing",
      batch: () => Promise.reject(new Error(`batch ${++batches}`)),
    };
    await loaders.prepare(failing, [1, 2]);
    await expect(loaders.load(failing, 1)).rejects.toThrow("batch 1");
    await expect(loaders.load(failing, 2)).rejects.toThrow("batch 1");
    await expect(loaders.load(failing, 3)).rejects.toThrow("batch 2");
  });

  it("ask for a key that is being read no second time", async () => {
    const batches: unknown[] = [];
    const loaders = new Loaders("source");
    let finish = (): void => undefined;
    const slow: LoaderDefinition<string, number, number> = {
      name: "slow",
      batch: async (keys) => {
        batches.push([...keys]);
        if (batches.length === 1) await new Promise<void>((resolve) => (finish = resolve));
        return keys;
      },
    };
    const first = loaders.load(slow, 1);
    await new Promise((resolve) => setImmediate(resolve));
    const both = Promise.all([loaders.load(slow, 1), loaders.load(slow, 2)]);
    await new Promise((resolve) => setImmediate(resolve));
    finish();
    expect([await first, ...(await both)]).toEqual([1, 1, 2]);
    expect(batches).toEqual([[1], [2]]);
  });
});
