import type { EntityManager, EntityTarget, MigrationInterface, ObjectLiteral } from "typeorm";
import type { DeclaredPersons } from "../access/persons-seen";
import type { Readable } from "../access/reader";
import type { FactChanges } from "../facts/write-facts";
import type { ImportDefinition } from "../import/import-definition";
import type { SchemaParts } from "./build-schema";
import { CommitOrder1790500000000 } from "../mutation/commit-order";
import { ChangeTables1790080000000 } from "../mutation/change-tables";
import { IdempotencyOwners1790300000000 } from "../mutation/idempotency-owners";
import type { RequestContext } from "../request/request-context";
import { ReleaseRegister1790400000000 } from "../release/release-tables.sql";
import { RecordCoverage1790320000000 } from "../statistics/coverage-table";
import type { AreaMeasures } from "../statistics/measure";

/** Everything that makes one subgraph different from the others. */
export interface SubgraphDefinition extends SchemaParts<RequestContext>, Readable {
  /** Also the name of its database, and of its area in scopes. */
  readonly name: string;
  /** Whom its personal types are about. */
  readonly persons: DeclaredPersons<RequestContext>;
  readonly entities: readonly EntityTarget<ObjectLiteral>[];
  readonly migrations: readonly (new () => MigrationInterface)[];
  /** What its restricted role can do with its tables besides reading them: table → privileges, as `INSERT, UPDATE`. */
  readonly writableTables?: Readonly<Record<string, string>>;
  /** Where its published facts lie. */
  readonly dataDirectory: string;
  /**
   * Reads and checks the facts in a folder and writes them; called inside a transaction.
   * @throws InvalidFacts with everything that is wrong, before anything is written
   */
  readonly loadFacts: (directory: string, manager: EntityManager) => Promise<FactChanges[]>;
  /** What can be counted of its records; its `statisticsTables` then say from which tables. */
  readonly measures?: AreaMeasures;
  /** The spreadsheets it takes. */
  readonly imports?: readonly ImportDefinition[];
}

/** What can be counted of a subgraph's records: of one without measures, nothing. */
export function measuresOf({
  measures,
}: Pick<SubgraphDefinition, "measures">): Pick<AreaMeasures, "measures" | "earliest"> {
  return measures ?? { measures: {}, earliest: {} };
}

/** The migrations of a subgraph's database, in order: its own and those of the tables every subgraph has. */
export function migrationsOf({
  migrations,
}: Pick<SubgraphDefinition, "migrations">): (new () => MigrationInterface)[] {
  return [
    ...migrations,
    ChangeTables1790080000000,
    IdempotencyOwners1790300000000,
    RecordCoverage1790320000000,
    ReleaseRegister1790400000000,
    CommitOrder1790500000000,
  ];
}
