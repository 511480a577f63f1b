import { cacheExchange, type Data } from "@urql/exchange-graphcache";
import { relayPagination } from "@urql/exchange-graphcache/extras";

const text = (value: unknown) => (typeof value === "string" ? value : null);
const byCode = (data: Data) => text(data["code"]);
/** What is part of one object alone, and has no key. */
const ofItsParent = () => null;

export const cache = cacheExchange({
  keys: {
    // What has an `id` is known by it. These have another key:
    Agency: byCode,
    Country: byCode,
    DispatchLegalBasis: byCode,
    DispatchOrganizationType: byCode,
    DispatchRegion: byCode,
    FellowshipProgram: byCode,
    FiscalYear: ({ year }) => (typeof year === "number" ? String(year) : null),
    Municipality: ({ code, validFrom }) =>
      validFrom === undefined ? null : `${String(code)} ${String(validFrom)}`,
    Network: byCode,
    Prefecture: byCode,
    SkillCategory: byCode,
    TrainingCourse: byCode,
    StatisticCell: ofItsParent,
    DispatchStatistics: ofItsParent,
    DispatchStatisticsRow: ofItsParent,
  },
  resolvers: { Query: { networkEvents: relayPagination() } },
});
