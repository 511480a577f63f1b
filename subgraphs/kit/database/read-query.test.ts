import type { Connection } from "pg";
import { ReadQuery, type RowValues } from "./read-query";

const integer = { name: "n", dataTypeID: 23 };
const text = { name: "t", dataTypeID: 25 };

/** A connection that notes the messages it is told to send. */
function connection() {
  const sent: string[] = [];
  const note = (message: string) => () => {
    sent.push(message);
  };
  const sending = {
    stream: { cork() {}, uncork() {} },
    parsedStatements: {} as Record<string, string>,
    submittedNamedStatements: {},
    parse: note("parse"),
    bind: note("bind"),
    describe: note("describe"),
    execute: note("execute"),
    sync: note("sync"),
  };
  return { sent, connection: sending as unknown as Connection };
}

function query(name: string) {
  const told: (Error | readonly RowValues[] | undefined)[] = [];
  const made = new ReadQuery(name, "SELECT", [], (error, rows) => told.push(error ?? rows));
  return { told, query: made };
}

describe("a statement that reads rows", () => {
  it("has the columns of a kept statement described once for each connection", () => {
    const [one, other] = [connection(), connection()];
    const sentFor = ({ sent, connection }: typeof one, name: string) => {
      const { told, query: asked } = query(name);
      asked.submit(connection);
      if (sent.includes("describe")) asked.handleRowDescription({ fields: [integer, text] });
      asked.handleDataRow({ fields: ["1", null] });
      asked.handleReadyForQuery();
      expect(told).toEqual([[[1, null]]]);
      return sent.splice(0).join(" ");
    };
    expect(sentFor(one, "kept")).toBe("parse bind describe execute sync");
    expect(sentFor(one, "kept")).toBe("bind execute sync");
    expect(sentFor(other, "kept")).toBe("parse bind describe execute sync");
    expect(sentFor(one, "")).toBe("parse bind describe execute sync");
    expect(sentFor(one, "")).toBe("parse bind describe execute sync");
  });

  it("fails once the server has done all, where a value cannot be read", () => {
    const { told, query: asked } = query("unreadable");
    asked.submit(connection().connection);
    asked.handleRowDescription({ fields: [{ name: "j", dataTypeID: 114 }] });
    for (const json of ["{", "{}"]) asked.handleDataRow({ fields: [json] });
    expect(told).toEqual([]);
    asked.handleReadyForQuery();
    expect(told).toEqual([expect.any(SyntaxError)]);
  });
});
