import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { DispatchRegionCode } from "./dispatch-region-code";
import { NamedFact } from "../../catalog/facts/sourced-fact";

/** A region of the National Personnel Authority's own list, which is not UN M49. */
@Entity("dispatch_region")
@ObjectType({
  description:
    "A region in which the National Personnel Authority counts dispatched officials. The list of seven is its own and not UN M49; which countries a region holds is not stated.",
})
export class DispatchRegion extends NamedFact {
  @PrimaryColumn("text")
  @Field(() => DispatchRegionCode, { description: "Its code (ours)." })
  code: DispatchRegionCode;

  @Column("integer")
  @Field(() => Int, {
    description:
      "Its place in the list, from 1: by the number on dispatch there at the end of FY2013.",
  })
  position: number;
}
