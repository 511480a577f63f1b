import { escapeLiteral } from "pg";
import { sameCharacters, unseenRanges } from "../normal-form";

const unseen = unseenRanges.map(([first, last]) => `${escaped(first)}-${escaped(last)}`).join("");

/** Makes `normal_form(text)`, which gives what `normalForm` gives; indexes may stand on it. */
export const createNormalForm = `
CREATE FUNCTION normal_form(value text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN regexp_replace(
  translate(
    normalize(regexp_replace(value, '[${unseen}]', '', 'g'), NFKC),
    ${escapeLiteral(sameCharacters.from)}, ${escapeLiteral(sameCharacters.to)}),
  ' {2,}', ' ', 'g');
`;

/** Takes {@link createNormalForm} back. */
export const dropNormalForm = "DROP FUNCTION normal_form;";

function escaped(character: number): string {
  return `\\U${character.toString(16).padStart(8, "0")}`;
}
