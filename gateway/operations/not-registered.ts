import { ApiError } from "../../subgraphs/kit/errors";

/** An app asked for something else than an operation registered for it. Tells nothing of what was asked. */
export class NotRegistered extends ApiError {
  constructor() {
    super(
      "OPERATION_NOT_REGISTERED",
      "Expected an operation registered for this app, by its hash or as its very text, received another.",
      403,
    );
  }
}
