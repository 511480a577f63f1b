import { ID } from "type-graphql";
import { published } from "../../catalog/access";
import { asOfRequest } from "../../kit/connection/as-of-request";
import type { ListRequest } from "../../kit/connection/list-request";
import { AsOfArguments, fieldsOf, queries } from "../../kit/record/declared-fields";
import { byKey } from "../../kit/record/by-key";
import { many, one } from "../../kit/record/declared-relations";
import { loaded } from "../../kit/record/one-by-key";
import { holdsOn } from "../../kit/rules/period";
import type { Module } from "../../kit/subgraph/module";
import { Municipality } from "./municipality";
import {
  municipalities,
  municipalityHistory,
  municipalOnly,
  wardHistoryByCityCode,
} from "./municipality.list";
import { requireMunicipalityCode } from "./municipality-code";

const { connection: Connection } = municipalities;

municipalities.relatesTo({
  city: one(municipalities, {
    key: "city_code",
    toKey: "code",
    description: "By the designated city that a ward belongs to.",
  }),
  wards: many(municipalities, {
    key: "code",
    toKey: "city_code",
    onDay: true,
    description:
      "By its wards on a day: of the list, or where it has none, of the header Graph-As-Of or today.",
  }),
  wardHistory: many(municipalities, {
    key: "code",
    toKey: "city_code",
    description: "By all wards that it has or had.",
  }),
});

/** Municipalities and what they consist of. */
export const municipalityModule: Module = {
  entities: [Municipality],
  resolvers: [
    queries({
      municipality: {
        type: () => Municipality,
        nullable: true,
        description:
          "The municipality, ward or village with this code, even if it no longer exists; null where there is none. A wrong check digit is an error.",
        arguments: { code: { type: ID, description: "Six digits, as 011002." } },
        find: (_none, { code }, context) =>
          context.load(byKey(Municipality), requireMunicipalityCode(code)),
      },
      municipalities: {
        type: () => Connection,
        nullable: true,
        description:
          "The municipalities on a day: cities, towns, villages and the special wards of Tokyo.",
        arguments: municipalities.datedArguments,
        find: (_none, request: ListRequest, context) => {
          const dated = asOfRequest(municipalOnly(request), context);
          return new Connection(municipalities.list.page(context, dated));
        },
      },
      municipalityHistory: {
        type: () => Connection,
        nullable: true,
        description: "Every municipality there is or was, as far as the data go back.",
        arguments: municipalities.arguments,
        find: (_none, request: ListRequest, context) =>
          new Connection(municipalityHistory.page(context, municipalOnly(request))),
      },
    }),
    fieldsOf(Municipality, {
      wards: {
        type: () => [Municipality],
        description: "The wards of a designated city on a day; empty for all others.",
        arguments: AsOfArguments,
        find: async ({ code }, { asOf }, context) => {
          const wards = await context.load(wardHistoryByCityCode, code);
          return wards.filter(({ validFrom: from, validTo: to }) =>
            holdsOn(asOf ?? context.asOf, { from, to }),
          );
        },
      },
      wardHistory: loaded(
        () => [Municipality],
        "Every ward a designated city has or had; empty for all others.",
        wardHistoryByCityCode,
        ({ code }: Municipality) => code,
      ),
    }),
  ],
  access: { Municipality: published, Prefecture: published },
  readable: { published: { municipality: "all" } },
};
