import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { PartialDateScalar } from "../../kit/graphql/scalars";
import { DispatchOrganizationTypeCode } from "./dispatch-organization-type-code";
import { NamedFact } from "../../catalog/facts/sourced-fact";

/** A kind of organization officials are dispatched to. */
@Entity("dispatch_organization_type")
@ObjectType({ description: "A kind of organization officials are dispatched to." })
export class DispatchOrganizationType extends NamedFact {
  @PrimaryColumn("text")
  @Field(() => DispatchOrganizationTypeCode, { description: "Its code (ours)." })
  code: DispatchOrganizationTypeCode;

  @Column("integer")
  @Field(() => Int, { description: "Its place in the list; 99 for the remainder." })
  position: number;

  @Column("text", { name: "valid_from", nullable: true })
  @Field(() => PartialDateScalar, {
    nullable: true,
    description:
      "When the authority began to use it, as precise as the source; null where not known.",
  })
  validFrom: string | null;

  @Column("text", { name: "valid_to", nullable: true })
  @Field(() => PartialDateScalar, {
    nullable: true,
    description:
      "The first day it was no longer used; null where it still is or the end is not known.",
  })
  validTo: string | null;
}
