import { fieldsOf, queries } from "../../kit/record/declared-fields";
import { many, one } from "../../kit/record/declared-relations";
import { oneKnownByKey } from "../../kit/record/one-by-key";
import type { Module } from "../../kit/subgraph/module";
import { Municipality } from "../municipality/municipality";
import { municipalities } from "../municipality/municipality.list";
import { ownRequests, records } from "../record/policies";
import { requireListRequestsOf } from "./granted-list.service";
import { ListRequest } from "./list-request";
import { listRequestChanges } from "./list-request.changes";
import { listRequests } from "./list-request.list";

listRequests.relatesTo({
  municipalityIs: one(municipalities, {
    key: "municipality_code",
    toKey: "code",
    description: "By the municipality itself, not its code alone.",
  }),
});
municipalities.relatesTo({
  listRequests: many(listRequests, {
    key: "code",
    toKey: "municipality_code",
    description: "By its requests for the external personnel list.",
  }),
});

/** Requests of municipalities for the external personnel list. */
export const listRequestModule: Module = {
  entities: [ListRequest],
  resolvers: [
    queries({
      listRequest: oneKnownByKey(
        ListRequest,
        "The request with this id; null where there is none.",
        "Of the request.",
      ),
      listRequests: listRequests.all({
        description: "The requests of all municipalities for the list.",
      }),
    }),
    fieldsOf(Municipality, {
      listRequests: listRequests.by("municipality_code").all(({ code }: Municipality) => code, {
        description:
          "Its requests for the external personnel list. A municipality sees its own; for those of another, the error is FORBIDDEN.",
        guard: requireListRequestsOf,
      }),
    }),
    listRequestChanges,
  ],
  access: {
    ListRequest: ownRequests,
    // A municipality sees its own requests only.
    "MunicipalityFilter.listRequests": records,
    "Query.listRequest": records,
    "Query.listRequests": records,
  },
  writable: { list_request: "INSERT, UPDATE, DELETE" },
  readable: { profiles: { list_request: "all" } },
};
