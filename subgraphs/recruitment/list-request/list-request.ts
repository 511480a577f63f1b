import { Field, ObjectType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { DateScalar } from "../../kit/graphql/scalars";
import { StoredRecord } from "../../kit/mutation/stored-record";
import { ListRequestState } from "./list-request-state";

/** A municipality's request for the external personnel list. */
@Entity("list_request")
@ObjectType({
  description:
    "A municipality's request for the external personnel list. Counts by category are for all; profiles for those that were granted it.",
})
export class ListRequest extends StoredRecord {
  @Column("text", { name: "municipality_code" })
  municipalityCode: string;

  @Column("date", { name: "requested_on" })
  @Field(() => DateScalar, { description: "The day of the request." })
  requestedOn: string;

  @Column("text")
  @Field(() => ListRequestState, { description: "What has become of it." })
  state: ListRequestState;

  @Column("date", { name: "decided_on", nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: "The day it was granted or refused; null before.",
  })
  decidedOn: string | null;

  @Column("text", { name: "refusal_reason", nullable: true })
  @Field(() => String, { nullable: true, description: "Why it was refused." })
  refusalReason: string | null;
}
