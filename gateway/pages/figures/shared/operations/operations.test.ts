import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema, parse, validate } from "graphql";
import { dispatchStock } from "./dispatch-stock";
import { dispatchYears } from "./dispatch-years";
import { fellowsByAgency } from "./fellows-by-agency";
import { fellowsByCohort } from "./fellows-by-cohort";
import { networkEvents } from "./network-events";
import { networkMembers } from "./network-members";
import { recruitmentFunnel } from "./recruitment-funnel";
import { recruitmentRounds } from "./recruitment-rounds";

const supergraphPath = join(__dirname, "../../../../../schema/supergraph.graphql");
const schema = buildSchema(readFileSync(supergraphPath, "utf8"), { assumeValidSDL: true });

it.each(
  Object.entries({
    ...{ dispatchStock, dispatchYears, fellowsByAgency, fellowsByCohort },
    ...{ networkEvents, networkMembers, recruitmentFunnel, recruitmentRounds },
  }),
)("%s is a query of the schema", (_name, { document }) => {
  expect(validate(schema, parse(document))).toEqual([]);
});
