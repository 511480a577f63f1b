import type { Shape } from "./shape";

interface Reference {
  readonly id: string;
}

/** Interfaces and unions over several subgraphs, and interfaces that another subgraph knows as objects. */
export const abstractShapes: readonly Shape[] = [
  {
    title: "an interface whose objects another subgraph knows as one type",
    parts: {
      first: {
        sdl: `extend type Query { accounts: [Account!] }
          interface Account @key(fields: "id") { id: ID! }
          type Admin implements Account @key(fields: "id") { id: ID! isMain: Boolean! }
          type Member implements Account @key(fields: "id") { id: ID! since: Int! }`,
        resolvers: {
          Query: { accounts: () => ["1", "2"].map((id) => accountOf({ id })) },
          Account: { __resolveReference: (reference: Reference) => accountOf(reference) },
          Admin: { __resolveReference: (reference: Reference) => accountOf(reference) },
          Member: { __resolveReference: (reference: Reference) => accountOf(reference) },
        },
      },
      second: {
        sdl: `extend type Query { busiest: [Account!] }
          type Account @key(fields: "id") @interfaceObject { id: ID! name: String! }`,
        resolvers: {
          Query: { busiest: () => [{ id: "2" }, { id: "1" }] },
          Account: {
            __resolveReference: (reference: Reference) => reference,
            name: ({ id }: Reference) => `name ${id}`,
          },
        },
      },
    },
    asked: [
      {
        query: "{ accounts { __typename name ... on Admin { isMain } } }",
        data: {
          accounts: [
            { __typename: "Admin", name: "name 1", isMain: true },
            { __typename: "Member", name: "name 2" },
          ],
        },
      },
      {
        query: "{ busiest { name } }",
        data: { busiest: [{ name: "name 2" }, { name: "name 1" }] },
      },
      {
        query: "{ busiest { kind: __typename name ... on Member { since name: name } } }",
        data: {
          busiest: [
            { kind: "Member", name: "name 2", since: 2002 },
            { kind: "Admin", name: "name 1" },
          ],
        },
      },
    ],
  },
  {
    title: "an interface whose objects no subgraph has",
    parts: {
      first: {
        sdl: `extend type Query { ghost: Ghost }
          interface Ghost @key(fields: "id") { id: ID! }`,
        resolvers: { Query: { ghost: () => ({ __typename: "Ghost", id: "n1" }) } },
      },
      second: {
        sdl: `extend type Query { seenGhost: Ghost }
          type Ghost @key(fields: "id", resolvable: false) @interfaceObject { id: ID! sound: String }`,
        resolvers: { Query: { seenGhost: () => ({ id: "n1", sound: "boo" }) } },
      },
    },
    asked: [
      { query: "{ seenGhost { id sound } }", data: { seenGhost: { id: "n1", sound: "boo" } } },
      { query: "{ seenGhost { id } }", data: { seenGhost: { id: "n1" } } },
      { query: "{ ghost { id } }", data: { ghost: null }, errors: [["ghost"]] },
      {
        query: "{ ghost { sound } }",
        data: { ghost: null },
        errors: [["ghost"]],
        knownDifference: {
          why: "Where the planner knows that there can be no object, nobody is asked, and the null has no error.",
          data: { ghost: null },
        },
      },
    ],
  },
  {
    title: "a union of which each subgraph knows some types",
    parts: {
      first: {
        sdl: `extend type Query { exhibit: Exhibit exhibits: [Exhibit!] @shareable }
          union Exhibit = Vase | Coin
          type Vase @key(fields: "id") { id: ID! height: Int @shareable }
          type Coin @key(fields: "id") { id: ID! metal: String }`,
        resolvers: {
          Query: {
            exhibit: () => ({ __typename: "Coin", id: "c1", metal: "gold" }),
            exhibits: () => [{ __typename: "Vase", id: "v1", height: 3 }],
          },
        },
      },
      second: {
        sdl: `extend type Query { loan: Exhibit exhibits: [Exhibit!] @shareable }
          union Exhibit = Vase | Scroll
          type Vase @key(fields: "id") { id: ID! height: Int @shareable owner: String }
          type Scroll { text: String }`,
        resolvers: {
          Query: {
            loan: () => ({ __typename: "Scroll", text: "…" }),
            exhibits: () => [{ __typename: "Vase", id: "v1", height: 3, owner: "Kyoto" }],
          },
          Vase: { __resolveReference: ({ id }: Reference) => ({ id, height: 3, owner: "Kyoto" }) },
        },
      },
    },
    asked: [
      {
        query:
          "{ exhibit { __typename ... on Scroll { text } ... on Coin { metal } } loan { ... on Coin { metal } ... on Scroll { text } } }",
        data: { exhibit: { __typename: "Coin", metal: "gold" }, loan: { text: "…" } },
      },
      {
        query: "{ exhibits { ... on Vase { height owner } ... on Scroll { text } } }",
        data: { exhibits: [{ height: 3, owner: "Kyoto" }] },
      },
    ],
  },
  {
    title: "a union whose types need different subgraphs",
    parts: {
      first: {
        sdl: `extend type Query { review: Review }
          union Review = Unsigned | Signed
          type Unsigned { item: Item }
          type Signed { item: Item }
          type Item @key(fields: "id") { id: ID! }`,
        resolvers: { Query: { review: () => ({ __typename: "Unsigned", item: { id: "1" } }) } },
      },
      second: {
        sdl: `type Item @key(fields: "id") { id: ID! left: Int }`,
        resolvers: { Item: { __resolveReference: ({ id }: Reference) => ({ id, left: 1 }) } },
      },
      third: {
        sdl: `type Item @key(fields: "id") { id: ID! right: Int }`,
        resolvers: { Item: { __resolveReference: ({ id }: Reference) => ({ id, right: 2 }) } },
      },
    },
    asked: [
      {
        query: "{ review { ... on Unsigned { item { left } } ... on Signed { item { right } } } }",
        data: { review: { item: { left: 1 } } },
        calls: ["first root", "second entities"],
        knownDifference: {
          why: "The planner does not tell the objects of two types apart where they have the same name: all are asked for what is asked of some.",
          data: { review: { item: { left: 1 } } },
          calls: ["first root", "second entities", "third entities"],
        },
      },
    ],
  },
  {
    title: "an enum with a value that callers do not see",
    parts: {
      first: {
        sdl: `extend type Query { users(kind: UserKind): [User!] }
          enum UserKind { REGULAR ANONYMOUS @inaccessible }
          type User @key(fields: "id") { id: ID! kind: UserKind }`,
        resolvers: {
          Query: {
            users: (_root: unknown, { kind }: { readonly kind?: string }) =>
              [
                { id: "u1", kind: "REGULAR" },
                { id: "u2", kind: "ANONYMOUS" },
              ].filter((user) => kind === undefined || user.kind === kind),
          },
        },
      },
      second: {
        sdl: `enum UserKind { REGULAR } type User @key(fields: "id") { id: ID! likes: UserKind }`,
        resolvers: {
          User: { __resolveReference: ({ id }: Reference) => ({ id, likes: "REGULAR" }) },
        },
      },
    },
    asked: [
      {
        query: "{ users { id kind likes } }",
        data: {
          users: [
            { id: "u1", kind: "REGULAR", likes: "REGULAR" },
            { id: "u2", kind: null, likes: "REGULAR" },
          ],
        },
        errors: [["users", 1, "kind"]],
      },
      { query: "{ users(kind: REGULAR) { id } }", data: { users: [{ id: "u1" }] } },
      { query: "{ users(kind: ANONYMOUS) { id } }", data: undefined, errors: [["users"]] },
    ],
  },
];

function accountOf({ id }: Reference): object {
  return id === "1"
    ? { __typename: "Admin", id, isMain: true }
    : { __typename: "Member", id, since: 2002 };
}
