import type { FastifyRequest } from "fastify";
import Negotiator from "negotiator";
import { type PageLanguage, pageLanguages } from "../shared/page-language";

/**
 * The language of a page: what its address says (`?lang=ja`), else the best that the browser accepts, else English. A page
 * that goes by it says so with `Vary: Accept-Language`.
 */
export function pageLanguageOf({
  url,
  headers,
}: Pick<FastifyRequest, "url" | "headers">): PageLanguage {
  const said = new URLSearchParams(url.split("?")[1]).get("lang");
  const accepted = () => new Negotiator({ headers }).language([...pageLanguages]);
  return (
    pageLanguages.find((each) => each === said) ??
    pageLanguages.find((each) => each === accepted()) ??
    "en"
  );
}
