import { parse, print } from "graphql";
import { sortDocument } from "./sort-document";

const sorted = (sdl: string) => print(sortDocument(parse(sdl)));

describe("sortDocument", () => {
  it("prints two orders of the same schema alike", () => {
    const one = `type B { b(y: Int, x: Int): Int a: Int } enum A { TWO ONE } extend schema @link(url: "u")`;
    const two = `extend schema @link(url: "u") enum A { ONE TWO } type B { a: Int b(x: Int, y: Int): Int }`;
    expect(sorted(one)).toBe(sorted(two));
  });

  it("orders repeated directives, interfaces and union members", () => {
    const one = `type C implements B & A @tag(name: "2") @tag(name: "1") { a: Int } union U = C | B`;
    expect(sorted(one)).toBe(
      `type C implements A & B @tag(name: "1") @tag(name: "2") {\n  a: Int\n}\n\nunion U = B | C`,
    );
  });

  it("keeps descriptions and the order of list values", () => {
    const text = sorted(`"All." type Query { "Some." some(order: [Int] = [2, 1]): Int }`);
    expect(text).toContain(`"All."`);
    expect(text).toContain("[2, 1]");
  });

  it("keeps a definition before its extensions", () => {
    const text = sorted("extend type A { b: Int } type A { a: Int }");
    expect(text.indexOf("type A {\n  a")).toBe(0);
  });
});
