import type { AccessPolicy } from "../../../../subgraphs/kit/access/access-policy";
import { roles, roleScopes } from "../../../access/roles";
import { type Html, markup } from "../../site/html";
import type { PageLanguage } from "../../shared/page-language";
import { words } from "./words";

const everybody = "published";

/** Who may see or use what has a policy: scopes, and the roles that have them. */
export function accessView(policy: AccessPolicy, language: PageLanguage): Html {
  const say = (name: keyof typeof words) => words[name][language];
  const { scopes, personal, personalWith = [] } = policy;
  const end = language === "ja" ? "。" : ". ";
  const who = scopes.includes(everybody)
    ? markup`${say("everybody")}${end}`
    : markup`${say("callersWith")} ${scopeViews(scopes, language)}${end}`;
  const more = markup`${say("personalWith")} ${scopeViews(personalWith, language)}${end}`;
  return markup`${who}${personal ? say("personal") : undefined}${personalWith.length > 0 ? more : undefined}`;
}

/** Whether everybody may see what has a policy, whoever they are. */
export function isOpen({ scopes, personal, personalWith = [] }: AccessPolicy): boolean {
  return scopes.includes(everybody) && !personal && personalWith.length === 0;
}

/** Scopes of which one suffices, each with the roles that have it. */
function scopeViews(scopes: readonly string[], language: PageLanguage): readonly Html[] {
  return scopes.map((scope, index) => {
    const holders = roles.filter((role) => role !== "app" && roleScopes[role].includes(scope));
    const named = [...holders, words.app[language]].join(language === "ja" ? "、" : ", ");
    const shown = language === "ja" ? markup`（${named}）` : markup` (${named})`;
    return markup`${index > 0 ? ` ${words.either[language]} ` : ""}<code>${scope}</code>${shown}`;
  });
}
