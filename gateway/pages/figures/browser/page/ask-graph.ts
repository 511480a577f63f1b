import { postGraphql } from "../../../browser/post-graphql";
import type { PageLanguage } from "../../../shared/page-language";
import type { Ask } from "../figures/figure";

/** Asks the gateway that the page came from, as everybody, without a token. */
export function askGraph(language: PageLanguage): Ask {
  return async <Answer>({ document }: { readonly document: string }, variables: object) => {
    const asked = { query: document, variables };
    const { data, errors } = await postGraphql(asked, { "accept-language": language });
    // A part that is missing would be taken for a number that is not known.
    if (errors?.[0]) throw new Error(errors[0].message);
    return data as Answer;
  };
}
