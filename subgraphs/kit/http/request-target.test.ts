import { checkTarget } from "./request-target";

const check = (host: readonly string[], url = "/graphql") =>
  checkTarget({ raw: { rawHeaders: host.flatMap((each) => ["Host", each]) }, url } as never);

describe("the target of a request", () => {
  it.each(["graph.example", "graph.example:4000", "[::1]:4000", "127.0.0.1"])(
    "has the host %s, also the second time",
    (host) => {
      check([host]);
      check([host]);
    },
  );

  it.each([[[]], [["a", "a"]], [["a b"]], [["a/b"]], [["a@b"]], [["[::1"]], [[""]]])(
    "has no such host: %j, also the second time",
    (hosts) => {
      expect(() => check(hosts)).toThrow("Expected one header host");
      expect(() => check(hosts)).toThrow("Expected one header host");
    },
  );

  it("remembers some hosts only", () => {
    for (let number = 0; number < 250; number += 1) check([`host-${number}.example`]);
    check(["host-0.example"]);
    expect(() => check(["host 0"])).toThrow("Expected one header host");
  });

  it.each(["/graphql", "/graphql?query=%7B%20a%20%7D", "/%E5%B1%B1", "/a+b~c"])(
    "has the address %s",
    (url) => check(["a"], url),
  );

  it.each(["/%E5%B1", "/\u00e5", "/%ff", "/?query=%e5"])("has no such address: %j", (url) => {
    expect(() => check(["a"], url)).toThrow("Expected UTF-8");
  });
});
