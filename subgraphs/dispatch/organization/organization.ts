import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { Country } from "../../catalog/country/country";
import { countryOf } from "../../catalog/country/country-list";
import { StoredRecord } from "../../kit/mutation/stored-record";
import { DispatchOrganizationTypeCode } from "../organization-type/dispatch-organization-type-code";
import { DispatchRegionCode } from "../region/dispatch-region-code";

/** A body that receives officials. */
@Entity("organization")
@ObjectType({
  description:
    "A body that receives officials of Japan: an international organization, a body of a foreign government or a comparable body (Act No. 117 of 1970, art. 2(1)).",
})
export class Organization extends StoredRecord {
  @Column("text")
  @Field(() => ID, { description: "Its code in the office's own list, as OECD; it never changes." })
  code: string;

  @Column("text", { name: "name_en", nullable: true })
  nameEn: string | null;

  @Column("text", { name: "name_ja", nullable: true })
  nameJa: string | null;

  @Column("text", { name: "type_code" })
  typeCode: DispatchOrganizationTypeCode;

  @Column("text", { name: "region_code" })
  regionCode: DispatchRegionCode;

  @Column("text", { name: "country_code", nullable: true })
  countryCode: string | null;

  @Field(() => Country, {
    nullable: true,
    description: "The country it sits in; null where not known.",
  })
  country(): Country | null {
    return this.countryCode === null ? null : countryOf(this.countryCode);
  }
}
