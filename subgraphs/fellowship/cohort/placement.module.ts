import { Agency } from "../../catalog/agency/agency";
import { personBy } from "../../kit/access/persons-seen";
import { AsOfArguments, fieldsOf, queries } from "../../kit/record/declared-fields";
import { many, one } from "../../kit/record/declared-relations";
import { oneKnownByKey } from "../../kit/record/one-by-key";
import type { Module } from "../../kit/subgraph/module";
import { persons } from "../record/policies";
import { Fellow } from "./fellow";
import { fellows } from "./fellow.list";
import { Placement } from "./placement";
import { placementChanges } from "./placement.changes";
import { placementCorrections } from "./placement.corrections";
import { placementImport } from "./placement.import";
import { placementByFellowId, placements } from "./placement.list";

const ofFellow = placements.by("fellow_id");
const ofAgency = placements.by("host_agency_code", { name: "byAgencyCode" });

placements.relatesTo({
  fellowIs: one(fellows, {
    key: "fellow_id",
    ofSamePerson: true,
    description: "By the fellow, not the id alone.",
  }),
});
fellows.relatesTo({
  placement: {
    ...many(placements, {
      toKey: "fellow_id",
      onDay: true,
      ofSamePerson: true,
      description:
        "By where they work on a day: of the list, or where it has none, of the header Graph-As-Of or today. Who works nowhere meets none.",
    }),
    isMany: false,
  },
  placements: many(placements, {
    toKey: "fellow_id",
    ofSamePerson: true,
    description: "By their placements: past, present, planned and cancelled.",
  }),
});

/** Where fellows work, from one day to another. */
export const placementModule: Module = {
  entities: [Placement],
  resolvers: [
    queries({
      placement: oneKnownByKey(
        Placement,
        "The placement with this id; null where there is none.",
        "The placement's id.",
      ),
      placements: placements.onDay({ description: "The placements in force on a day." }),
      placementHistory: placements.all({
        description: "All placements: past, present, planned and cancelled.",
      }),
    }),
    fieldsOf(Fellow, {
      placement: {
        type: () => Placement,
        nullable: true,
        description: "Where the fellow works on a day; null where nowhere.",
        arguments: AsOfArguments,
        find: async ({ id }, { asOf }, context) => {
          const [one] = await context.load(placementByFellowId, id, { asOf: asOf ?? context.asOf });
          return one ?? null;
        },
      },
      placements: ofFellow.all(({ id }: Fellow) => id, {
        nullable: false,
        description: "All placements of the fellow: past, present, planned and cancelled.",
      }),
    }),
    fieldsOf(Agency, {
      placementsHosted: ofAgency.onDay(({ code }: Agency) => code, {
        description: "The placements it hosts on a day.",
      }),
    }),
    placementChanges,
    placementCorrections,
  ],
  access: { Placement: persons },
  persons: { Placement: personBy("fellowId" satisfies keyof Placement, (id) => `fellow:${id}`) },
  writable: { placement: "INSERT, UPDATE, DELETE" },
  readable: { statistics: { placement: "all" } },
  imports: [placementImport],
};
