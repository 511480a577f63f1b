import {
  countVariable,
  InvalidEnvironment,
  logLevelVariable,
  portVariable,
  postgresUrlVariable,
  readEnvironment,
} from "./environment";

const shape = {
  PORT: portVariable(4000),
  DATABASE_URL: postgresUrlVariable(),
  POOL: countVariable(1, 10),
  LOG_LEVEL: logLevelVariable(),
};
const url = "postgres://somebody:secret@127.0.0.1:5432/things";

describe("the environment", () => {
  it("is read with its types, and defaults where a variable is absent or empty", () => {
    expect(readEnvironment(shape, { DATABASE_URL: url, PORT: "81", POOL: "" })).toEqual({
      PORT: 81,
      DATABASE_URL: url,
      POOL: 10,
      LOG_LEVEL: "info",
    });
  });

  it("has all its problems reported at once", () => {
    const read = () => readEnvironment(shape, { PORT: "70000", POOL: "none", LOG_LEVEL: "loud" });
    expect(read).toThrow(InvalidEnvironment);
    expect(read).toThrow(
      [
        "The environment is not usable:",
        '  PORT is not valid: received "70000", expected a port between 1 and 65535',
        "  DATABASE_URL is not set: expected postgres://user:password@host:port/database",
        '  POOL is not valid: received "none", expected a whole number of at least 1',
        '  LOG_LEVEL is not valid: received "loud", expected one of fatal, error, warn, info, debug, trace, silent',
      ].join("\n"),
    );
  });

  it("never has a password repeated in a message", () => {
    expect(() =>
      readEnvironment(shape, { DATABASE_URL: "mysql://somebody:secret@host/x" }),
    ).toThrow(
      expect.objectContaining({
        message: expect.not.stringContaining("secret") as string,
      }) as Error,
    );
  });
});
