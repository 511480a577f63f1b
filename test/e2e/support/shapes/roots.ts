import type { Shape } from "./shape";

/** Fields at the top that several subgraphs share, and changes. */
export const rootShapes: readonly Shape[] = [
  {
    title: "an object without keys of which each subgraph has a part",
    parts: {
      first: {
        sdl: `extend type Query { weather: Weather @shareable }
          type Weather { place: Place @shareable wind: Int }
          type Place { city: String }`,
        resolvers: { Query: { weather: () => ({ place: { city: "Kobe" }, wind: 3 }) } },
      },
      second: {
        sdl: `extend type Query { weather: Weather @shareable }
          type Weather { place: Place @shareable rain: Int }
          type Place { country: String }`,
        resolvers: { Query: { weather: () => ({ place: { country: "JP" }, rain: 9 }) } },
      },
    },
    asked: [
      {
        query: "{ weather { rain place { city country } wind } }",
        data: { weather: { rain: 9, place: { city: "Kobe", country: "JP" }, wind: 3 } },
      },
      {
        query: "{ weather { place { country } } }",
        data: { weather: { place: { country: "JP" } } },
      },
    ],
  },
  {
    title: "changes in several subgraphs",
    parts: {
      first: {
        sdl: `extend type Mutation { add(to: ID!, number: Int!): Sum! }
          type Sum @key(fields: "id") { id: ID! of: Int! }`,
        resolvers: {
          Mutation: {
            add: (
              _root: unknown,
              { to, number }: { readonly to: string; readonly number: number },
            ) => change(to, (sum) => sum + number),
          },
          Sum: { __resolveReference: ({ id }: { readonly id: string }) => sumOf(id) },
        },
      },
      second: {
        sdl: `extend type Mutation { multiply(id: ID!, by: Int!): Sum! }
          type Sum @key(fields: "id") { id: ID! isLarge: Boolean! }`,
        resolvers: {
          Mutation: {
            multiply: (_root: unknown, { id, by }: { readonly id: string; readonly by: number }) =>
              change(id, (sum) => sum * by),
          },
          Sum: {
            __resolveReference: ({ id }: { readonly id: string }) => sumOf(id),
            isLarge: ({ of }: { readonly of: number }) => of > 10,
          },
        },
      },
    },
    asked: [
      {
        query: `mutation { five: add(to: "s1", number: 5) { of isLarge } multiply(id: "s1", by: 4) { isLarge of }
          add(to: "s1", number: 2) { of } }`,
        data: {
          five: { of: 5, isLarge: false },
          multiply: { isLarge: true, of: 20 },
          add: { of: 22 },
        },
      },
      {
        query: `mutation ($no: Boolean!) { add(to: "s2", number: 5) { id } multiply(id: "s2", by: 4) { id }
          add(to: "s2", number: 5) @skip(if: $no) { of } }`,
        variables: { no: false },
        data: { add: { id: "s2", of: 5 }, multiply: { id: "s2" } },
      },
    ],
  },
];

const sums = new Map<string, number>();

function change(id: string, make: (sum: number) => number): object {
  sums.set(id, make(sums.get(id) ?? 0));
  return sumOf(id);
}

function sumOf(id: string): object {
  return { id, of: sums.get(id) ?? 0 };
}
