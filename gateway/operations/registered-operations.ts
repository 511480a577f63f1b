import type { RegisteredOperation } from "./manifest";
import { normalText } from "./normal-text";

/** The operations that have been registered. */
export class RegisteredOperations {
  readonly #byId = new Map<string, Map<string, RegisteredOperation>>();
  readonly #byText = new Map<string, Map<string, RegisteredOperation>>();

  constructor(operations: readonly RegisteredOperation[]) {
    for (const operation of operations) {
      add(this.#byId, operation.id, operation);
      add(this.#byText, normalText(operation.body) ?? operation.body, operation);
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

  /** The operation that this text says, however it is set and commented, if it is registered for this client. */
  saidBy(client: string | undefined, text: string): RegisteredOperation | undefined {
    const normal = client === undefined ? undefined : normalText(text);
    return normal === undefined || client === undefined
      ? undefined
      : this.#byText.get(normal)?.get(client);
  }
}

/** The registered operations of now, which change with their manifest. */
export interface OperationsOfNow {
  current(): Promise<RegisteredOperations>;
}

function add(
  found: Map<string, Map<string, RegisteredOperation>>,
  key: string,
  operation: RegisteredOperation,
): void {
  const clients = found.get(key) ?? new Map<string, RegisteredOperation>();
  found.set(key, clients.set(operation.clientName, operation));
}
