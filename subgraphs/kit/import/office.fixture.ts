import type { MigrationInterface, QueryRunner } from "typeorm";
import { date, matching, optional, text } from "../facts/cell";
import { cellProblem } from "../facts/problem";
import type { SubgraphDefinition } from "../subgraph/subgraph-definition";
import { defineImport } from "./import-definition";

/** The tables of an office that exists in tests only. */
class Office1790000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE room (
  id text COLLATE "C" PRIMARY KEY DEFAULT gen_random_uuid()::text,
  version integer NOT NULL DEFAULT 1,
  code text COLLATE "C" NOT NULL UNIQUE
);
CREATE TABLE person (
  id text COLLATE "C" PRIMARY KEY DEFAULT gen_random_uuid()::text,
  version integer NOT NULL DEFAULT 1,
  number text COLLATE "C" NOT NULL UNIQUE,
  name text NOT NULL CONSTRAINT person_is_not_nobody CHECK (name <> 'nobody'),
  joined_on date,
  room_id text COLLATE "C" NOT NULL REFERENCES room
);
CREATE TABLE person_tag (
  person_id text COLLATE "C" REFERENCES person,
  tag text COLLATE "C",
  PRIMARY KEY (person_id, tag)
)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE person_tag; DROP TABLE person; DROP TABLE room");
  }
}

const people = defineImport({
  name: "people",
  description: "Who works in which room.",
  columns: {
    number: {
      cell: matching(/^P\d+$/, "a number as P1"),
      description: "Personnel number.",
      example: "P1",
    },
    name: { cell: text, description: "Full name.", example: "髙橋 一郎" },
    joined_on: { cell: optional(date), description: "First day.", example: "2024-04-01" },
    room: { cell: text, description: "Code of the room.", example: "R1" },
    tags: { cell: optional(text), description: "Anything, separated by spaces.", example: "" },
  },
  naturalKey: ["number"],
  table: "person",
  prepare: async (rows, batch) => {
    for (const row of rows) {
      if (row.room === "attic") batch.report(cellProblem(row, "room", row.room, "a room in use"));
      if (row.joined_on !== null && row.joined_on > batch.today) {
        batch.refuse(row, [
          {
            code: "DATE_IN_FUTURE",
            message: `Expected a day up to today, received ${row.joined_on}.`,
            path: ["input", "joinedOn"],
          },
        ]);
      }
    }
    const good = batch.accepted(rows);
    const rooms = await batch.upsert({
      table: "room",
      key: ["code"],
      columns: { code: "text" },
      rows: good.map(({ room }) => ({ code: room })),
      lines: good.map(({ line }) => line),
    });
    const persons = await batch.upsert({
      table: "person",
      key: ["number"],
      columns: { number: "text", name: "text", joined_on: "date", room_id: "text" },
      rows: good.map(({ number, name, joined_on }, index) => ({
        number,
        name,
        joined_on,
        room_id: rooms.ids[index],
      })),
      lines: good.map(({ line }) => line),
      cells: { room_id: "room" },
    });
    const tags = good.flatMap(({ tags, line }, index) =>
      (tags ?? "")
        .split(" ")
        .filter((tag) => tag !== "")
        .map((tag) => ({ line, row: { person_id: persons.ids[index], tag } })),
    );
    await batch.upsert({
      table: "person_tag",
      key: ["person_id", "tag"],
      columns: { person_id: "text", tag: "text" },
      rows: tags.map(({ row }) => row),
      lines: tags.map(({ line }) => line),
      cells: "tags",
      parent: {
        table: "person",
        column: "person_id",
        complete: { ids: persons.ids, lines: good.map(({ line }) => line) },
      },
    });
  },
});

const rooms = defineImport({
  name: "rooms",
  description: "Rooms.",
  columns: { code: { cell: text, description: "Its code.", example: "R1" } },
  naturalKey: ["code"],
  table: "room",
  prepare: async (rows, batch) => {
    await batch.upsert({
      table: "room",
      key: ["code"],
      columns: { code: "text" },
      rows: rows.map(({ code }) => ({ code })),
      lines: rows.map(({ line }) => line),
    });
  },
});

/** An office that takes two kinds of spreadsheets. */
export const office: SubgraphDefinition = {
  name: "office",
  resolvers: [] as never,
  references: {},
  access: {},
  persons: {},
  listSizes: {},
  entities: [],
  migrations: [Office1790000000001],
  publishedTables: {},
  dataDirectory: "",
  loadFacts: () => Promise.resolve([]),
  imports: [people, rooms],
};
