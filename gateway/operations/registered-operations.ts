import type { RegisteredOperation } from "./manifest";
import { normalText } from "./normal-text";
import { operationId } from "./operation-id";
import type { PublicAddress } from "./public-address";

/** A registered operation that everybody can ask at an address. */
export interface AddressableOperation extends RegisteredOperation {
  readonly public: PublicAddress;
}

/** The operations that have been registered. */
export class RegisteredOperations {
  /** Those that everybody can ask at an address, by their addresses. */
  readonly public: ReadonlyMap<string, AddressableOperation>;
  readonly #byId = new Map<string, Map<string, RegisteredOperation>>();
  readonly #byText = new Map<string, Map<string, RegisteredOperation>>();

  constructor(operations: readonly RegisteredOperation[]) {
    this.public = new Map(
      operations.flatMap((one) =>
        one.public ? [[one.public.address, { ...one, public: one.public }] as const] : [],
      ),
    );
    for (const operation of operations) {
      add(this.#byId, operation.id, operation);
      add(this.#byText, normalText(operation.body) ?? operation.body, operation);
    }
  }

  /** The text of an operation, for whichever client it is registered; undefined if it is not. */
  body(id: string): string | undefined {
    return this.#byId.get(id)?.values().next().value?.body;
  }

  /** The operation with this id, if it is registered for this client. */
  ofClient(client: string | undefined, id: string): RegisteredOperation | undefined {
    return client === undefined ? undefined : this.#byId.get(id)?.get(client);
  }

  #byNormalText(client: string, text: string): RegisteredOperation | undefined {
    const normal = normalText(text);
    return normal === undefined ? undefined : this.#byText.get(normal)?.get(client);
  }

  /** The operation with this text, whatever its white space and comments, if it is registered for this client. */
  saidBy(client: string | undefined, text: string): RegisteredOperation | undefined {
    if (client === undefined) return undefined;
    // Most send the registered text itself, which need not be parsed.
    return this.ofClient(client, operationId(text)) ?? this.#byNormalText(client, text);
  }
}

/** The registered operations of now, which change with their manifest. */
export interface OperationsOfNow {
  /** Those when the manifest was last looked at. */
  readonly last: RegisteredOperations;
  /** The same, where that was a moment ago: nothing has to be waited for. */
  readonly fresh?: RegisteredOperations | undefined;
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
