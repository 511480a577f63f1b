import type { ListedAddress } from "../../addresses/list-addresses";
import type { PageLanguage } from "../shared/page-language";
import { copyData } from "../site/copy-data";
import { type Html, markup } from "../site/html";
import { chosenAtFirst, fieldView } from "./field-view";
import { addressWith } from "./shared/address-with";
import { words } from "./words";

/** What formats are called that are not called as their addresses end. */
const formatNames: Readonly<Record<string, string>> = { xlsx: "Excel" };

/**
 * One operation that everybody can ask: what it is, a form to take it as a file, and its address to copy.
 *
 * @param origin where the gateway is, as `http://127.0.0.1:4000`
 */
export function fileView(file: ListedAddress, language: PageLanguage, origin: string): Html {
  const { name, description, addresses, parameters } = file;
  const [action = ""] = Object.values(addresses);
  const chosen = parameters.map((one) => [one.name, chosenAtFirst(one, language)] as const);
  const address = markup`<span data-address>${addressWith(`${origin}${action}`, chosen)}</span>`;
  const [title = "", ...more] = sentences(description[language]);
  return markup`<section class="file" id="${name}">
    <h2 id="${name}-title">${title.replace(/[.。]\s*$/, "")}</h2>
    ${more.length > 0 ? markup`<p>${more}</p>` : undefined}
    <form method="get" action="${action}" data-origin="${origin}" aria-labelledby="${name}-title">
      <div class="fields">${parameters.map((one) => fieldView(name, one, language))}</div>
      <div class="formats no-print">
        ${Object.entries(addresses).map(
          ([ending, path]) =>
            markup`<button formaction="${path}"${path === action ? markup` class="main"` : undefined}>${formatNames[ending] ?? ending.toUpperCase()}</button> `,
        )}
      </div>
    </form>
    <h3>${words.address[language]}</h3>
    ${copied(`${name}-address`, address, language)}
    <details>
      <summary>${words.programs[language]}</summary>
      <h3>pandas</h3>
      ${copied(`${name}-pandas`, markup`pandas.read_csv("${address}", encoding="utf-8-sig", keep_default_na=False, na_values=[""])`, language)}
      <h3>R</h3>
      ${copied(`${name}-r`, markup`read.csv("${address}", fileEncoding = "UTF-8-BOM", na.strings = "", check.names = FALSE)`, language)}
    </details>
  </section>`;
}

/** The sentences of a description; the first is its title. */
function sentences(description: string): readonly string[] {
  return description.split(/(?<=(?<!\bNo)\. |。)/);
}

function copied(id: string, text: Html, language: PageLanguage): Html {
  return markup`<pre id="${id}"${copyData(language)}>${text}</pre>`;
}
