import { published, sharedAccess, statisticsOf } from "../catalog/access";
import { type DeclaredPersons, personBy } from "../kit/access/persons-seen";
import { open, personal } from "../kit/access/policies";
import type { DeclaredAccess } from "../kit/access/with-access";
import type { RequestContext } from "../kit/request-context";
import type { Dispatch } from "./dispatch/dispatch";
import type { Official } from "./official/official";

const records = open("dispatch:records");
const changes = open("dispatch:changes");
const persons = personal("dispatch:persons");

/** Who may see what of dispatch abroad. */
export const dispatchAccess: DeclaredAccess = {
  ...sharedAccess,
  Mutation: changes,
  DispatchUserError: changes,

  DispatchLegalBasis: published,
  DispatchOrganizationType: published,
  DispatchRegion: published,
  DispatchStatistics: published,
  DispatchStatisticsRow: published,
  "Query.dispatchDiscrepancies": statisticsOf("dispatch:persons"),
  "Query.dispatchStatistics": statisticsOf("dispatch:persons"),

  Organization: records,
  // Everybody knows which kind, country and legal basis an organization has, so that its number would tell of others.
  "DispatchDimension.ORGANIZATION": persons,
  "DispatchDimension.LEGAL_BASIS": persons,
  "DispatchStatisticsFilter.organization": persons,
  "DispatchStatisticsFilter.legalBasis": persons,

  Dispatch: persons,
  "Dispatch.payRatio": personal("dispatch:pay"),
  DispatchExtension: persons,
  Official: persons,
  OfficialHomeAgency: persons,
};

/** Whom dispatches and officials are about. */
export const dispatchPersons: DeclaredPersons<RequestContext> = {
  Dispatch: personBy("officialId" satisfies keyof Dispatch, (id) => `official:${id}`),
  Official: personBy("id" satisfies keyof Official, (id) => `official:${id}`),
};
