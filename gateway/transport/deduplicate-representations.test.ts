import * as fc from "fast-check";
import { deduplicate, expandEntities, expandErrors } from "./deduplicate-representations";

const country = (code: string) => ({ __typename: "Country", code });

/** A subgraph: an entity and perhaps an error for each reference, in order. */
function answer(references: readonly unknown[]) {
  const entities = references.map((reference) => ({ of: JSON.stringify(reference), list: [1] }));
  const errors = references.flatMap((reference, index) =>
    JSON.stringify(reference).length % 2 === 0
      ? [{ message: JSON.stringify(reference), path: ["_entities", index, "of"] }]
      : [],
  );
  return { entities, errors };
}

describe("deduplicating references to entities", () => {
  it("sends each once, in the order in which they first come", () => {
    expect(deduplicate([country("JP"), country("CN"), country("JP")])).toEqual({
      unique: [country("JP"), country("CN")].map((each) => JSON.stringify(each)),
      indices: [0, 1, 0],
    });
  });

  it("holds references that differ in anything apart", () => {
    const references = [country("JP"), { __typename: "Agency", code: "JP" }, { code: "JP" }];
    expect(deduplicate(references).unique).toEqual(references.map((each) => JSON.stringify(each)));
  });

  it("gives every place an entity of its own, so that writing into one leaves the others", () => {
    const [first, second] = expandEntities([{ nested: { list: [{ code: "JP" }] } }], [0, 0]);
    expect(second).toEqual(first);
    expect(second).not.toBe(first);
    expect((second as { nested: object }).nested).not.toBe((first as { nested: object }).nested);
  });

  it("keeps null for an entity that does not exist", () => {
    expect(expandEntities([null], [0, 0])).toEqual([null, null]);
  });

  it("leaves errors that are not about one entity", () => {
    const errors = [{ message: "a" }, { message: "b", path: ["_entities"] }];
    expect(expandErrors(errors, [0, 0])).toEqual(errors);
  });

  it("answers as if every reference had been sent", () => {
    fc.assert(
      fc.property(fc.array(fc.record({ code: fc.constantFrom("JP", "CN", "KOR", "") })), (all) => {
        const { unique, indices } = deduplicate(all);
        const { entities, errors } = answer(unique.map((json): unknown => JSON.parse(json)));
        const whole = answer(all);
        expect(expandEntities(entities, indices)).toEqual(whole.entities);
        const byPlace = (error: { path?: readonly (string | number)[] }) => Number(error.path?.[1]);
        expect(expandErrors(errors, indices).sort((a, b) => byPlace(a) - byPlace(b))).toEqual(
          whole.errors,
        );
      }),
    );
  });

  it("never sends a reference twice", () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), (all) => {
        const { unique } = deduplicate(all);
        expect(new Set(unique).size).toBe(unique.length);
      }),
    );
  });
});
