import { Field, ID, Int, ObjectType } from "type-graphql";
import { Column, PrimaryColumn } from "typeorm";

/** What every record has that an office writes through the graph. */
@ObjectType()
export abstract class StoredRecord {
  @PrimaryColumn("text")
  @Field(() => ID, { description: "Opaque and stable." })
  id: string;

  @Column("integer")
  @Field(() => Int, {
    description:
      "Counts its changes, from 1. Give it as expectedVersion to change only what you have seen.",
  })
  version: number;

  @Column("boolean")
  @Field(() => Boolean, { description: "Made up for demonstration; true of no real person." })
  synthetic: boolean;
}
