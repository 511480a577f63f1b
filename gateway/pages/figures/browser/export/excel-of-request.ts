import type { PageLanguage } from "../../../shared/page-language";
import type { Asked } from "../../shared/state/explorer-link";

/**
 * The answer to a query as a workbook, which the gateway writes.
 *
 * @throws Error where it answers anything else
 */
export async function excelOfRequest(request: Asked, language: PageLanguage): Promise<Blob> {
  const response = await fetch("/graphql?format=xlsx", {
    method: "POST",
    headers: { "content-type": "application/json", "accept-language": language },
    body: JSON.stringify(request),
  });
  const type = response.headers.get("content-type") ?? "";
  if (response.ok && type.includes("spreadsheetml")) return response.blob();
  throw new Error(`Expected a workbook, received ${response.status} ${type}.`);
}
