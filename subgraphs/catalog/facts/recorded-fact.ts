import { Field, Int, ObjectType } from "type-graphql";
import { Column } from "typeorm";
import { Source } from "../source/source";
import { sourceOf } from "../source/source-of";
import { InTwoLanguages } from "../text/our-translations";
import { translatedText } from "../text/translated-text";

/** Something that a source states or an office has recorded: the base of types that contain both. */
@ObjectType()
export abstract class RecordedFact extends InTwoLanguages {
  @Column("text", { name: "source_id", nullable: true })
  sourceId: string | null;

  @translatedText(
    "Notes: what we derived, named or translated, where sources differ, and what they leave open.",
    { nullable: true },
  )
  note: string | null;

  @Column("integer")
  @Field(() => Int, {
    description:
      "Counts its changes, from 1. Give it as expectedVersion to change only what you have seen.",
  })
  version: number;

  @Column("boolean")
  @Field(() => Boolean, { description: "True if made up for demonstration." })
  synthetic: boolean;

  @Field(() => Source, {
    nullable: true,
    description: "The source that states it; null if an office has recorded it.",
  })
  source(): Source | null {
    return this.sourceId === null ? null : sourceOf(this.sourceId);
  }
}
