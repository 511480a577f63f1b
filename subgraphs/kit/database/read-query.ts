import { type Connection, types } from "pg";
import { prepareValue } from "pg/lib/utils";

/** The values of a row, in the order of the columns. */
export type RowValues = readonly unknown[];

/** Reads a value from its text. */
type Read = (text: string) => unknown;

/** A column as the server describes it. */
interface Described {
  readonly name: string;
  readonly dataTypeID: number;
}

/** A column: what it is called, and how its values are read. */
interface Column {
  readonly name: string;
  readonly read: Read;
}

/** What a connection of pg does, which its types do not say. */
interface Sending {
  readonly stream: { cork(): void; uncork(): void };
  /** The texts of the statements it keeps, by name: those that were parsed, and those that were sent to be. */
  readonly parsedStatements: Record<string, string>;
  readonly submittedNamedStatements: Record<string, string>;
  parse(message: { readonly name: string; readonly text: string }): void;
  bind(message: { readonly statement: string; readonly values: readonly unknown[] }): void;
  describe(message: { readonly type: "P" }): void;
  execute(message: object): void;
  sync(): void;
}

/** The columns of kept statements, by connection and name. */
const known = new WeakMap<object, Map<string, readonly Column[]>>();

/**
 * A statement that reads rows, as pg's client takes it. The one of pg has the columns described each time, which costs
 * both sides as much as a short answer does; this one only until those of a kept statement are known.
 */
export class ReadQuery {
  /** The values of its parameters, as PostgreSQL reads them. */
  readonly values: readonly unknown[];
  private readonly rows: RowValues[] = [];
  private columns: readonly Column[] = [];
  private connection: Sending | undefined;
  private unreadable: Error | undefined;

  /**
   * A statement to give to a client.
   *
   * @param name - under which connections keep it; empty where they do not
   * @param text - the statement itself
   * @param values - those of its parameters
   * @param callback - what is told of the rows, or the error; the client replaces it once nobody waits any longer
   */
  constructor(
    readonly name: string,
    readonly text: string,
    values: readonly unknown[],
    public callback: (error: Error | null, rows?: readonly RowValues[]) => void,
  ) {
    this.values = values.map((value) => prepareValue(value));
  }

  /** Sends it; refuses one whose name the connection keeps another statement by, as that one would be run. */
  submit(given: Connection): Error | null {
    const connection = given as unknown as Sending;
    const { name, text, values } = this;
    const { parsedStatements, submittedNamedStatements, stream } = connection;
    const before = parsedStatements[name] ?? submittedNamedStatements[name];
    if (before !== undefined && before !== text) {
      return new Error(`Expected one statement by the name ${name}, received another.`);
    }
    const isKept = before !== undefined;
    const columns = isKept ? known.get(connection)?.get(name) : undefined;
    this.connection = connection;
    stream.cork();
    if (!isKept) {
      connection.parse({ name, text });
      if (name !== "") submittedNamedStatements[name] = text;
    }
    connection.bind({ statement: name, values });
    if (columns) this.columns = columns;
    else connection.describe({ type: "P" });
    connection.execute({});
    connection.sync();
    stream.uncork();
    return null;
  }

  /** Learns what the columns are. */
  handleRowDescription({ fields }: { readonly fields: readonly Described[] }): void {
    this.columns = fields.map(({ name, dataTypeID }) => ({
      name,
      read: types.getTypeParser(dataTypeID) as Read,
    }));
    if (!this.connection || this.name === "") return;
    const ofConnection = known.get(this.connection) ?? new Map<string, readonly Column[]>();
    known.set(this.connection, ofConnection.set(this.name, this.columns));
  }

  /** Reads a row. What cannot be read is the error of the whole. */
  handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    const { columns } = this;
    try {
      this.rows.push(
        fields.map((text, place) => (text === null ? null : columns[place]?.read(text))),
      );
    } catch (error) {
      this.unreadable = error as Error;
    }
  }

  /** What its columns are called, in order; known once it has been answered. */
  get names(): string[] {
    return this.columns.map(({ name }) => name);
  }

  /** The server has done all; the client is free for the next statement. */
  handleReadyForQuery(): void {
    if (this.unreadable) this.callback(this.unreadable);
    else this.callback(null, this.rows);
  }

  /** It has failed, or its connection has. */
  handleError(error: Error): void {
    this.callback(error);
  }

  /** Rows are all that is wanted. */
  handleCommandComplete(): void {}
}
