import type { Shape } from "./shape";

interface Reference {
  readonly [field: string]: string;
}

const mixed = { id: "1", tag: "t1", pair: { one: "o1", two: "w1", three: "h1" } };

/** Keys of several kinds, keys that are not known, and entities that are nobody. */
export const keyShapes: readonly Shape[] = [
  {
    title: "keys of which each subgraph resolves another",
    parts: {
      first: {
        sdl: `type Note @key(fields: "id") @key(fields: "tag", resolvable: false)
            @key(fields: "pair { one two }", resolvable: false)
            @key(fields: "id pair { two three }", resolvable: false) {
            id: ID! tag: ID! pair: Pair! title: String!
          }
          type Pair { one: ID! two: ID! three: ID! }`,
        resolvers: {
          Note: {
            __resolveReference: ({ id }: Reference) => ({ ...mixed, title: `title ${id}` }),
          },
        },
      },
      second: {
        sdl: `type Query { shelf: Shelf }
          type Shelf @key(fields: "id") { id: ID! notes: [Note!]! }
          type Note @key(fields: "pair { one two }", resolvable: false)
            @key(fields: "id pair { two three }") @key(fields: "tag", resolvable: false)
            @key(fields: "id", resolvable: false) {
            id: ID! tag: ID! pair: Pair! title: String! @external
            label: String! @requires(fields: "title")
          }
          type Pair { one: ID! two: ID! three: ID! }`,
        resolvers: {
          Query: { shelf: () => ({ id: "100", notes: [mixed] }) },
          Note: {
            __resolveReference: (reference: Reference) => reference,
            label: ({ title }: Reference) => `label of ${title}`,
          },
        },
      },
    },
    asked: [
      {
        query: "{ shelf { id notes { id title label } } }",
        data: {
          shelf: { id: "100", notes: [{ id: "1", title: "title 1", label: "label of title 1" }] },
        },
      },
    ],
  },
  {
    title: "an entity that the subgraph between two others does not know",
    parts: {
      first: {
        sdl: `extend type Query { boxes: [Box!] }
          type Box { book: Book }
          type Book @key(fields: "upc") { upc: ID! }`,
        resolvers: {
          Query: { boxes: () => ["b1", "b2", "b3"].map((upc) => ({ book: { upc } })) },
        },
      },
      second: {
        sdl: `type Book @key(fields: "id") @key(fields: "upc") { id: ID! upc: ID! }`,
        resolvers: {
          Book: {
            __resolveReference: ({ id, upc = `b${id}` }: Reference) =>
              upc === "b3" ? null : { id: upc.slice(1), upc },
          },
        },
      },
      third: {
        sdl: `type Book @key(fields: "id") { id: ID! writer: Writer pages: Int! }
          type Writer { name: String }`,
        resolvers: {
          Book: {
            __resolveReference: ({ id }: Reference) => ({ id, pages: Number(id) }),
            writer: ({ id }: Reference) => ({ name: `writer ${id}` }),
          },
        },
      },
    },
    asked: [
      {
        query: "{ boxes { book { upc writer { name } } } }",
        data: {
          boxes: [
            { book: { upc: "b1", writer: { name: "writer 1" } } },
            { book: { upc: "b2", writer: { name: "writer 2" } } },
            { book: { upc: "b3", writer: null } },
          ],
        },
      },
      {
        query: "{ boxes { book { pages } } }",
        data: { boxes: [{ book: { pages: 1 } }, { book: { pages: 2 } }, { book: null }] },
        errors: [["boxes", 2, "book", "pages"]],
      },
    ],
  },
  {
    title: "an entity that its own subgraph does not know",
    parts: {
      first: {
        sdl: `extend type Query { lenders: [Lender!] }
          type Lender @key(fields: "id") { id: ID! }`,
        resolvers: { Query: { lenders: () => [{ id: "1" }, { id: "2" }, { id: "1" }] } },
      },
      second: {
        sdl: `type Lender @key(fields: "id") { id: ID! town: String }`,
        resolvers: {
          Lender: {
            __resolveReference: ({ id }: Reference) => (id === "2" ? null : { id, town: "Kobe" }),
          },
        },
      },
    },
    asked: [
      {
        query: "{ lenders { id town } }",
        data: {
          lenders: [
            { id: "1", town: "Kobe" },
            { id: "2", town: null },
            { id: "1", town: "Kobe" },
          ],
        },
      },
    ],
  },
  {
    title: "a field that has moved to another subgraph",
    parts: {
      first: {
        sdl: `extend type Query { parcel: Parcel }
          type Parcel @key(fields: "id") { id: ID! weight: Int }`,
        resolvers: { Query: { parcel: () => ({ id: "1", weight: -1 }) } },
      },
      second: {
        sdl: `type Parcel @key(fields: "id") { id: ID! weight: Int @override(from: "first") }`,
        resolvers: { Parcel: { __resolveReference: ({ id }: Reference) => ({ id, weight: 7 }) } },
      },
    },
    asked: [{ query: "{ parcel { id weight } }", data: { parcel: { id: "1", weight: 7 } } }],
  },
];
