import { hashOfText } from "../../subgraphs/kit/hash-of-text";

/** The id of an operation: the SHA-256 of its text in UTF-8, in hexadecimal digits. */
export function operationId(body: string): string {
  return hashOfText(body);
}
