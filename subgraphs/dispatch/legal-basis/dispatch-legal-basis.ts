import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { DispatchLegalBasisCode } from "./dispatch-legal-basis-code";
import { SourcedFact } from "../../catalog/facts/sourced-fact";

/** A provision under which officials are dispatched (Act No. 117 of 1970, art. 2(1)). */
@Entity("dispatch_legal_basis")
@ObjectType({
  description: "A provision under which officials are dispatched (Act No. 117 of 1970, art. 2(1)).",
})
export class DispatchLegalBasis extends SourcedFact {
  @PrimaryColumn("text")
  @Field(() => DispatchLegalBasisCode, { description: "Its code (ours)." })
  code: DispatchLegalBasisCode;

  @Column("integer", { name: "class" })
  @Field(() => Int, {
    name: "class",
    description:
      "The class of receiving body it is about, 1–3: the item of art. 2(1); also its place in the list.",
  })
  classNumber: number;

  @Column("text")
  @Field(() => String, { description: "Act, article, paragraph and item." })
  article: string;

  @Column("text", { name: "text_en" })
  textEn: string;

  @Column("text", { name: "text_ja" })
  textJa: string;
}
