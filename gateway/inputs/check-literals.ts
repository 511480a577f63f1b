import { type DocumentNode, type ValueNode, visit } from "graphql";
import { ApiError } from "../../subgraphs/kit/errors";
import { mostCharacters, mostElements } from "./input-limits";

/**
 * Refuses a document with a list or a text that is longer than permitted in a variable. Their number is limited by the
 * budgets.
 *
 * @throws ApiError BAD_USER_INPUT
 */
export function checkLiterals(document: DocumentNode): void {
  visit(document, {
    ListValue: (node) => {
      refuseOver(mostElements, node.values.length, "list", "elements", node);
    },
    StringValue: (node) => {
      refuseOver(mostCharacters, node.value.length, "text", "characters", node);
    },
  });
}

function refuseOver(most: number, length: number, what: string, parts: string, node: ValueNode) {
  if (length <= most) return;
  const message = `Expected a ${what} of at most ${most} ${parts}, received one of ${length}.`;
  throw new ApiError("BAD_USER_INPUT", message, undefined, { nodes: [node] });
}
