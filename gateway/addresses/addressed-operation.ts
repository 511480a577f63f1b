import type { TableFormat } from "../formats/answer-format";

/** What a request to an address below `/q` asks. */
export interface AddressedOperation {
  /** The address, without its ending. */
  readonly address: string;
  /** The text of the operation, as it is registered. */
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The format of tables; none for JSON. */
  readonly format: TableFormat | undefined;
  /** Whether the address says in which language names are; otherwise `Accept-Language` does. */
  readonly saysLanguage: boolean;
}

declare module "fastify" {
  interface FastifyRequest {
    /** What is asked at an address below `/q`, once it has been read; of no other request. */
    addressed: AddressedOperation | undefined;
  }
  interface FastifyContextConfig {
    /** Whether the route is below `/q`. */
    readonly isAddress?: boolean;
  }
}
