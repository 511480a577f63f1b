import { Directive, Field, ID, ObjectType } from "type-graphql";
import { PartialDateScalar } from "../../kit/graphql/scalars";
import { InTwoLanguages } from "../text/our-translations";
import { shownInLanguages } from "../text/translated-text";

/** A document that facts were taken from. */
@Directive("@shareable")
@ObjectType({ description: "A document that facts were taken from." })
export class Source extends InTwoLanguages {
  @Field(() => ID, { description: "Short name that facts refer to." })
  id: string;
  @Field(() => String, { description: "Title in the document's own language." })
  title: string;
  @shownInLanguages("Who published it.")
  publisher: string;
  @Field(() => PartialDateScalar, {
    nullable: true,
    description: "When it was published, as far as known.",
  })
  publishedOn: string | null;
  @Field(() => String, { nullable: true, description: "Web address." })
  url: string | null;
  @Field(() => String, { nullable: true, description: "ISO 639-1 code of its language." })
  language: string | null;
  @shownInLanguages("How much of it was read, and what it was used for.", { nullable: true })
  note: string | null;
}
