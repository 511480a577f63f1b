import { Directive, Field, ObjectType } from "type-graphql";
import { shownInLanguages } from "../text/translated-text";

/** Something that a measure of statistics can be grouped by. */
@Directive("@shareable")
@ObjectType({ description: "Something that a measure of statistics can be grouped by." })
export class StatisticsDimension {
  @Field(() => String, { description: "Its code in `groupBy`." })
  readonly code: string;

  @shownInLanguages("Its name, as a heading.")
  readonly name: string;

  constructor(code: string, name: string) {
    this.code = code;
    this.name = name;
  }
}
