import { Agency } from "../../catalog/agency/agency";
import { Country } from "../../catalog/country/country";
import { personBy } from "../../kit/access/persons-seen";
import { fieldsOf, queries } from "../../kit/record/declared-fields";
import { many, one } from "../../kit/record/declared-relations";
import { loaded, oneKnownByKey } from "../../kit/record/one-by-key";
import type { Module } from "../../kit/subgraph/module";
import { DispatchOrganizationType } from "../classification/dispatch-organization-type";
import { DispatchRegion } from "../classification/dispatch-region";
import { DispatchHorizon1790110000000 } from "../migrations/1790110000000-dispatch-horizon";
import { DispatchHistory1790200000000 } from "../migrations/1790200000000-dispatch-history";
import { LateRecords1790340000000 } from "../migrations/1790340000000-late-records";
import { pay, persons } from "../record/policies";
import { Dispatch, DispatchExtension, extensionsByDispatchId } from "./dispatch";
import { dispatchChanges } from "./dispatch.changes";
import { dispatchCorrections } from "./dispatch.corrections";
import { dispatchImport } from "./dispatch.import";
import { dispatches, dispatchHistory } from "./dispatch.list";
import { Official } from "./official";
import { officials } from "./official.list";
import { Organization } from "./organization";
import { organizations } from "./organization.list";
import { pastDispatchChanges } from "./past-dispatch.changes";

const codeOf = ({ code }: { readonly code: string }) => code;

for (const list of [dispatches, dispatchHistory]) {
  list.relatesTo({
    official: one(officials, {
      key: "official_id",
      ofSamePerson: true,
      description: "By who is dispatched.",
    }),
    organizationIs: one(organizations, {
      key: "organization_code",
      toKey: "code",
      description: "By the organization itself, not its code alone.",
    }),
  });
}
officials.relatesTo({
  dispatches: many(dispatchHistory, {
    toKey: "official_id",
    ofSamePerson: true,
    description: "By their dispatches: past, present, planned and cancelled.",
  }),
});
organizations.relatesTo({
  dispatches: many(dispatches, {
    key: "code",
    toKey: "organization_code",
    onDay: true,
    description:
      "By the dispatches to it that go on on a day: of the list, or where it has none, of the header Graph-As-Of or today.",
  }),
});

/** Dispatches, from plan to return. */
export const dispatchModule: Module = {
  entities: [Dispatch, DispatchExtension],
  migrations: [
    DispatchHorizon1790110000000,
    DispatchHistory1790200000000,
    LateRecords1790340000000,
  ],
  resolvers: [
    queries({
      dispatch: oneKnownByKey(
        Dispatch,
        "The dispatch with this id; null where there is none.",
        "As given by the graph.",
      ),
      dispatches: dispatches.onDay({
        description:
          "Who is on dispatch on a day: the dispatches that have begun and not ended by then, whatever was planned.",
      }),
      dispatchHistory: dispatchHistory.all({
        description: "All dispatches: past, present, planned and cancelled.",
      }),
    }),
    fieldsOf(Dispatch, {
      extensions: loaded(
        () => [DispatchExtension],
        "The renewals of its term, in the order they were made.",
        extensionsByDispatchId,
        ({ id }: Dispatch) => id,
      ),
    }),
    fieldsOf(Official, {
      dispatches: dispatchHistory.by("official_id").all(({ id }: Official) => id, {
        nullable: false,
        description: "All dispatches of the official: past, present, planned and cancelled.",
      }),
    }),
    fieldsOf(Organization, {
      dispatches: dispatches.by("organization_code").onDay(codeOf, {
        nullable: false,
        description: "Who is on dispatch to it on a day.",
      }),
    }),
    fieldsOf(Country, {
      dispatches: dispatches.by("country_code").onDay(codeOf, {
        description: "Officials of Japan on dispatch in it on a day, by country of duty.",
      }),
    }),
    fieldsOf(Agency, {
      dispatches: dispatches.by("home_agency_code").onDay(codeOf, {
        description: "The officials on dispatch on a day whose home agency it was when they left.",
      }),
    }),
    fieldsOf(DispatchRegion, {
      dispatches: dispatches.by("region_code").onDay(codeOf, {
        description: "Who is on dispatch to organizations of this region on a day.",
      }),
    }),
    fieldsOf(DispatchOrganizationType, {
      dispatches: dispatches.by("organization_type_code").onDay(codeOf, {
        description: "Who is on dispatch to organizations of this kind on a day.",
      }),
    }),
    dispatchChanges,
    dispatchCorrections,
    pastDispatchChanges,
  ],
  access: {
    Dispatch: persons,
    "Dispatch.payRatio": pay,
    DispatchExtension: persons,
  },
  persons: {
    Dispatch: personBy("officialId" satisfies keyof Dispatch, (id) => `official:${id}`),
  },
  writable: {
    dispatch: "INSERT, UPDATE, DELETE",
    dispatch_extension: "INSERT, UPDATE, DELETE",
  },
  readable: {
    statistics: { dispatch: "all", dispatch_extension: "all", dispatch_history: "all" },
  },
  imports: [dispatchImport],
};
