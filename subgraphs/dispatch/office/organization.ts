import { Arg, Ctx, Field } from "type-graphql";
import { country } from "../../catalog/record/fields";
import { Language, nameIn } from "../../kit/language";
import { StoredRecord } from "../../kit/mutation/stored-record";
import { among, rowBy } from "../../kit/record/by-key";
import { foundReference, hidden, id, record } from "../../kit/record/fields";
import type { RequestContext } from "../../kit/request/request-context";
import {
  allOrganizationTypes,
  DispatchOrganizationType,
  DispatchOrganizationTypeCode,
} from "../classification/dispatch-organization-type";
import { allRegions, DispatchRegion, DispatchRegionCode } from "../classification/dispatch-region";

/** A body that receives officials. */
@record(
  "organization",
  "A body that receives officials of Japan: an international organization, a body of a foreign government or a comparable body (Act No. 117 of 1970, art. 2(1)).",
)
export class Organization extends StoredRecord {
  @id("Its code in the office's own list, as OECD; it never changes.", {
    filter: "By code.",
    order: "By code.",
  })
  code: string;

  @hidden("text", { nullable: true, filter: "By English name.", written: "free" })
  nameEn: string | null;

  @hidden("text", { nullable: true, filter: "By Japanese name.", written: "free" })
  nameJa: string | null;

  @foundReference(
    () => DispatchOrganizationType,
    among(allOrganizationTypes),
    "text",
    "What kind of body it is.",
    { filter: "By kind.", codeList: DispatchOrganizationTypeCode },
  )
  typeCode: DispatchOrganizationTypeCode;

  @foundReference(
    () => DispatchRegion,
    among(allRegions),
    "text",
    "The region in which the National Personnel Authority counts it.",
    { filter: "By region.", codeList: DispatchRegionCode },
  )
  regionCode: DispatchRegionCode;

  @country("The country it sits in; null where not known.", {
    nullable: true,
    filter: "By code of the country it sits in, as FR.",
  })
  countryCode: string | null;

  @Field(() => String, { description: "Its name." })
  name(
    @Arg("language", () => Language, { nullable: true, description: "Default: Accept-Language." })
    language: Language | null | undefined,
    @Ctx() context: RequestContext,
  ): string {
    return nameIn(language ?? context.language, this);
  }
}

/** Organizations by code. */
export const organizationByCode = rowBy(Organization, "code");

/** The codes of all organizations, for callers who see them. */
export const organizationCodes = { sql: "SELECT code FROM organization ORDER BY code" };
