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
});
