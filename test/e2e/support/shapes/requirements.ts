import type { Shape } from "./shape";

interface Sent {
  readonly id: string;
  readonly remarks?: readonly { readonly by: string }[];
  readonly twins?: readonly { readonly remarks: readonly { readonly id: string }[] }[];
  readonly [field: string]: unknown;
}

const remarksOf = (thread: string, limit: number) =>
  Array.from({ length: limit }, (_none, index) => ({
    id: `${thread}-${index}`,
    by: `w${index}`,
  }));

const argumentsDiffer =
  "The planner asks for a field once where a subgraph requires it with one argument and the caller asks with another.";

/** What a subgraph requires of another, and what one provides of another's. */
export const requirementShapes: readonly Shape[] = [
  {
    title: "a field that is required with another argument than the caller's",
    parts: {
      first: {
        sdl: `extend type Query { threads: [Thread!] }
          type Thread @key(fields: "id") { id: ID! remarks(limit: Int!): [Remark] @external }
          type Remark @key(fields: "id") {
            id: ID!
            by: ID
            twins: [Thread] @external
            isSpam: Boolean @requires(fields: "twins { remarks(limit: 50) { id } }")
          }`,
        resolvers: {
          Query: { threads: () => [{ id: "t1" }, { id: "t2" }] },
          Thread: {
            __resolveReference: (sent: Sent) => sent,
            // The planner asks it for its own requirement too, as of whoever it is.
            remarks: ({ id }: Sent, { limit }: { readonly limit: number }) => remarksOf(id, limit),
          },
          Remark: {
            __resolveReference: ({ id, twins }: Sent) => ({
              id,
              by: `w${id.split("-")[1] ?? ""}`,
              isSpam: twins?.every(({ remarks }) => remarks.length === 50) ?? null,
            }),
          },
        },
      },
      second: {
        sdl: `type Thread @key(fields: "id") {
            id: ID!
            author: Author @requires(fields: "remarks(limit: 3) { by }")
            remarks(limit: Int!): [Remark]
          }
          type Remark @key(fields: "id") { id: ID! by: ID @external twins: [Thread] }
          type Author { id: ID! }`,
        resolvers: {
          Thread: {
            __resolveReference: (sent: Sent) => ({ id: sent.id, sent: sent.remarks }),
            author: ({ sent }: { readonly sent?: Sent["remarks"] }) =>
              sent?.length === 3 ? { id: sent[2]?.by ?? "nobody" } : null,
            remarks: ({ id }: Sent, { limit }: { readonly limit: number }) => remarksOf(id, limit),
          },
          Remark: {
            __resolveReference: ({ id }: Sent) => ({ id }),
            twins: () => [{ id: "t2" }],
          },
        },
      },
    },
    asked: [
      {
        query: "{ threads { author { id } } }",
        data: { threads: [{ author: { id: "w2" } }, { author: { id: "w2" } }] },
      },
      ...[
        "{ threads { author { id } remarks(limit: 1) { id } } }",
        "query ($limit: Int = 1) { threads { author { id } remarks(limit: $limit) { id } } }",
        `query ($limit: Int = 1) { threads { author { id } ...F ...G } }
          fragment F on Thread { remarks(limit: $limit) { id } }
          fragment G on Thread { remarks(limit: $limit) { id } }`,
      ].map((query) => ({
        query,
        data: {
          threads: [
            { author: { id: "w2" }, remarks: [{ id: "t1-0" }] },
            { author: { id: "w2" }, remarks: [{ id: "t2-0" }] },
          ],
        },
      })),
      {
        query: "{ threads { remarks(limit: 2) { isSpam } } }",
        data: {
          threads: [
            { remarks: [{ isSpam: true }, { isSpam: true }] },
            { remarks: [{ isSpam: true }, { isSpam: true }] },
          ],
        },
      },
    ],
  },
  {
    title: "one field that is required with two arguments",
    parts: {
      first: {
        sdl: `extend type Query { goods: [Good!] }
          type Good @key(fields: "id") { id: ID! price(in: String!): Int }`,
        resolvers: {
          Query: { goods: () => [{ id: "g1" }] },
          Good: {
            __resolveReference: (sent: Sent) => sent,
            price: (_sent: Sent, { in: currency }: { readonly in: string }) =>
              currency === "JPY" ? 1_000 : 7,
          },
        },
      },
      second: {
        sdl: `type Good @key(fields: "id") {
            id: ID!
            price(in: String!): Int @external
            yen: String @requires(fields: "price(in: \\"JPY\\")")
            euro: String @requires(fields: "price(in: \\"EUR\\")")
          }`,
        resolvers: {
          Good: {
            __resolveReference: (sent: Sent) => sent,
            yen: ({ price }: Sent) => `${String(price)} yen`,
            euro: ({ price }: Sent) => `${String(price)} euro`,
          },
        },
      },
    },
    asked: [
      { query: "{ goods { yen } }", data: { goods: [{ yen: "1000 yen" }] } },
      {
        query: '{ goods { euro price(in: "JPY") } }',
        data: { goods: [{ euro: "7 euro", price: 1_000 }] },
        knownDifference: { why: argumentsDiffer, data: { goods: [{ euro: "7 euro", price: 7 }] } },
      },
      {
        query: "{ goods { yen euro } }",
        data: { goods: [{ yen: "1000 yen", euro: "7 euro" }] },
        knownDifference: {
          why: argumentsDiffer,
          data: { goods: [{ yen: "7 yen", euro: "7 euro" }] },
        },
      },
    ],
  },
  {
    title: "fragments in what is required",
    parts: {
      first: {
        sdl: `extend type Query { files: [File!] }
          type File @key(fields: "id") { id: ID! content: Content }
          interface Content { kind: String! }
          type Sound implements Content { kind: String! seconds: Int! }
          type Image implements Content { kind: String! pixels: Int! }`,
        resolvers: {
          Query: { files: () => ["1", "2", "3"].map((id) => ({ id })) },
          File: {
            __resolveReference: (sent: Sent) => sent,
            content: ({ id }: Sent) =>
              ({
                1: { __typename: "Sound", kind: "s", seconds: 60 },
                2: { __typename: "Image", kind: "i", pixels: 9 },
              })[id] ?? null,
          },
        },
      },
      second: {
        sdl: `type File @key(fields: "id") {
            id: ID!
            content: Content @external
            size: String @requires(fields: "content { kind ... on Sound { seconds } ... on Image { pixels } }")
          }
          interface Content { kind: String! }
          type Sound implements Content @external { kind: String! seconds: Int! }
          type Image implements Content @external { kind: String! pixels: Int! }`,
        resolvers: {
          File: {
            __resolveReference: (sent: Sent) => sent,
            size: ({ content }: Sent) => {
              const { kind, seconds, pixels } = (content ?? {}) as Partial<Record<string, unknown>>;
              return `${String(kind)} ${String(seconds ?? pixels)}`;
            },
          },
        },
      },
    },
    asked: [
      {
        query: "{ files { id size } }",
        data: {
          files: [
            { id: "1", size: "s 60" },
            { id: "2", size: "i 9" },
            { id: "3", size: "undefined undefined" },
          ],
        },
      },
      {
        query: "{ files { size content { seconds: kind } } }",
        data: {
          files: [
            { size: "s 60", content: { seconds: "s" } },
            { size: "i 9", content: { seconds: "i" } },
            { size: "undefined undefined", content: null },
          ],
        },
      },
    ],
  },
  {
    title: "what is required that requires something itself",
    parts: {
      first: {
        sdl: `extend type Query { plants: [Plant!]! }
          type Plant @key(fields: "id") { id: ID! height: Int! }`,
        resolvers: {
          Query: { plants: () => [{ id: "p1", height: 3 }] },
          Plant: { __resolveReference: ({ id }: Sent) => ({ id, height: 3 }) },
        },
      },
      second: {
        sdl: `extend type Query { tallPlants: [Plant!]! }
          type Plant @key(fields: "id") {
            id: ID!
            height: Int! @external
            double: Int @requires(fields: "height")
          }`,
        resolvers: {
          Query: { tallPlants: () => [{ id: "p1" }] },
          Plant: {
            __resolveReference: (sent: Sent) => sent,
            double: ({ height }: Sent) => (height === undefined ? null : 2 * Number(height)),
          },
        },
      },
      third: {
        sdl: `type Plant @key(fields: "id") {
            id: ID!
            double: Int @external
            fourfold: Int @requires(fields: "double")
          }`,
        resolvers: {
          Plant: {
            __resolveReference: (sent: Sent) => sent,
            fourfold: ({ double }: Sent) => 2 * Number(double),
          },
        },
      },
    },
    asked: [
      { query: "{ plants { fourfold } }", data: { plants: [{ fourfold: 12 }] } },
      { query: "{ tallPlants { double } }", data: { tallPlants: [{ double: 6 }] } },
      {
        query: "{ tallPlants { fourfold } }",
        data: { tallPlants: [{ fourfold: 12 }] },
        knownDifference: {
          why: "The planner asks the subgraph that gives the objects for what is required at once, without what that requires.",
          data: { tallPlants: [{ fourfold: 0 }] },
        },
      },
    ],
  },
  {
    title: "inner fields that a subgraph provides of another's objects",
    parts: {
      first: {
        sdl: `extend type Query { wares: [Ware!] @provides(fields: "groups { id title { text } }") }
          type Ware @key(fields: "id") { id: ID! groups: [Group!] @external }
          type Group @key(fields: "id") { id: ID! title: Title @external }
          type Title { text: String @external }`,
        resolvers: {
          Query: {
            wares: () => [{ id: "1", groups: [{ id: "g1", title: { text: "pots" } }] }],
          },
        },
      },
      second: {
        sdl: `type Ware @key(fields: "id") { id: ID! groups: [Group!] @shareable stock: Int }
          type Group @key(fields: "id") { id: ID! title: Title @shareable size: Int }
          type Title @shareable { text: String }`,
        resolvers: {
          Ware: {
            __resolveReference: ({ id }: Sent) => ({ id, stock: 4, groups: [{ id: "g1" }] }),
          },
          Group: {
            __resolveReference: (sent: Sent) => sent,
            size: () => 2,
            title: () => ({ text: "pots" }),
          },
        },
      },
    },
    asked: [
      {
        query: "{ wares { groups { title { text } } } }",
        data: { wares: [{ groups: [{ title: { text: "pots" } }] }] },
        calls: ["first root"],
      },
      {
        query: "{ wares { stock groups { size title { text } } } }",
        data: { wares: [{ stock: 4, groups: [{ size: 2, title: { text: "pots" } }] }] },
      },
    ],
  },
];
