import { ApiError } from "../../subgraphs/kit/errors";
import type { WantedOperation } from "./may-run";
import { operationId } from "./operation-id";

/**
 * An app asked for something other than an operation registered for it. The message shows only the hash of the request,
 * to compare with the manifest.
 */
export class NotRegistered extends ApiError {
  constructor({ text, id }: WantedOperation) {
    const hash = typeof text === "string" ? operationId(text) : id;
    const received = typeof hash === "string" ? `another, with the hash ${hash}` : "none";
    super(
      "OPERATION_NOT_REGISTERED",
      `Expected an operation registered for this app, by its hash in extensions.persistedQuery or as its text, received ${received}.`,
      403,
    );
  }
}
