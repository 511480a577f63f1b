import type { RegisteredOperation } from "./manifest";

/** The operations that have been registered, by id. */
export class RegisteredOperations {
  readonly #byId = new Map<string, Map<string, RegisteredOperation>>();

  constructor(operations: readonly RegisteredOperation[]) {
    for (const operation of operations) {
      const clients = this.#byId.get(operation.id) ?? new Map<string, RegisteredOperation>();
      this.#byId.set(operation.id, clients.set(operation.clientName, operation));
    }
  }

  /** The text of an operation, whoever it is registered for; undefined where nobody has registered it. */
  body(id: string): string | undefined {
    return this.#byId.get(id)?.values().next().value?.body;
  }

  /** The operation with this id, if it is registered for this client. */
  ofClient(client: string | undefined, id: string): RegisteredOperation | undefined {
    return client === undefined ? undefined : this.#byId.get(id)?.get(client);
  }
}
