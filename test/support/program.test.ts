import { createServer, type Server } from "node:net";
import { testKeys } from "./assertions";
import { freePort } from "./free-port";
import { cloneDatabase, type TestDatabase } from "./postgres";
import { Program } from "./program";

const file = "subgraphs/dispatch/main.js";
const warned = jest.spyOn(console, "warn");
beforeEach(() => warned.mockReset());
afterAll(() => warned.mockRestore());

it("says at once why a program ended that will not become ready", async () => {
  const program = new Program(file, `http://127.0.0.1:${await freePort()}`, { DATABASE_URL: "" });
  await expect(program.ready()).rejects.toThrow(
    /^subgraphs\/dispatch\/main\.js ended .*code 1\n.*DATABASE_URL/s,
  );
  expect(warned).not.toHaveBeenCalled();
});

describe("a program whose port is taken", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await cloneDatabase("dispatch");
  });
  afterAll(() => database.drop());

  it("is started again, until the port is free", async () => {
    const port = await freePort();
    const other = createServer((socket) => socket.destroy());
    await listening(other, port);
    const { files } = await testKeys();
    const program = new Program(file, `http://127.0.0.1:${port}`, {
      DATABASE_URL: database.appUrl,
      GATEWAY_KEYS_FILE: files.public,
      CURSOR_KEYS_FILE: files.cursor,
    });
    warned.mockImplementation(() => void other.close());
    await program.ready();
    expect(warned).toHaveBeenCalledTimes(1);
    expect(warned).toHaveBeenCalledWith(
      expect.stringContaining(`Port ${port} on 127.0.0.1 is taken`),
    );
    expect(program.isAsStarted).toBe(false);
    await expect(program.stop()).resolves.toBe(0);
  });
});

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve) => server.listen(port, "127.0.0.1", resolve));
}
