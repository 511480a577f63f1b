import { postGraphql } from "../../../browser/post-graphql";
import { citationText } from "../../../shared/citation/citation-text";
import { wholeAddress } from "../../../shared/citation/whole-address";
import type { PageLanguage } from "../../../shared/page-language";
import type { Asked } from "../../shared/state/explorer-link";

/**
 * Asks a query once more to have its answer kept, and gives the text to cite it by and the address at which it is.
 *
 * @throws Error with what the graph says, where it keeps nothing
 */
export async function citationOfRequest(
  request: Asked,
  language: PageLanguage,
): Promise<{ text: string; address: string }> {
  const headers = { "accept-language": language, "graph-cite": "true" };
  const { extensions, errors = [] } = await postGraphql(request, headers);
  const citation = extensions?.citation;
  const address = citation && wholeAddress(citation, location.origin);
  if (!address) throw new Error(errors.map(({ message }) => message).join(" "));
  return { text: citationText(citation, language, address), address };
}
