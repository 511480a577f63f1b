import { Arg, Ctx, Directive, Field, ID, ObjectType } from "type-graphql";
import { asOfDescription } from "../../kit/clock";
import { DateScalar, PartialDateScalar } from "../../kit/graphql/scalars";
import { Language, nameIn } from "../../kit/language";
import type { RequestContext } from "../../kit/request/request-context";
import { Country } from "../country/country";
import { Source } from "../source/source";
import { InTwoLanguages, isOurs } from "../text/our-translations";
import { shownInLanguages } from "../text/translated-text";
import { AgencyKind } from "./agency-kind";
import { bodyInForce } from "./agency-succession";

/** A public body that sends, receives, hosts or is a member, with one code for each of its forms. */
@Directive('@key(fields: "code")')
@Directive("@shareable")
@ObjectType({
  description:
    "A public body. A body that was reorganised under another name has one code for each form, linked by predecessor and successors.",
})
export class Agency extends InTwoLanguages {
  @Field(() => ID, { description: "Country and short name, as JP-NPA, CN-NCSA, US-DOD." })
  code: string;

  @Field(() => Country, { description: "The country it belongs to." })
  country: Country;

  @Field(() => AgencyKind, {
    nullable: true,
    description: "What kind of body it is; known for Japanese ones.",
  })
  kind: AgencyKind | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: "When it took this form and name, as precise as the source; null if not known.",
  })
  validFrom: string | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description:
      "The first day on which it no longer had them, as precise as the source; null if it still has them.",
  })
  validTo: string | null;

  @Field(() => Agency, { nullable: true, description: "The body it followed." })
  predecessor: Agency | null;

  @Field(() => [Agency], {
    description: "The bodies that followed it; several if its work was divided.",
  })
  successors: Agency[];

  @Field(() => Source, { description: "The source of its name and dates." })
  source: Source;

  @shownInLanguages("What the source leaves open or adds.", { nullable: true })
  note: string | null;

  nameEn: string | null;
  nameJa: string | null;
  /** The languages in which its own name is ours, as `en;ja`. */
  ours: string;

  @Field(() => String, {
    description:
      "Its name on a day: its own or, on a day before it existed, that of the body it followed.",
  })
  name(
    @Arg("language", () => Language, { nullable: true, description: "Default: Accept-Language." })
    language: Language | null | undefined,
    @Arg("asOf", () => DateScalar, { nullable: true, description: asOfDescription })
    asOf: string | null | undefined,
    @Ctx() context: RequestContext,
  ): string {
    const body = bodyInForce<Agency>(this, asOf ?? context.asOf);
    return nameIn(language ?? context.language, body);
  }

  protected override ownNames(language: Language): string[] {
    return isOurs(this.ours, language) ? ["name"] : [];
  }
}
