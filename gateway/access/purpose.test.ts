import { recruitment } from "../../test/e2e/support/personnel-subgraphs";
import { TestGraph } from "../../test/e2e/support/test-graph";
import { headerText } from "./header-text";

it.each([
  ["audit 2026", "audit 2026"],
  ["%E5%B1%B1%E7%94%B0", "山田"],
  [encodeURIComponent("山".repeat(200)), "山".repeat(200)],
])("the header %p says %p", (header, text) => {
  expect(headerText(header, 2)).toBe(text);
});

it.each([
  ...["", " ", "x".repeat(201), "å±±", "50%", "%00", "%E2%80%8B"],
  ...[".", "-", "…", "a", "?!1", "\u202Eaudit", "au\u200Bdit", "au\uE000dit"].map(
    encodeURIComponent,
  ),
])("the header %p says nothing", (header) => {
  expect(headerText(header, 2)).toBeUndefined();
});

describe("graph-purpose", () => {
  let graph: TestGraph;
  beforeAll(async () => {
    graph = await TestGraph.start([recruitment]);
  });
  afterAll(() => graph.stop());

  it("stays at the gateway", async () => {
    await graph.execute("{ language }", { headers: { "graph-purpose": "payroll" } });
    expect(graph.subgraph("recruitment").received.at(-1)?.headers).not.toHaveProperty(
      "graph-purpose",
    );
  });

  it("ends a request before any subgraph is asked where it is no text", async () => {
    const { status, errors, calls } = await graph.execute("{ language }", {
      headers: { "graph-purpose": "%" },
    });
    expect([status, errors, calls]).toEqual([
      400,
      [
        {
          message:
            'Expected graph-purpose to be a text of 1–200 characters, percent-encoded where it is not ASCII, received "%".',
          extensions: { code: "INVALID_PURPOSE" },
        },
      ],
      [],
    ]);
  });

  it.each([
    [".", '".", which has fewer than 2 letters or digits'],
    ["pay\u202Eroll", '"pay\\u202eroll" with U+202E at character 4'],
    ["\u3000", '"\\u3000" (blank)'],
  ])("says what %p lacks", async (purpose, received) => {
    const headers = { "graph-purpose": encodeURIComponent(purpose) };
    const { errors } = await graph.execute("{ language }", { headers });
    expect(errors[0]?.message.split(", received ")[1]).toBe(`${received}.`);
  });
});
