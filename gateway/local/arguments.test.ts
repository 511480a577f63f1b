import { parseArguments } from "./arguments";

const demo = { isWanted: true, args: [] };

it("asks for one copy of synthetic records by default", () => {
  expect(parseArguments([])).toEqual({ fresh: false, help: false, demo });
  expect(parseArguments(["--fresh", "--help"])).toEqual({ fresh: true, help: true, demo });
});

it("passes a scale on, and that no synthetic records are wanted", () => {
  const scaled = { isWanted: true, args: ["--scale", "1000000"] };
  expect(parseArguments(["--scale", "1000000"]).demo).toEqual(scaled);
  expect(parseArguments(["--scale=1000000"]).demo).toEqual(scaled);
  expect(parseArguments(["--no-demo"]).demo).toEqual({ isWanted: false, args: ["--none"] });
});

it.each([
  ["--scale 0", 'Expected --scale with a whole number from 1, received "0".'],
  ["--scale 1e6", 'Expected --scale with a whole number from 1, received "1e6".'],
  ["--scale 5 --no-demo", "Expected --scale or --no-demo, received both."],
  ["--scale", 'Expected --fresh, --no-demo, --scale N or --help, received "--scale".'],
  ["fresh", 'Expected --fresh, --no-demo, --scale N or --help, received "fresh".'],
])("refuses %s", (received, message) => {
  expect(() => parseArguments(received.split(" "))).toThrow(message);
});
