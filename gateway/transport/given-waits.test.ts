import { longestOf, waitsIn } from "./given-waits";

it.each([
  ["{ a { b } }", {}, 0],
  ["{ a(waitSeconds: 3) }", {}, 3_000],
  ["{ a(waitSeconds: 3) b(waitSeconds: 20) }", {}, 20_000],
  ["query ($w: Int) { a(waitSeconds: $w) }", { w: 7 }, 7_000],
  ["query ($w: Int) { a(waitSeconds: $w) }", {}, 0],
  ["query ($w: Int = 4) { a(waitSeconds: $w) }", {}, 4_000],
  ["query ($w: Int = 4) { a(waitSeconds: $w) }", { w: 5 }, 5_000],
  ["query ($w: Int = 4) { a(waitSeconds: $w) }", { w: null }, 0],
  ["query ($w: Int) { a(waitSeconds: $w) }", { w: null }, 0],
  ["{ a(waitSeconds: 21) }", {}, 0],
  ["{ a(waitSeconds: -1) }", {}, 0],
  ['{ a(text: "waitSeconds: 5") }', {}, 0],
])(
  "a subgraph may wait as long as %s with %j says, as far as it is granted",
  (query, given, expected) => {
    expect(longestOf(waitsIn(query), given)).toBe(expected);
  },
);
