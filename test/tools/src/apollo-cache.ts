import { InMemoryCache } from "@apollo/client";
import { relayStylePagination } from "@apollo/client/utilities";

/** A list is another one with another filter, order or day; `first` and `after` are pages of the same. */
const pages = relayStylePagination(["filter", "orderBy", "asOf", "knownAt", "updatedSince"]);

const byCode = { keyFields: ["code"] };

export const cache = new InMemoryCache({
  typePolicies: {
    Query: { fields: { networkEvents: pages, dispatches: pages, officials: pages } },
    // What has an `id` is known by it. These have another key:
    Agency: byCode,
    Country: byCode,
    DispatchLegalBasis: byCode,
    DispatchOrganizationType: byCode,
    DispatchRegion: byCode,
    FellowshipProgram: byCode,
    FiscalYear: { keyFields: ["year"] },
    Municipality: { keyFields: ["code", "validFrom"] },
    Network: byCode,
    Prefecture: byCode,
    SkillCategory: byCode,
    TrainingCourse: byCode,
  },
});
