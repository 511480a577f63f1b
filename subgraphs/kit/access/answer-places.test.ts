import { type ASTNode, Kind, type OperationDefinitionNode, parse } from "graphql";
import { answerPlaces } from "./answer-places";

function pathsOf(text: string, isSought: (node: ASTNode) => boolean, most?: number) {
  const document = parse(text);
  const [operation] = document.definitions as [OperationDefinitionNode];
  return answerPlaces(document, operation, isSought, most).map(({ path }) => path.join("."));
}
const named = (name: string) => (node: ASTNode) =>
  node.kind === Kind.FIELD && node.name.value === name;

describe("places in an answer", () => {
  it("have the names that the caller gave", () => {
    expect(pathsOf("{ a { b: x ... { c { x } } } x }", named("x"))).toEqual(["a.b", "a.c.x", "x"]);
    expect(pathsOf("{ a { b: x ... { c { x } } } x }", named("x"), 1)).toEqual(["a.b"]);
  });

  it("lie in a fragment where that is spread first, and end where fragments go round in circles", () => {
    const text =
      "{ a { ...F } b { ...F } } fragment F on T { x ...G } fragment G on T { y: x ...F }";
    expect(pathsOf(text, named("x"))).toEqual(["a.x", "a.y"]);
  });

  it("are those of arguments, and not of what defines variables", () => {
    const isVariable = (node: ASTNode) => node.kind === Kind.VARIABLE && node.name.value === "v";
    expect(pathsOf("query ($v: Int = 1) { a b(c: { d: [$v] }) }", isVariable)).toEqual(["b"]);
  });
});
