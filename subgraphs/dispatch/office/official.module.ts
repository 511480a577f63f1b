import { Agency } from "../../catalog/agency/agency";
import { agencyOf } from "../../catalog/agency/agency-of";
import { personBy } from "../../kit/access/persons-seen";
import { AsOfArguments, fieldsOf, queries } from "../../kit/record/declared-fields";
import { loaded, oneKnownByKey } from "../../kit/record/one-by-key";
import type { Module } from "../../kit/subgraph/module";
import { DispatchCorrections1790530000000 } from "../migrations/1790530000000-corrections";
import { persons } from "../record/policies";
import { Official } from "./official";
import {
  homeAgencyByOfficialId,
  homeAgencyHistoryByOfficialId,
  OfficialHomeAgency,
} from "./official-home-agency";
import { officialChanges } from "./official.changes";
import { officialCorrections } from "./official.corrections";
import { officialImport } from "./official.import";
import { officials } from "./official.list";

/** Officials and the agencies they belong to. */
export const officialModule: Module = {
  entities: [Official, OfficialHomeAgency],
  migrations: [DispatchCorrections1790530000000],
  resolvers: [
    queries({
      official: oneKnownByKey(
        Official,
        "The official with this id; null where there is none.",
        "As given by the graph.",
      ),
      officials: officials.all({
        description: "The officials who have been or can be dispatched.",
      }),
    }),
    fieldsOf(Official, {
      homeAgency: {
        type: () => Agency,
        nullable: true,
        description: "The agency the official belongs to on a day; null if there is none.",
        arguments: AsOfArguments,
        find: async ({ id }, { asOf }, context) => {
          const on = { asOf: asOf ?? context.asOf };
          const [held] = await context.load(homeAgencyByOfficialId, id, on);
          return held ? agencyOf(held.agencyCode) : null;
        },
      },
      homeAgencyHistory: loaded(
        () => [OfficialHomeAgency],
        "The agencies the official has belonged to, earliest first.",
        homeAgencyHistoryByOfficialId,
        ({ id }: Official) => id,
      ),
    }),
    officialChanges,
    officialCorrections,
  ],
  access: { Official: persons, OfficialHomeAgency: persons },
  persons: { Official: personBy("id" satisfies keyof Official, (id) => `official:${id}`) },
  writable: {
    official: "INSERT, UPDATE, DELETE",
    official_home_agency: "INSERT, UPDATE, DELETE",
  },
  imports: [officialImport],
};
