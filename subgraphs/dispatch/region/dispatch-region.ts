import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { DispatchRegionCode } from "./dispatch-region-code";

/** A region of the National Personnel Authority's own list, which is not UN M49. */
@Entity("dispatch_region")
@ObjectType({
  description:
    "A region in which the National Personnel Authority counts dispatched officials. The list of seven is its own and not UN M49; which countries a region holds is not stated.",
})
export class DispatchRegion {
  @PrimaryColumn("text")
  @Field(() => DispatchRegionCode, { description: "Its code (ours)." })
  code: DispatchRegionCode;

  @Column("integer")
  @Field(() => Int, {
    description:
      "Its place in the list, from 1: by the number on dispatch there at the end of FY2013.",
  })
  position: number;

  @Column("text", { name: "name_en" })
  nameEn: string;

  @Column("text", { name: "name_ja", nullable: true })
  nameJa: string | null;

  @Column("text", { name: "source_id" })
  sourceId: string;

  @Column("text", { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "What of it is ours, and what the source leaves open.",
  })
  note: string | null;
}
