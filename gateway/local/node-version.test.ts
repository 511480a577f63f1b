import { describeOldNode } from "./node-version";

it.each(["18.20.8", "20.18.3", "9.0.0"])("refuses Node %s in one line", (version) => {
  expect(describeOldNode(version)).toBe(`Node 20.19 or newer is needed, this is Node ${version}.`);
});

it.each(["20.19.0", "20.20.2", "22.0.0"])("takes Node %s", (version) => {
  expect(describeOldNode(version)).toBeUndefined();
});
