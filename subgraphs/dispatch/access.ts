import { published, sharedAccess } from "../catalog/access";
import { open, personal } from "../kit/access/policies";
import type { DeclaredAccess } from "../kit/access/with-access";

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

  Organization: records,

  Dispatch: persons,
  "Dispatch.payRatio": personal("dispatch:pay"),
  DispatchExtension: persons,
  Official: persons,
  OfficialHomeAgency: persons,
};
