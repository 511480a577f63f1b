import type { MigrationInterface, QueryRunner } from "typeorm";

/** Municipalities with their codes, and the wards of designated cities. */
export class Municipalities1790050000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE municipality (
  code text COLLATE "C" PRIMARY KEY,
  name_ja text NOT NULL,
  name_en text,
  kana text NOT NULL,
  prefecture_code text COLLATE "C" GENERATED ALWAYS AS (left(code, 2)) STORED,
  kind text NOT NULL CHECK (kind IN ('CITY', 'TOWN', 'VILLAGE', 'SPECIAL_WARD', 'WARD', 'NORTHERN_TERRITORIES_VILLAGE')),
  city_code text COLLATE "C" REFERENCES municipality,
  from_date date,
  to_date date,
  valid daterange GENERATED ALWAYS AS (daterange(from_date, to_date)) STORED,
  source_id text NOT NULL,
  note text,
  CONSTRAINT municipality_check_digit CHECK (CASE WHEN code ~ '^[0-9]{6}$' THEN
    right(code, 1) = right((11 - (6 * substr(code, 1, 1)::integer + 5 * substr(code, 2, 1)::integer
      + 4 * substr(code, 3, 1)::integer + 3 * substr(code, 4, 1)::integer + 2 * substr(code, 5, 1)::integer) % 11)::text, 1)
    ELSE false END),
  CONSTRAINT municipality_ward_of_a_city CHECK ((kind = 'WARD') = (city_code IS NOT NULL)),
  CONSTRAINT municipality_ends_after_it_begins CHECK (from_date < to_date)
);
CREATE INDEX municipality_by_prefecture ON municipality (prefecture_code, code);
CREATE INDEX municipality_by_city ON municipality (city_code, code);
CREATE INDEX municipality_by_kana ON municipality (kana COLLATE "C", code);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE municipality");
  }
}
