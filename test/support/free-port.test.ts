import { claimPorts, freePort } from "./free-port";

const environment = process.env;
const portsOf = ({ PERSONNEL_GRAPH_TEST_PORTS: ports = "10000" }: NodeJS.ProcessEnv) =>
  Number(ports);
beforeEach(() => {
  process.env = { ...environment };
});
afterEach(() => {
  process.env = environment;
});

it("gives each port once, all of this run's", async () => {
  const ports = await Promise.all(Array.from({ length: 50 }, () => freePort()));
  expect(new Set(ports).size).toBe(50);
  const begin = portsOf(environment);
  for (const port of ports) {
    expect(port).toBeGreaterThanOrEqual(begin);
    expect(port).toBeLessThan(begin + 4_400);
  }
});

it("claims other ports for another run of the tests", async () => {
  const claim = await claimPorts();
  expect(claim === undefined || portsOf(process.env) !== portsOf(environment)).toBe(true);
  await new Promise((resolve) => claim?.close(resolve) ?? resolve(undefined));
});
