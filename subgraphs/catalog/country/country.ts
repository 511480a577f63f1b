import { Arg, Ctx, Directive, Field, ObjectType } from "type-graphql";
import { type Bilingual, Language, nameIn } from "../../kit/language";
import type { RequestContext } from "../../kit/request/request-context";
import { CountryCodeScalar } from "../../kit/graphql/country-code.scalar";

/** A country or territory of ISO 3166-1. */
@Directive('@key(fields: "code")')
@Directive("@shareable")
@ObjectType({ description: "A country or territory of ISO 3166-1." })
export class Country {
  @Field(() => CountryCodeScalar, { description: "ISO 3166-1 alpha-2 code." })
  code: string;

  @Field(() => String, { description: "ISO 3166-1 alpha-3 code." })
  alpha3: string;

  constructor(
    code: string,
    alpha3: string,
    readonly nameEn: string,
    readonly nameJa: string,
    readonly formalName: Bilingual,
  ) {
    this.code = code;
    this.alpha3 = alpha3;
  }

  @Field(() => String, {
    description:
      "Name in common use, as South Korea or 韓国: the short name of Unicode CLDR, with few exceptions.",
  })
  name(
    @Arg("language", () => Language, { nullable: true, description: "Default: Accept-Language." })
    language: Language | null | undefined,
    @Ctx() context: RequestContext,
  ): string {
    return nameIn(language ?? context.language, this);
  }

  @Field(() => String, {
    name: "formalName",
    description:
      "Name in lists of ISO 3166-1, as Republic of Korea or 大韓民国; for most countries the same as `name`.",
  })
  formalNameIn(
    @Arg("language", () => Language, { nullable: true, description: "Default: Accept-Language." })
    language: Language | null | undefined,
    @Ctx() context: RequestContext,
  ): string {
    return nameIn(language ?? context.language, this.formalName);
  }
}
