import { echoOf } from "./log-echo";

it.each([
  ['{"level":30,"msg":"listening"}', undefined],
  ['{"level":40,"msg":"slow"}', "[dispatch] warning: slow"],
  [
    '{"level":50,"msg":"failed","err":{"message":"no route"}}',
    "[dispatch] error: failed: no route",
  ],
  ['{"level":60,"err":{"message":"no route"}}', "[dispatch] fatal: no route"],
  ["{not JSON", "[dispatch] {not JSON"],
  ["agencies.csv:3: code: received XX", "[dispatch] agencies.csv:3: code: received XX"],
  ["", undefined],
])("shows %j on stderr as %j", (line, shown) => {
  expect(echoOf("dispatch", line, "stderr")).toBe(shown);
});

it("keeps plain text on stdout for the log file", () => {
  expect(echoOf("dispatch", "agency: 3 inserted", "stdout")).toBeUndefined();
});
