import type { MigrationInterface, QueryRunner } from "typeorm";
import { createDispatchTable } from "./dispatch-table.sql";
import { createOfficialTables, createOrganizationTable } from "./party-tables.sql";

/** The records of the office that sends officials abroad: organizations, officials, dispatches and their extensions. */
export class Records1790100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(createOrganizationTable);
    await runner.query(createOfficialTables);
    await runner.query(createDispatchTable);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TABLE dispatch_extension;
DROP TABLE dispatch;
DROP TABLE official_home_agency;
DROP TABLE official;
DROP TABLE organization;
`);
  }
}
