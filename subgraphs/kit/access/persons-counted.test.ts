import { PersonsCounted } from "./persons-counted";

const count = (...persons: string[]) => ({
  typeName: "Dispatch",
  total: persons.length,
  persons: () => persons.map((person) => Promise.resolve(person)),
});
const many = (from: number, size: number) =>
  Array.from({ length: size }, (_none, index) => `official:${from + index}`);

describe("whom counts counted", () => {
  it("is named however often others are counted before", async () => {
    const counts = new PersonsCounted();
    for (let time = 0; time < 720; time += 1) counts.add(count("official:decoy"));
    for (const official of many(0, 600)) counts.add(count(official));
    counts.add(count("official:sought"));
    const { named, unnamed } = await counts.all();
    expect(named).toEqual(new Set(["official:decoy", ...many(0, 600), "official:sought"]));
    expect(unnamed).toEqual([]);
  });

  it("is named up to 500 persons, those of short counts first, and of others how many", async () => {
    const counts = new PersonsCounted();
    for (const from of [1_000, 2_000, 1_000]) counts.add(count(...many(from, 300)));
    counts.add(count(...many(0, 6)));
    counts.add({ typeName: "Official", total: 1_931, persons: null });
    const { named, unnamed } = await counts.all();
    expect(named).toEqual(new Set([...many(0, 6), ...many(1_000, 300)]));
    expect(unnamed).toEqual(["Dispatch 300", "Official 1931"]);
  });
});
