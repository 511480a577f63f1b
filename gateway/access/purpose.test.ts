import { recruitment } from "../../test/e2e/support/personnel-subgraphs";
import { TestGraph } from "../../test/e2e/support/test-graph";
import { headerText } from "./header-text";

const said = (...headers: string[]) =>
  headerText(
    { rawHeaders: headers.flatMap((header) => ["Graph-Purpose", header]) },
    { name: "graph-purpose", leastLetters: 2, code: "INVALID_PURPOSE" },
  );

it.each([
  ["audit 2026", "audit 2026"],
  ["%E5%B1%B1%E7%94%B0", "山田"],
  [encodeURIComponent("山".repeat(200)), "山".repeat(200)],
])("the header %p says %p", (header, text) => {
  expect(said(header)).toBe(text);
});

it.each([
  ...["", " ", "x".repeat(201), "å±±", "50%", "%00", "%E2%80%8B"],
  ...[".", "-", "…", "a", "?!1", "\u202Eaudit", "au\u200Bdit", "au\uE000dit"].map(
    encodeURIComponent,
  ),
])("the header %p is refused", (header) => {
  expect(() => said(header)).toThrow(/^Expected graph-purpose to be a text of 1–200 characters/);
});

it("shows a header that is not encoded as it was sent", () => {
  expect(() => said(Buffer.from("給与の監査").toString("latin1"))).toThrow(
    'percent-encoded where it is not ASCII (%E5%B1%B1 for 山), received "給与の監査".',
  );
});

it("takes no two purposes for one", () => {
  expect(said()).toBeUndefined();
  expect(() => said("audit", "payroll")).toThrow("Expected one header graph-purpose, received 2.");
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
            'Expected graph-purpose to be a text of 1–200 characters with at least 2 letters or digits, percent-encoded where it is not ASCII (%E5%B1%B1 for 山), received "%".',
          extensions: { code: "INVALID_PURPOSE" },
        },
      ],
      [],
    ]);
  });

  it.each([
    [".", '"."'],
    ["pay\u202Eroll", '"pay\\u202eroll" with U+202E at character 4'],
    ["\u3000", '"\\u3000" (blank)'],
  ])("says what %p lacks", async (purpose, received) => {
    const headers = { "graph-purpose": encodeURIComponent(purpose) };
    const { errors } = await graph.execute("{ language }", { headers });
    expect(errors[0]?.message.split(", received ")[1]).toBe(`${received}.`);
  });
});
