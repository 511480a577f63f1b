import { randomBytes } from "node:crypto";
import { Cursors, type CursorScope } from "./cursor";
import type { ResolvedOrder } from "./ordering";

const [key, newKey] = [randomBytes(32), randomBytes(32)];
const scope: CursorScope = { subgraph: "dispatch", attributes: {} };
const cursors = new Cursors([key], scope);
const byName: readonly ResolvedOrder[] = [
  { by: "NAME", sql: "", type: "text", descending: false },
  { by: "", sql: "", type: "text", descending: false },
];
const values = ["架空 花子", "official-1"];
const refusal =
  /^Expected a cursor given by this list with the same orderBy, received .* another caller was given/;

describe("a cursor", () => {
  const cursor = cursors.encode("Official", byName, values);

  it("gives its values back to the one it was made for", () => {
    expect(cursors.decode("Official", byName, cursor)).toEqual(values);
  });

  it("shows neither values nor, but roughly, their length, and is short", () => {
    const bytes = Buffer.from(cursor, "base64url");
    for (const text of [...values, "花子", "Official", "NAME"]) {
      expect(bytes.includes(text)).toBe(false);
    }
    const other = cursors.encode("Official", byName, ["架空 花", "official-1"]);
    expect(other).toHaveLength(cursor.length);
    expect(cursor.length).toBeLessThan(130);
  });

  it("is the same for the same place, and shows nothing in common for others", () => {
    expect(cursors.encode("Official", byName, values)).toBe(cursor);
    const other = cursors.encode("Official", byName, ["架空 花子", "official-2"]);
    expect(other.slice(0, 16)).not.toBe(cursor.slice(0, 16));
  });

  it("is refused by another list, ordering, subgraph, reader or municipality, and repeats nothing", () => {
    const [first, ...rest] = byName;
    const descending = [{ ...(first as ResolvedOrder), descending: true }, ...rest];
    const others: readonly (() => unknown)[] = [
      () => cursors.decode("Fellow", byName, cursor),
      () => cursors.decode("Official", descending, cursor),
      () => cursors.decode("Official", byName.slice(0, 1), cursor),
      ...[
        { ...scope, subgraph: "fellowship" },
        { ...scope, reader: "published" },
        { ...scope, attributes: { municipality: "131016" } },
      ].map((other) => () => new Cursors([key], other).decode("Official", byName, cursor)),
    ];
    for (const decode of others) expect(decode).toThrow(refusal);
  });

  it("is refused where it was altered in one place, cut, or added to", () => {
    const bytes = Buffer.from(cursor, "base64url");
    const altered = [...bytes.keys()].map((index) => {
      const copy = Buffer.from(bytes);
      copy[index] = (copy[index] ?? 0) ^ 1;
      return copy.toString("base64url");
    });
    for (const text of [...altered, cursor.slice(0, -4), `${cursor}AAAA`, `${cursor}!`, "", "x"]) {
      expect(() => cursors.decode("Official", byName, text)).toThrow(refusal);
    }
  });

  it("of an earlier version is refused, and what is in it is not repeated", () => {
    const earlier = Buffer.from(JSON.stringify(["Official,NAME,", ...values])).toString(
      "base64url",
    );
    const failure = () => cursors.decode("Official", byName, earlier);
    expect(failure).toThrow(refusal);
    expect(failure).toThrow(
      expect.not.objectContaining({ message: expect.stringContaining(earlier) as string }),
    );
  });

  it("is read with every key there is, and made with the first", () => {
    const added = new Cursors([key, newKey], scope);
    const switched = new Cursors([newKey, key], scope);
    const retired = new Cursors([newKey], scope);
    const made = switched.encode("Official", byName, values);
    expect(switched.decode("Official", byName, cursor)).toEqual(values);
    expect(added.decode("Official", byName, made)).toEqual(values);
    expect(retired.decode("Official", byName, made)).toEqual(values);
    expect(() => retired.decode("Official", byName, cursor)).toThrow(refusal);
  });
});
