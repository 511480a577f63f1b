import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { DateScalar } from "../../kit/graphql/scalars";
import { NamedFact } from "../../catalog/facts/sourced-fact";
import { MunicipalityKind } from "./municipality-kind";

/** A municipality, or a part of one that has a code of its own. */
@Entity("municipality")
@ObjectType({
  description:
    "A municipality, a ward of a designated city, or another place with a code for local public entities (全国地方公共団体コード).",
})
export class Municipality extends NamedFact {
  @PrimaryColumn("text")
  @Field(() => ID, {
    description: "Its six-digit code (JIS X 0401 and 0402), the check digit last.",
  })
  code: string;

  @Column("text")
  @Field(() => String, { description: "How its Japanese name is read, in hiragana." })
  kana: string;

  @Column({ type: "text", name: "prefecture_code", insert: false, update: false })
  prefectureCode: string;

  @Column("text")
  @Field(() => MunicipalityKind, { description: "What it is." })
  kind: MunicipalityKind;

  @Column("text", { name: "city_code", nullable: true })
  cityCode: string | null;

  @Column("date", { name: "from_date", nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: "First day it has the code; null: before the data begin.",
  })
  validFrom: string | null;

  @Column("date", { name: "to_date", nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: "The first day it no longer holds; null: open.",
  })
  validTo: string | null;
}
