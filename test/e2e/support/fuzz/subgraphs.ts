import type { MemberSdl } from "./federation";

const head = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable",
  "@external", "@requires", "@provides", "@interfaceObject"])`;

const money = `type Money @shareable { amount: Float! currency: String! parts: [Money!] }`;
const badge = `type Badge @shareable { series: String! number: Int! color: Color } enum Color { RED BLUE GREEN }`;
const names = `enum Rank { CHIEF CLERK TRAINEE } enum Kind { HOME ABROAD SEA } scalar Date scalar Json`;

/**
 * Subgraphs that together have each shape a federation can have: entities with several and with compound keys, what one
 * requires of another and provides of it, shared fields and roots, interfaces and unions over several subgraphs, an
 * interface that is an entity, lists of lists, and fields that may and may not be null at every level.
 */
export const shapes: readonly MemberSdl[] = [
  {
    name: "registry",
    sdl: `${head} ${money} ${badge} ${names}
    enum Language { JA EN }
    input PartyFilter { names: [String!] rank: Rank = CLERK range: Range }
    input Range { from: Int = 0 to: Int! }
    type Query {
      official(id: ID!): Official
      officials(first: Int = 3, ranks: [Rank!], language: Language): [Official!]!
      office(region: String!, number: Int): Office
      offices: [Office]
      parties(filter: PartyFilter): [Party!]
      party: Party
      named(language: Language = JA): [Named]!
      grid: [[Official]!]
      money(of: Int): Money @shareable
      everyone: [Official!]! @shareable
      day: Date
    }
    type Mutation {
      rename(id: ID!, name: String!): Official!
      retire(id: ID!): Official
      note(text: String): Int
    }
    interface Named { name(language: Language = EN): String! alias: String }
    type Official implements Named @key(fields: "id") @key(fields: "badge { series number }") {
      id: ID!
      badge: Badge!
      name(language: Language = EN): String!
      alias: String @shareable
      rank: Rank
      office: Office!
      deputies: [Official!]
      chief: Official
      born: Date!
      extra: Json
      table: [[Int!]]!
      languages: [Language!]!
      score(of: Int = 1): Float @shareable
    }
    type Office implements Named @key(fields: "region number") {
      region: String!
      number: Int!
      name(language: Language = EN): String!
      alias: String @shareable
      head: Official
      seats: [[Seat!]!]
      address: Address
      opened: Date
    }
    type Seat { row: Int! holder: Official spare: Seat }
    type Address { street: String! city: String lines: [String] }
    type Visitor implements Named {
      name(language: Language = EN): String!
      alias: String
      host: Official!
      badge: Badge
    }
    union Party = Official | Office | Visitor`,
  },
  {
    name: "pay",
    sdl: `${head} ${money} ${badge} ${names}
    type Query {
      topPaid(first: Int!, over: Float = 1.5): [Official!]!
      entry(id: ID!): Entry
      ledger: [[Entry!]]!
      everyone: [Official!]! @shareable
      money(of: Int): Money @shareable
      payables(sizes: [[Int]!]): [Payable]
    }
    type Mutation {
      pay(official: ID!, amount: Float!): Entry!
      undo(entry: ID!): Official
    }
    interface Payable { total: Float }
    type Official @key(fields: "id") {
      id: ID!
      rank: Rank @external
      born: Date! @external
      badge: Badge! @external
      alias: String @external
      pay: Money!
      bonus(percent: Int = 10): Float @requires(fields: "rank")
      seniority: Int! @requires(fields: "born badge { number }")
      entries(first: Int = 2, kinds: [Kind]): [Entry!]!
      tax: Tax
      score(of: Int = 1): Float @shareable
    }
    type Office @key(fields: "region number") {
      region: String!
      number: Int!
      alias: String @external
      budget: Int!
      reserve: Money
      treasurer: Official
    }
    type Entry implements Payable @key(fields: "id") {
      id: ID!
      total: Float
      kind: Kind!
      official: Official @provides(fields: "alias")
      office: Office! @provides(fields: "alias")
      reversed: Entry
    }
    type Tax implements Payable { total: Float rate: Float! parts: [Tax!] }`,
  },
  {
    name: "postings",
    sdl: `${head} ${badge} ${names}
    type Query {
      postings(year: Int): [Posting!]!
      posting(code: String!, year: Int!): Posting
      places: [Place!]!
      guest: Guest
    }
    type Mutation { post(official: ID!, days: Int = 3): Posting! }
    type Official @key(fields: "badge { series number }") {
      badge: Badge!
      postings(from: Date, kinds: [Kind!]): [Posting!]!
      current: Posting
      partner: Official
    }
    type Posting @key(fields: "id") @key(fields: "code year") {
      id: ID!
      code: String!
      year: Int!
      days: Int
      place: Place
      guests: [Guest]!
      official: Official!
    }
    interface Place { title: String! capacity: Int }
    type Office implements Place @key(fields: "region number") {
      region: String!
      number: Int!
      title: String!
      capacity: Int
    }
    type Abroad implements Place { title: String! capacity: Int embassy: Abroad consul: Official }
    type Stranger { name: String visa: Kind! host: Official }
    union Guest = Official | Stranger | Office`,
  },
  {
    name: "visits",
    sdl: `${head} ${money} ${names}
    type Query { visits: [Visit]! insured: [Asset!] }
    type Posting @key(fields: "code year") {
      code: String!
      year: Int!
      days: Int @external
      visits(kind: Kind = SEA): [Visit!]
      rating: Float @requires(fields: "days")
    }
    type Official @key(fields: "id") {
      id: ID!
      rank: Rank @external
      tax: Tax @external
      grade: String @requires(fields: "rank")
      honour: Json @requires(fields: "tax { rate total }")
      visited: [Office!]!
      asset: Asset
    }
    type Tax { rate: Float! @external total: Float @external }
    type Office @key(fields: "region number") { region: String! number: Int! visits: [Visit!]! }
    type Visit @key(fields: "id") { id: ID! day: Date! visitor: Official! posting: Posting cost: Money! }
    type Asset @key(fields: "id") @interfaceObject { id: ID! insured: Boolean! cover: Money }`,
  },
  {
    name: "assets",
    sdl: `${head} ${names}
    type Query { assets(kinds: [Kind!] = [HOME, SEA]): [Asset!]! asset(id: ID!): Asset }
    interface Asset @key(fields: "id") { id: ID! owner: Official }
    type Car implements Asset @key(fields: "id") { id: ID! owner: Official seats: Int! spare: Phone }
    type Phone implements Asset @key(fields: "id") { id: ID! owner: Official line: String }
    type Official @key(fields: "id") { id: ID! assets: [Asset] }
    type Visit @key(fields: "id") { id: ID! vehicle: Car witnesses(first: Int = 1): [Official!]! }`,
  },
];
