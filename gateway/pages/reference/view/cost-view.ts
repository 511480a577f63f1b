import type { FieldCost, ListSize } from "../../../limits/field-cost";
import { type Html, markup } from "../../site/html";
import type { PageLanguage } from "../../shared/page-language";

/** What a field costs besides the objects that it gives; nothing where that is all. */
export function costView(cost: FieldCost | undefined, language: PageLanguage): Html | undefined {
  if (!cost) return undefined;
  const parts = [
    ...(cost.weight > 0 ? [ofItself(cost.weight, language)] : []),
    ...(cost.size?.assumed === undefined
      ? []
      : [ofElements(cost.size, cost.size.assumed, language)]),
  ];
  return parts.length === 0
    ? undefined
    : markup`${parts.map((part, index) => (index > 0 ? markup`${language === "ja" ? "、" : ", and "}${part}` : part))}`;
}

function ofItself(weight: number, language: PageLanguage): Html {
  return language === "ja" ? markup`このフィールド自体が ${weight}` : markup`${weight} for itself`;
}

function ofElements({ slicing }: ListSize, assumed: number, language: PageLanguage): Html {
  const [first] = slicing;
  if (first === undefined) {
    return language === "ja"
      ? markup`要素ごとのコスト（最大 ${assumed} 件）`
      : markup`that of each element, of which there are ${assumed} at most`;
  }
  return language === "ja"
    ? markup`ページの要素ごとのコスト（<code>${first}</code> の件数、指定がなければ ${assumed} 件）`
    : markup`that of each element of the page, as many as <code>${first}</code> says, or ${assumed}`;
}
