import { Arg, Ctx, Field } from "type-graphql";
import { Entity } from "typeorm";
import { SourcedFact } from "../../catalog/facts/sourced-fact";
import { isOurs } from "../../catalog/text/our-translations";
import { translatedText } from "../../catalog/text/translated-text";
import { type CodeOf, codes } from "../../kit/codes";
import { enumFilter } from "../../kit/filter/filter-inputs";
import { Language, nameIn } from "../../kit/language";
import { factRows } from "../../kit/record/by-key";
import { code, hidden, record, whole } from "../../kit/record/fields";
import type { DatabaseLoader } from "../../kit/loaders";
import type { RequestContext } from "../../kit/request/request-context";
import {
  DispatchOrganizationType,
  type DispatchOrganizationTypeCode,
} from "./dispatch-organization-type";

/** The provisions under which officials are dispatched: Act No. 117 of 1970, art. 2(1)(i)–(iii). */
export const DispatchLegalBasisCode = codes(
  "DispatchLegalBasisCode",
  "The provisions under which officials are dispatched: Act No. 117 of 1970, art. 2(1).",
  {
    ART2_1_1: "Item (i): international organizations of which Japan is a member.",
    ART2_1_2: "Item (ii): bodies of foreign governments.",
    ART2_1_3:
      "Item (iii): comparable bodies laid down in rules of the National Personnel Authority.",
  },
);
/** A code of {@link DispatchLegalBasisCode}. */
export type DispatchLegalBasisCode = CodeOf<typeof DispatchLegalBasisCode>;
/** Conditions on a legal basis. */
export const DispatchLegalBasisFilter = enumFilter(
  DispatchLegalBasisCode,
  "DispatchLegalBasisFilter",
);

/** A provision under which officials are dispatched (Act No. 117 of 1970, art. 2(1)). */
@record(
  "dispatch_legal_basis",
  "A provision under which officials are dispatched (Act No. 117 of 1970, art. 2(1)).",
)
export class DispatchLegalBasis extends SourcedFact {
  @code(DispatchLegalBasisCode, "Its code (ours).", { primary: true })
  code: DispatchLegalBasisCode;

  @whole(
    "The class of receiving body it is about, 1–3: the item of art. 2(1); also its place in the list.",
  )
  class: number;

  @translatedText("Act, article, paragraph and item.")
  article: string;

  @hidden("text")
  textEn: string;

  @hidden("text")
  textJa: string;

  /** The languages in which the wording is ours, as `en`. */
  @hidden("text")
  ours: string;

  @Field(() => String, {
    description: "The wording of the item: the Act's own in Japanese, ours in English.",
  })
  text(
    @Arg("language", () => Language, { nullable: true, description: "Default: Accept-Language." })
    language: Language | null | undefined,
    @Ctx() context: RequestContext,
  ): string {
    const { textEn: nameEn, textJa: nameJa } = this;
    return nameIn(language ?? context.language, { nameEn, nameJa });
  }

  protected override ownNames(language: Language): string[] {
    return isOurs(this.ours, language) ? ["text"] : [];
  }
}

/** All legal bases in order of class. */
export const allLegalBases = factRows("allLegalBases", DispatchLegalBasis, { class: "ASC" });

/** A kind of organization that comes under a legal basis. */
@Entity("dispatch_legal_basis_organization_type")
export class LegalBasisOrganizationType {
  @hidden("text", { primary: true })
  legalBasisCode: DispatchLegalBasisCode;

  @hidden("text", { primary: true })
  organizationTypeCode: DispatchOrganizationTypeCode;
}

/** The kinds of organization that come under legal bases, in the order of the list, by the basis's code. */
export const organizationTypesByLegalBasisCode: DatabaseLoader<string, DispatchOrganizationType[]> =
  {
    name: "organizationTypesByLegalBasisCode",
    batch: async (codes, database) => {
      const { raw, entities } = await database
        .createQueryBuilder(DispatchOrganizationType, "type")
        .comment("organizationTypesByLegalBasisCode")
        .innerJoin(LegalBasisOrganizationType, "link", "link.organization_type_code = type.code")
        .addSelect("link.legal_basis_code", "basis_code")
        .where("link.legal_basis_code = ANY(:codes)", { codes })
        .orderBy("type.position")
        .getRawAndEntities<{ basis_code: string; type_code: string }>();
      const byCode = new Map<string, DispatchOrganizationType>(
        entities.map((type) => [type.code, type]),
      );
      return codes.map((basis) =>
        raw.flatMap(({ basis_code, type_code }) => {
          const type = basis_code === basis ? byCode.get(type_code) : undefined;
          return type ? [type] : [];
        }),
      );
    },
  };
